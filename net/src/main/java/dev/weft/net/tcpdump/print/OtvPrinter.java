package dev.weft.net.tcpdump.print;

/// Prints Overlay Transport Virtualization (draft-hasmit-otv): tcpdump's reading of port 8472, which Linux gives to
/// VXLAN.
final class OtvPrinter {
    private static final int HEADER = 8;
    private static final int HAS_INSTANCE = 0x08;

    private OtvPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("otv");
        d.put("OTV, ");
        if (length < HEADER) {
            d.put("[length ").put(length).put(" < ").put(HEADER).put(']');
            d.invalid();
            return;
        }
        int flags = d.u8(at);
        d.put("flags [")
                .put((flags & HAS_INSTANCE) != 0 ? "I" : ".")
                .put("] (0x")
                .hex(flags, 2)
                .put("), ");
        d.put("overlay ", d.u24(at + 1)).put(", ");
        d.put("instance ", d.u24(at + 4)).put('\n');
        d.need(at + 7, 1);
        EthernetPrinter.print(d, at + HEADER, length - HEADER);
    }
}
