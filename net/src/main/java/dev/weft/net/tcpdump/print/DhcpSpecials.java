package dev.weft.net.tcpdump.print;

/// Prints the DHCP options that have a format of their own; each method returns the bytes used.
final class DhcpSpecials {
    private static final int NETBIOS_NODE = 46;
    private static final int OPTION_OVERLOAD = 52;
    private static final int CLIENT_ID = 61;
    private static final int USER_CLASS = 77;
    private static final int CLIENT_FQDN = 81;
    private static final int AGENT_INFORMATION = 82;
    private static final int CLASSLESS_ROUTE = 121;
    private static final int CLASSLESS_ROUTE_MICROSOFT = 249;

    private static final Tokens NODES = Tokens.of("""
        1 b-node
        2 p-node
        4 m-node
        8 h-node
        """);
    private static final Tokens OVERLOADS = Tokens.of("""
        1 file
        2 sname
        3 file+sname
        """);
    private static final Tokens HARDWARE = Tokens.of("""
        1 ether
        6 ieee802
        7 arcnet
        15 frelay
        23 strip
        24 ieee1394
        """);
    private static final Tokens SUB_OPTIONS = Tokens.of("""
        1 Circuit-ID
        2 Remote-ID
        6 Subscriber-ID
        """);

    private final Dissection d;

    DhcpSpecials(Dissection d) {
        this.d = d;
    }

    int print(int tag, int at, int length) {
        return switch (tag) {
            case NETBIOS_NODE -> word(NODES, at, length);
            case OPTION_OVERLOAD -> word(OVERLOADS, at, length);
            case CLIENT_ID -> clientId(at, length);
            case USER_CLASS -> userClass(at, length);
            case CLIENT_FQDN -> domainName(at, length);
            case AGENT_INFORMATION -> agent(at, length);
            case CLASSLESS_ROUTE, CLASSLESS_ROUTE_MICROSOFT -> routes(at, length);
            default -> 0;
        };
    }

    private int error(int length, int needed) {
        d.put("[ERROR: length < ").put(needed).put(" bytes]");
        return length;
    }

    private int word(Tokens words, int at, int length) {
        if (length < 1) {
            return error(length, 1);
        }
        int value = d.u8(at);
        d.put(words.name(value, () -> "#" + value));
        return 1;
    }

    private int clientId(int at, int length) {
        if (length < 1) {
            return error(length, 1);
        }
        int type = d.u8(at);
        if (type == 0) {
            d.put('"').safe(at + 1, length - 1).put('"');
            return length;
        }
        d.put(HARDWARE.name(type, () -> "hardware-type " + type + ",")).put(' ');
        d.put(AddressText.octets(d.bytes(at + 1, length - 1)));
        return length;
    }

    private int domainName(int at, int length) {
        if (length < 3) {
            return error(length, 3);
        }
        int flags = d.u8(at);
        if (flags != 0) {
            if (flags >> 4 != 0) {
                d.put("[ERROR: MBZ nibble 0x").hex(flags >> 4).put(" != 0] ");
            }
            if ((flags & 15) != 0) {
                d.put('[').put((flags & 1) != 0 ? "S" : "").put((flags & 2) != 0 ? "O" : "");
                d.put((flags & 4) != 0 ? "E" : "")
                        .put((flags & 8) != 0 ? "N" : "")
                        .put("] ");
            }
        }
        if (d.u8(at + 1) != 0 || d.u8(at + 2) != 0) {
            d.put(d.u8(at + 1)).put('/').put(d.u8(at + 2)).put(' ');
        }
        d.put('"').safe(at + 3, length - 3).put('"');
        return length;
    }

    private int agent(int at, int length) {
        int used = 0;
        while (length - used >= 2) {
            int type = d.u8(at + used);
            int size = d.u8(at + used + 1);
            used += 2;
            d.put("\n\t      ")
                    .put(SUB_OPTIONS.name(type, "Unknown"))
                    .put(" SubOption ")
                    .put(type);
            d.put(", length ").put(size).put(": ");
            if (size > length - used) {
                d.put("length goes past end of option");
                return length;
            }
            if (SUB_OPTIONS.knows(type)) {
                d.safe(at + used, size);
            }
            used += size;
        }
        return used;
    }

    /// Classless static routes (RFC 3442): a mask width, the bytes of the prefix that matter, a gateway.
    private int routes(int at, int length) {
        if (length < 5) {
            return error(length, 5);
        }
        int used = 0;
        while (used < length) {
            if (used > 0) {
                d.put(',');
            }
            int width = d.u8(at + used++);
            if (width > 32) {
                d.put("[ERROR: Mask width (").put(width).put(") > 32]");
                return length;
            }
            int octets = (width + 7) / 8;
            if (length - used < octets + 4) {
                d.put("[ERROR: Remaining length (")
                        .put(length - used)
                        .put(") < ")
                        .put(octets + 4)
                        .put(" bytes]");
                return length;
            }
            d.put('(');
            if (width == 0) {
                d.put("default");
            } else {
                byte[] prefix = new byte[4];
                System.arraycopy(d.bytes(at + used, octets), 0, prefix, 0, octets);
                d.put(AddressText.dotted(prefix, 0)).put('/').put(width);
            }
            used += octets;
            d.put(':').put(d.addresses().ip4(d.bytes(at + used, 4))).put(')');
            used += 4;
        }
        return used;
    }

    /// User classes (RFC 3004): texts with their lengths in front.
    private int userClass(int at, int length) {
        if (length < 2) {
            return error(length, 2);
        }
        int used = 0;
        int number = 1;
        while (used < length) {
            int size = d.u8(at + used++);
            d.put("\n\t      instance#").put(number++).put(": ");
            if (size == 0) {
                d.put("[ERROR: suboption length must be non-zero]");
                return length;
            }
            if (size > length - used) {
                d.put("[ERROR: invalid option]");
                return length;
            }
            d.put('"').safe(at + used, size).put("\", length ").put(size);
            used += size;
        }
        return used;
    }
}
