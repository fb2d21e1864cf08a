package dev.weft.net.tcpdump.print;

/// Prints BSD loopback frames: an address family in the byte order of whoever captured it, then the packet.
final class NullPrinter {
    private static final int HEADER = 4;
    private static final int AF_INET = 2;

    private static final Tokens FAMILIES = Tokens.of("""
        2 IPv4
        7 OSI
        16 Appletalk
        23 IPX
        24 IPv6
        28 IPv6
        30 IPv6
        """);

    private NullPrinter() {}

    static int print(Dissection d, int at, int length) {
        d.protocol("null");
        d.need(at, HEADER);
        int bigEndian = d.i32(at);
        int littleEndian = Integer.reverseBytes(bigEndian);
        int family = (littleEndian & 0xffff0000) != 0 ? bigEndian : littleEndian;
        int left = length - HEADER;
        if (d.options().link()) {
            header(d, family, length);
        }
        d.linkHeaderLength(HEADER);
        switch (family) {
            case AF_INET -> Ip4Printer.print(d, at + HEADER, left);
            case 24, 28, 30 -> Ip6Printer.print(d, at + HEADER, left);
            default -> {
                if (!d.options().link()) {
                    header(d, family, length);
                }
                HexPrinter.unknown(d, at + HEADER);
            }
        }
        return HEADER;
    }

    private static void header(Dissection d, int family, int length) {
        if (d.options().quiet()) {
            d.put(FAMILIES.name(family, () -> "Unknown AF " + Integer.toUnsignedString(family)));
        } else {
            d.put("AF ")
                    .put(FAMILIES.name(family, "Unknown"))
                    .put(" (")
                    .put(Integer.toUnsignedLong(family))
                    .put(')');
        }
        d.put(", length ").put(length).put(": ");
    }
}
