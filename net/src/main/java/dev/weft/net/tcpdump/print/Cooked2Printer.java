package dev.weft.net.tcpdump.print;

/// Prints frames with Linux's cooked header, version 2: what `-i any` captures.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------------------------------+-------------------------------+
/// |        Protocol type          |        Reserved (MBZ)         |
/// +-------------------------------+-------------------------------+
/// |                       Interface index                         |
/// +-------------------------------+---------------+---------------+
/// |        ARPHRD_ type           |  Packet type  |Address length |
/// +-------------------------------+---------------+---------------+
/// |                 Link-layer address (8 bytes)                  |
/// +---------------------------------------------------------------+
/// ```
final class Cooked2Printer {
    private static final int HEADER = 20;

    private Cooked2Printer() {}

    static int print(Dissection d, int at, int length) {
        d.protocol("sll2");
        if (d.captured(at) < HEADER || length < HEADER) {
            throw Truncated.CHECK;
        }
        int index = d.i32(at + 4);
        int protocol = d.u16(at);
        d.put(String.format("%-5s ", d.interfaceName(index)));
        d.put(String.format("%-3s ", PacketWords.name(d.u8(at + 10))));
        return CookedPayload.print(d, at, HEADER, length, protocol, shown -> {
            d.put("ifindex ").put(Integer.toUnsignedLong(index)).put(' ');
            if (d.u8(at + 11) == 6) {
                d.put(d.addresses().ethernet(d.bytes(at + 12, 6))).put(' ');
            }
            CookedPayload.type(d, protocol, shown);
        });
    }
}
