package dev.weft.net.tcpdump.print;

/// Prints the options of an IPv4 header (RFC 791 §3.1).
final class Ip4Options {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_ROUTE = 131;
    private static final int STRICT_ROUTE = 137;
    private static final int ROUTER_ALERT = 148;

    private static final Tokens NAMES = Tokens.of("""
        0 EOL
        1 NOP
        68 timestamp
        130 security
        7 RR
        137 SSRR
        131 LSRR
        148 RA
        82 traceroute
        """);

    private Ip4Options() {}

    static void print(Dissection d, int start, int length) {
        int at = start;
        int left = length;
        String separator = "";
        while (left > 0) {
            d.put(separator);
            separator = ",";
            int type = d.u8(at);
            d.put(NAMES.name(type, () -> "unknown " + type));
            if (type == END) {
                return;
            }
            if (type == NOP) {
                at++;
                left--;
                continue;
            }
            int optionLength = d.u8(at + 1);
            if (optionLength < 2) {
                d.put(" [bad length ").put(optionLength).put(']');
                return;
            }
            if (optionLength > left) {
                d.put(" [bad length ").put(optionLength).put(']');
                return;
            }
            if (!d.has(at, optionLength)) {
                d.put(" [truncated-option]");
                return;
            }
            switch (type) {
                case TIMESTAMP -> timestamps(d, at, optionLength);
                case RECORD_ROUTE, STRICT_ROUTE, LOOSE_ROUTE -> route(d, at, optionLength);
                case ROUTER_ALERT -> routerAlert(d, at, optionLength);
                default -> {}
            }
            at += optionLength;
            left -= optionLength;
        }
    }

    /// Where a source route leads in the end, which checksums count as the destination.
    static byte[] finalDestination(Dissection d, int start, int length, byte[] destination) {
        int at = start;
        int left = length;
        while (left > 0) {
            int type = d.u8(at);
            int optionLength = type == END || type == NOP ? 1 : d.u8(at + 1);
            if (type == END
                    || optionLength < (type == NOP ? 1 : 2)
                    || optionLength > left
                    || !d.has(at, optionLength)) {
                return destination;
            }
            if ((type == LOOSE_ROUTE || type == STRICT_ROUTE) && optionLength >= 7) {
                return d.bytes(at + optionLength - 4, 4);
            }
            at += optionLength;
            left -= optionLength;
        }
        return destination;
    }

    private static void routerAlert(Dissection d, int at, int length) {
        if (length < 4) {
            d.put(" [bad length ").put(length).put(']');
        } else if (d.u16(at + 2) != 0) {
            d.put(" value ").put(d.u16(at + 2));
        }
    }

    private static void route(Dissection d, int at, int length) {
        if (length < 3) {
            d.put(" [bad length ").put(length).put(']');
            return;
        }
        if ((length + 1 & 3) != 0) {
            d.put(" [bad length ").put(length).put(']');
        }
        int pointer = d.u8(at + 2) - 1;
        if (pointer < 3 || (pointer + 1 & 3) != 0) {
            d.put(" [bad ptr ").put(d.u8(at + 2)).put(']');
        }
        for (int hop = 3; hop < length; hop += 4) {
            d.put(' ').put(d.addresses().ip4(d.bytes(at + hop, 4)));
            if (pointer > hop) {
                d.put(',');
            }
        }
    }

    private static void timestamps(Dissection d, int at, int length) {
        if (length < 4) {
            d.put(" [bad length ").put(length).put(']');
            return;
        }
        d.put(" TS{");
        int kind = d.u8(at + 3) & 15;
        int hopLength = kind == 0 ? 4 : 8;
        if ((length - 4) % hopLength != 0) {
            d.put(" [bad length ").put(length).put(']');
        }
        int pointer = d.u8(at + 2) - 1;
        if (pointer < 4 || (pointer - 4) % hopLength != 0 || pointer > length + 1) {
            d.put("[bad ptr ").put(d.u8(at + 2)).put(']');
        }
        switch (kind) {
            case 0 -> d.put("TSONLY");
            case 1 -> d.put("TS+ADDR");
            case 3 -> d.put("PRESPEC");
            default -> {
                d.put("[bad ts type ").put(kind).put(']');
                overflow(d, at);
                return;
            }
        }
        String mark = " ";
        for (int hop = 4; hop < length; hop += hopLength) {
            if (pointer == hop) {
                mark = " ^ ";
            }
            if (length < hop + hopLength) {
                break;
            }
            d.put(mark).put(d.u32(at + hop + hopLength - 4)).put('@');
            d.put(hopLength == 8 ? d.addresses().ip4(d.bytes(at + hop, 4)) : "");
            mark = " ";
        }
        if (pointer == length) {
            d.put(" ^ ");
        }
        overflow(d, at);
    }

    private static void overflow(Dissection d, int at) {
        int overflow = d.u8(at + 3) >> 4;
        if (overflow != 0) {
            d.put(" [").put(overflow).put(" hops not recorded]} ");
        } else {
            d.put('}');
        }
    }
}
