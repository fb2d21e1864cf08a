package dev.weft.net.tcpdump.print;

/// The few organizations that tcpdump knows by the first three bytes of an address.
final class Oui {
    private Oui() {}

    static String name(byte[] address) {
        return "Unknown";
    }
}
