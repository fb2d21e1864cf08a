package dev.weft.net.tcpdump.print;

/// Prints ARP and its relatives.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------------------------------+-------------------------------+
/// |         hardware type         |         protocol type         |
/// +---------------+---------------+-------------------------------+
/// |  hardware len |  protocol len |           operation           |
/// +---------------+---------------+-------------------------------+
/// |  sender hardware, sender protocol, target hardware, target protocol address
/// ```
final class ArpPrinter {
    private static final int FIXED = 8;

    private static final Tokens HARDWARE = Tokens.of("""
        1 Ethernet
        6 TokenRing
        7 ArcNet
        15 FrameRelay
        17 HDLC
        19 ATM
        23 Strip
        24 IEEE 1394
        32 InfiniBand
        """);
    private static final Tokens OPERATIONS = Tokens.of("""
        1 Request
        2 Reply
        3 Reverse Request
        4 Reverse Reply
        8 Inverse Request
        9 Inverse Reply
        10 NACK Reply
        """);

    private ArpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("arp");
        int hardware = d.u16(at);
        int protocol = d.u16(at + 2);
        int hardwareLength = d.u8(at + 4);
        int protocolLength = d.u8(at + 5);
        int operation = d.u16(at + 6);
        int senderHardware = at + FIXED;
        int senderProtocol = senderHardware + hardwareLength;
        int targetHardware = senderProtocol + protocolLength;
        int targetProtocol = targetHardware + hardwareLength;
        if (!d.has(targetProtocol, protocolLength)) {
            throw Truncated.CHECK;
        }
        if (!d.options().link()) {
            d.put("ARP, ");
        }
        boolean ip = protocol == EtherType.IP || protocol == EtherType.TRAIL;
        if (!ip || protocolLength != 4 || hardwareLength == 0 || d.verbose()) {
            d.put(HARDWARE.name(hardware, () -> "Unknown Hardware (" + hardware + ")"));
            d.put(" (len ").put(hardwareLength).put("), ");
            d.put(EtherType.NAMES.name(protocol, () -> "Unknown Protocol (" + Tokens.hex(protocol, 4) + ")"));
            d.put(" (len ").put(protocolLength).put(')');
            if (!d.verbose()) {
                d.put(", length ").put(length);
                return;
            }
            d.put(", ");
        }
        d.put(OPERATIONS.name(operation, () -> "Unknown (" + operation + ")")).put(' ');
        Addresses addresses = new Addresses(d, hardware, hardwareLength, ip, protocolLength);
        switch (operation) {
            case 1 -> {
                d.put("who-has ").put(addresses.protocol(targetProtocol));
                if (isNonZero(d, targetHardware, hardwareLength)) {
                    d.put(" (").put(addresses.hardware(targetHardware)).put(')');
                }
                d.put(" tell ").put(addresses.protocol(senderProtocol));
            }
            case 2 -> d.put(addresses.protocol(senderProtocol)).put(" is-at ").put(addresses.hardware(senderHardware));
            case 3 ->
                d.put("who-is ")
                        .put(addresses.hardware(targetHardware))
                        .put(" tell ")
                        .put(addresses.hardware(senderHardware));
            case 4 -> d.put(addresses.hardware(targetHardware)).put(" at ").put(addresses.protocol(targetProtocol));
            case 8 ->
                d.put("who-is ")
                        .put(addresses.hardware(targetHardware))
                        .put(" tell ")
                        .put(addresses.hardware(senderHardware));
            case 9 -> d.put(addresses.hardware(senderHardware)).put(" at ").put(addresses.protocol(senderProtocol));
            default -> {
                HexPrinter.hexAndText(d, "\n\t", at, d.captured(at));
                return;
            }
        }
        d.put(", length ").put(length);
    }

    private static boolean isNonZero(Dissection d, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (d.u8(at + i) != 0) {
                return true;
            }
        }
        return false;
    }

    /// How this packet's addresses read.
    private record Addresses(Dissection d, int hardware, int hardwareLength, boolean ip, int protocolLength) {
        String hardware(int at) {
            if (hardwareLength == 0) {
                return "<empty>";
            }
            byte[] address = d.bytes(at, hardwareLength);
            return hardware == 1 && hardwareLength == 6 ? d.addresses().ethernet(address) : AddressText.octets(address);
        }

        String protocol(int at) {
            if (!ip) {
                return "<wrong proto type>";
            }
            return protocolLength == 4 ? d.addresses().ip4(d.bytes(at, 4)) : "<wrong len>";
        }
    }
}
