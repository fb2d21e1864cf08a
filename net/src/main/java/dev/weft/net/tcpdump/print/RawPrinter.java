package dev.weft.net.tcpdump.print;

/// Prints bare IP packets, as tunnels carry them.
final class RawPrinter {
    private RawPrinter() {}

    static int print(Dissection d, int at, int length) {
        d.protocol("raw");
        if (d.options().link()) {
            d.put("ip: ");
        }
        printIp(d, at, length);
        return 0;
    }

    /// IPv4 or IPv6, by the first four bits.
    static void printIp(Dissection d, int at, int length) {
        if (length < 1) {
            d.put("truncated-ip ").put(length);
            return;
        }
        int version = d.u8(at) >> 4;
        switch (version) {
            case 4 -> Ip4Printer.print(d, at, length);
            case 6 -> Ip6Printer.print(d, at, length);
            default -> d.put("unknown ip ").put(version);
        }
    }
}
