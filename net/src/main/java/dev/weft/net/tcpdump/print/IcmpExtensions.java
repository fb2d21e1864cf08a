package dev.weft.net.tcpdump.print;

/// Prints what RFC 4884 lets routers append to ICMP errors, as `traceroute -e` shows it.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------+-----------------------+-------------------------------+
/// |Version|      (Reserved)       |           Checksum            |
/// +-------+-----------------------+-------------------------------+
/// |             Length            |   Class-Num   |   C-Type      |
/// +-------------------------------+---------------+---------------+
/// |                   // (Object payload) //                      |
/// ```
final class IcmpExtensions {
    private static final int HEADER = 8;
    private static final int START = HEADER + 128;
    private static final int MPLS = 1;

    private static final Tokens OBJECTS = Tokens.of("""
        1 MPLS Stack Entry
        2 Interface Identification
        """);

    private IcmpExtensions() {}

    static void print(Dissection d, int at, int length, int type) {
        if (length <= START || type != 3 && type != 11 && type != 12) {
            return;
        }
        d.need(at, START + 4);
        int start = at + START;
        int left = length - START;
        boolean captured = d.has(start, left);
        boolean correct = captured && Dissection.checksum(d.sum(start, left)) == 0;
        if (d.u8(at + 5) == 0 && captured && !correct) {
            return; // routers that do not say the length of the packet inside may mean no extension
        }
        int version = d.u8(start) >> 4;
        d.put("\n\tICMP Multi-Part extension v").put(version);
        if (version != 2) {
            d.put(" packet not supported");
            return;
        }
        if (captured) {
            d.put(", checksum 0x").hex(d.u16(start + 2), 4).put(correct ? " (correct)" : " (incorrect)");
            d.put(", length ").put(left);
        }
        objects(d, start + 4, left - 4);
    }

    private static void objects(Dissection d, int start, int length) {
        int at = start;
        int left = length;
        while (left > 4) {
            d.need(at, 4);
            int objectLength = d.u16(at);
            int number = d.u8(at + 2);
            int kind = d.u8(at + 3);
            d.put("\n\t  ")
                    .put(OBJECTS.name(number, "unknown"))
                    .put(" Object (")
                    .put(number);
            d.put("), Class-Type: ").put(kind).put(", length ").put(objectLength);
            if (objectLength < 4 || objectLength > left) {
                return;
            }
            d.need(at, objectLength);
            if (number == MPLS && kind == 1 && objectLength >= 8) {
                label(d, d.i32(at + 4));
            } else {
                HexPrinter.hex(d, "\n\t    ", at + 4, objectLength - 4);
            }
            at += objectLength;
            left -= objectLength;
        }
    }

    private static void label(Dissection d, int label) {
        d.put("\n\t    label ").put(label >>> 12).put(", tc ").put(label >> 9 & 7);
        d.put((label & 0x100) != 0 ? ", [S]" : "").put(", ttl ").put(label & 0xff);
    }
}
