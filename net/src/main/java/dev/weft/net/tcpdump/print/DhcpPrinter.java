package dev.weft.net.tcpdump.print;

/// Prints BOOTP and DHCP messages (RFC 951, RFC 2131).
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------+---------------+---------------+---------------+
/// |     op (1)    |   htype (1)   |   hlen (1)    |   hops (1)    |
/// +---------------+---------------+---------------+---------------+
/// |                            xid (4)                            |
/// +-------------------------------+-------------------------------+
/// |           secs (2)            |           flags (2)           |
/// +-------------------------------+-------------------------------+
/// |           ciaddr, yiaddr, siaddr, giaddr  (4 each)            |
/// |           chaddr (16), sname (64), file (128)                 |
/// |           options (variable), after the magic cookie          |
/// +---------------------------------------------------------------+
/// ```
final class DhcpPrinter {
    private static final int ETHERNET = 1;
    private static final int REQUEST = 1;
    private static final int CIADDR = 12;
    private static final int CHADDR = 28;
    private static final int SNAME = 44;
    private static final int FILE = 108;
    private static final int OPTIONS = 236;
    private static final int COOKIE = 0x63825363;

    private static final Tokens OPERATIONS = Tokens.of("""
        1 Request
        2 Reply
        """);
    private static final Tokens FLAGS = Tokens.of("""
        0x8000 Broadcast
        """);
    private static final String[] ADDRESSES = {"Client-IP", "Your-IP", "Server-IP", "Gateway-IP"};

    private DhcpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("bootp");
        int operation = d.u8(at);
        d.put("BOOTP/DHCP, ").put(OPERATIONS.name(operation, () -> "unknown (" + Tokens.hex(operation, 2) + ")"));
        int hardware = d.u8(at + 1);
        int hardwareLength = d.u8(at + 2);
        boolean ethernet = hardware == ETHERNET && hardwareLength == 6;
        if (ethernet && operation == REQUEST) {
            d.put(" from ", d.addresses().ethernet(d.bytes(at + CHADDR, 6)));
        }
        d.put(", length ").put(length);
        if (d.verbose()) {
            fields(d, at, hardware, hardwareLength);
            names(d, at, ethernet);
            options(d, at + OPTIONS);
        }
    }

    private static void fields(Dissection d, int at, int hardware, int hardwareLength) {
        d.need(at + 8, 2);
        if (hardware != ETHERNET) {
            d.put(", htype ").put(hardware);
        }
        if (hardwareLength != 6 || hardware != ETHERNET) {
            d.put(", hlen ").put(hardwareLength);
        }
        if (d.u8(at + 3) != 0) {
            d.put(", hops ").put(d.u8(at + 3));
        }
        if (d.i32(at + 4) != 0) {
            d.put(", xid 0x").hex(d.u32(at + 4));
        }
        if (d.u16(at + 8) != 0) {
            d.put(", secs ").put(d.u16(at + 8));
        }
        int flags = d.u16(at + 10);
        d.put(", Flags [").put(FLAGS.bits(flags, "none")).put(']');
        if (d.verbosity() > 1) {
            d.put(" (0x").hex(flags, 4).put(')');
        }
    }

    private static void names(Dissection d, int at, boolean ethernet) {
        for (int i = 0; i < ADDRESSES.length; i++) {
            int address = at + CIADDR + 4 * i;
            if (d.i32(address) != 0) {
                d.put("\n\t  ").put(ADDRESSES[i]).put(' ').put(d.addresses().ip4(d.bytes(address, 4)));
            }
        }
        if (ethernet) {
            d.put("\n\t  Client-Ethernet-Address ", d.addresses().ethernet(d.bytes(at + CHADDR, 6)));
        }
        text(d, "sname", at + SNAME, 64);
        text(d, "file", at + FILE, 128);
    }

    /// A text that ends at a zero byte or after `size` bytes.
    private static void text(Dissection d, String name, int at, int size) {
        if (d.u8(at) == 0) {
            return;
        }
        d.put("\n\t  ").put(name).put(" \"");
        for (int i = 0; i < size && d.u8(at + i) != 0; i++) {
            d.safe(d.u8(at + i));
        }
        d.put('"');
    }

    private static void options(Dissection d, int at) {
        int cookie = d.i32(at);
        if (cookie == COOKIE) {
            new DhcpOptions(d).print(at);
        } else if (cookie != 0) {
            d.put("\n\t  Vendor-#0x").hex(Integer.toUnsignedLong(cookie), 8);
        }
    }
}
