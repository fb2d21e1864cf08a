package dev.weft.net.tcpdump.print;

/// Prints an MPLS label stack (RFC 3032 §2.1) and the IP packet below it.
final class MplsPrinter {
    private static final int ENTRY = 4;
    private static final int BOTTOM = 0x100;
    private static final int IPV4_NULL = 0;
    private static final int IPV6_NULL = 2;
    private static final int IMPLICIT_NULL = 3;

    private static final Tokens LABELS = Tokens.of("""
        0 IPv4 explicit NULL
        1 router alert
        2 IPv6 explicit NULL
        3 implicit NULL
        """);

    private MplsPrinter() {}

    static void print(Dissection d, int start, int length) {
        d.protocol("mpls");
        d.put("MPLS");
        int at = start;
        int label;
        do {
            if (at + ENTRY - start > length) {
                d.invalid();
                return;
            }
            label = d.i32(at);
            d.put(at == start || !d.verbose() ? " " : "\n\t").put("(label ").put(label >>> 12);
            if (d.verbose() && LABELS.knows(label >>> 12)) {
                d.put(" (").put(LABELS.name(label >>> 12, "")).put(')');
            }
            d.put(", tc ").put(label >> 9 & 7); // the class that RFC 5462 renamed from `exp`
            if ((label & BOTTOM) != 0) {
                d.put(", [S]");
            }
            d.put(", ttl ").put(label & 0xff).put(')');
            at += ENTRY;
        } while ((label & BOTTOM) == 0);
        payload(d, label >>> 12, at, length - (at - start));
    }

    /// What is below the stack: said by a reserved label, else guessed from its first byte.
    private static void payload(Dissection d, int label, int at, int length) {
        if (length < 1 && label != IPV4_NULL && label != IPV6_NULL && label != IMPLICIT_NULL) {
            return;
        }
        boolean four = label == IPV4_NULL || label == IMPLICIT_NULL;
        boolean six = label == IPV6_NULL;
        if (!four && !six) {
            int first = d.u8(at);
            four = first >= 0x45 && first <= 0x4f;
            six = first >> 4 == 6;
        }
        if (!four && !six) {
            HexPrinter.unknown(d, at, length);
            return;
        }
        d.put(d.verbose() ? "\n\t" : " ");
        if (four) {
            Ip4Printer.print(d, at, length);
        } else {
            Ip6Printer.print(d, at, length);
        }
    }
}
