package dev.weft.net.tcpdump.print;

/// Prints VXLAN (RFC 7348 §5) and the frame inside.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-----------------------------------------------+
/// |R|R|R|R|I|R|R|R|            Reserved                           |
/// +-+-+-+-+-+-+-+-+-------------------------------+---------------+
/// |                VXLAN Network Identifier (VNI) |   Reserved    |
/// +-----------------------------------------------+---------------+
/// ```
final class VxlanPrinter {
    private static final int HEADER = 8;
    private static final int HAS_VNI = 0x08;

    private VxlanPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("vxlan");
        d.put("VXLAN");
        if (length < HEADER) {
            d.invalid();
            return;
        }
        int flags = d.u8(at);
        d.put(", flags [")
                .put((flags & HAS_VNI) != 0 ? "I" : "invalid")
                .put("] (0x")
                .hex(flags, 2)
                .put("), ");
        d.put("vni ").put(d.u24(at + 4)).put('\n');
        EthernetPrinter.print(d, at + HEADER, length - HEADER);
    }
}
