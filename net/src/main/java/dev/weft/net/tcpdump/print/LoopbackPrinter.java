package dev.weft.net.tcpdump.print;

/// Prints the Ethernet Configuration Testing Protocol (ethertype 0x9000), by which some switches find loops.
final class LoopbackPrinter {
    private static final Tokens FUNCTIONS = Tokens.of("""
        1 Reply
        2 Forward Data
        """);

    private LoopbackPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("loopback");
        d.put("Loopback");
        if (length < 2) {
            d.invalid();
            return;
        }
        int skip = littleEndian(d, at);
        d.put(", skipCount ").put(skip);
        if (skip % 8 != 0) {
            d.put(" (bogus)");
        }
        if (skip > length - 2) {
            d.invalid();
            return;
        }
        message(d, at + 2 + skip, length - 2 - skip);
    }

    private static void message(Dissection d, int at, int length) {
        if (length < 2) {
            d.invalid();
            return;
        }
        int function = littleEndian(d, at);
        d.put(", ").put(FUNCTIONS.name(function, () -> " invalid (" + function + ")"));
        switch (function) {
            case 1 -> {
                if (length < 4) {
                    d.invalid();
                    return;
                }
                d.put(", receipt number ").put(littleEndian(d, at + 2));
            }
            case 2 -> {
                if (length < 8) {
                    d.invalid();
                    return;
                }
                d.put(", forwarding address ").put(d.addresses().ethernet(d.bytes(at + 2, 6)));
            }
            default -> {}
        }
    }

    private static int littleEndian(Dissection d, int at) {
        return d.u8(at) | d.u8(at + 1) << 8;
    }
}
