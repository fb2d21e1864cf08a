package dev.weft.net.tcpdump.print;

/// Prints the options of a DHCP message, one a line.
final class DhcpOptions {
    private static final int PAD = 0;
    private static final int TIME_ZONE = 2;
    private static final int MESSAGE_TYPE = 53;
    private static final int PARAMETER_REQUEST = 55;
    private static final int LAST_TRANSACTION_TIME = 91;
    private static final int END = 255;

    private static final Tokens MESSAGES = Tokens.of("""
        1 Discover
        2 Offer
        3 Request
        4 Decline
        5 ACK
        6 NACK
        7 Release
        8 Inform
        10 LeaseQuery
        11 LeaseUnassigned
        12 LeaseUnknown
        13 LeaseActive
        """);

    private final Dissection d;

    DhcpOptions(Dissection d) {
        this.d = d;
    }

    void print(int cookie) {
        d.put("\n\t  Vendor-rfc1048 Extensions");
        d.put("\n\t    Magic Cookie 0x").hex(d.u32(cookie), 8);
        int at = cookie + 4;
        while (d.has(at, 1)) {
            int tag = d.u8(at++);
            if (tag == PAD && d.verbosity() < 3) {
                continue;
            }
            if (tag == END && d.verbosity() < 3) {
                return;
            }
            int length = tag == PAD || tag == END ? 0 : d.u8(at++);
            DhcpOption option = DhcpOption.of(tag);
            d.put("\n\t    ")
                    .put(option.name())
                    .put(" (")
                    .put(tag)
                    .put("), length ")
                    .put(length);
            d.put(length > 0 ? ": " : "");
            if (tag == PAD) {
                at = pads(at);
            }
            d.need(at, length);
            value(tag, option.format(), at, length);
            at += length;
        }
    }

    private int pads(int start) {
        int at = start;
        while (d.has(at, 1) && d.u8(at) == PAD) {
            at++;
        }
        if (at > start) {
            d.put(", occurs ").put(at - start + 1);
        }
        return at;
    }

    private void value(int tag, DhcpOption.Format format, int at, int length) {
        if (tag == MESSAGE_TYPE && length > 0) {
            int type = d.u8(at);
            d.put(MESSAGES.name(type, () -> "Unknown (" + type + ")"));
            return;
        }
        int used = switch (format) {
            case UNKNOWN -> unknown(at, length);
            case IP -> list(at, length, 4, i -> d.put(d.addresses().ip4(d.bytes(i, 4))));
            case LONG ->
                list(at, length, 4, i -> d.put(tag == TIME_ZONE || tag == LAST_TRANSACTION_TIME ? d.i32(i) : d.u32(i)));
            case SHORT -> list(at, length, 2, i -> d.put(d.u16(i)));
            case PAIR -> list(at, length, 8, this::pair);
            case BOOL -> list(at, length, 1, this::bool);
            case BYTE -> bytes(at, length);
            case TEXT -> text(at, length);
            case OWN -> tag == PARAMETER_REQUEST ? requested(at, length) : new DhcpSpecials(d).print(tag, at, length);
        };
        if (used < length) {
            d.put("\n\t  trailing data length ").put(length - used);
        }
    }

    private interface Item {
        void print(int at);
    }

    /// Prints as many whole items as there are, with commas between; returns the bytes used.
    private int list(int at, int length, int size, Item item) {
        int used = 0;
        while (length - used >= size) {
            if (used > 0) {
                d.put(',');
            }
            item.print(at + used);
            used += size;
        }
        return used;
    }

    private int unknown(int at, int length) {
        if ((length & 1) != 0) {
            return bytes(at, length);
        }
        return (length & 2) != 0
                ? list(at, length, 2, i -> d.put(d.u16(i)))
                : list(at, length, 4, i -> d.put(d.u32(i)));
    }

    private void pair(int at) {
        d.put('(').put(d.addresses().ip4(d.bytes(at, 4))).put(':');
        d.put(d.addresses().ip4(d.bytes(at + 4, 4))).put(')');
    }

    private void bool(int at) {
        int value = d.u8(at);
        switch (value) {
            case 0 -> d.put('N');
            case 1 -> d.put('Y');
            default -> d.put(value).put('?');
        }
    }

    private int bytes(int at, int length) {
        for (int i = 0; i < length; i++) {
            d.put(i == 0 ? "" : ".").put(d.u8(at + i));
        }
        return length;
    }

    private int text(int at, int length) {
        d.put('"').safe(at, length).put('"');
        return length;
    }

    private int requested(int at, int length) {
        for (int i = 0; i < length; i++) {
            int tag = d.u8(at + i);
            d.put(i % 4 == 0 ? "\n\t      " : ", ")
                    .put(DhcpOption.of(tag).name())
                    .put(" (")
                    .put(tag)
                    .put(')');
        }
        return length;
    }
}
