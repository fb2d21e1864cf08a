package dev.weft.net.tcpdump.print;

/// Prints frames with Linux's cooked header, version 1.
/// ```
/// | packet type (2) | ARPHRD_ type (2) | address length (2) | address (8) | protocol (2) |
/// ```
final class CookedPrinter {
    private static final int HEADER = 16;

    private CookedPrinter() {}

    static int print(Dissection d, int at, int length) {
        d.protocol("sll");
        if (d.captured(at) < HEADER || length < HEADER) {
            throw Truncated.CHECK;
        }
        int protocol = d.u16(at + 14);
        return CookedPayload.print(d, at, HEADER, length, protocol, shown -> {
            d.put(String.format("%3s ", PacketWords.name(d.u16(at))));
            if (d.u16(at + 4) == 6) {
                d.put(d.addresses().ethernet(d.bytes(at + 6, 6))).put(' ');
            }
            CookedPayload.type(d, protocol, shown);
        });
    }
}
