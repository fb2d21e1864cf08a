package dev.weft.net.tcpdump.print;

/// Prints IEEE 802.2 headers (LLC and SNAP) and what they carry.
final class LlcPrinter {
    private static final int SNAP_HEADER = 5;
    private static final int ETHERNET = 0x000000;
    private static final int CISCO_BRIDGED = 0x0000f8;
    private static final int SAP_STP = 0x42;
    private static final int SAP_IP = 0x06;
    private static final int SAP_SNAP = 0xaa;
    private static final int SAP_GLOBAL = 0xff;
    private static final int UNNUMBERED = 3;
    private static final int UNNUMBERED_POLL = 0x10;
    private static final int POLL = 0x100;
    private static final int UI = 0x03;
    private static final int XID = 0xaf;
    private static final int XID_FORMAT_INDICATOR = 0x81;

    private static final Tokens SAPS = Tokens.of("""
        0x00 Null
        0xff Global
        0x02 802.1B I
        0x03 802.1B G
        0x04 SNA
        0x06 IP
        0x0e ProWay NM
        0x42 STP
        0x4e RS511
        0x7e ISO8208
        0x8e ProWay
        0xaa SNAP
        0xe0 IPX
        0xf0 NetBeui
        0xfe OSI
        """);
    private static final Tokens DESTINATION_FLAG = Tokens.of("""
        0 Individual
        1 Group
        """);
    private static final Tokens FLAGS = Tokens.of("""
        0 Command
        0x01 Response
        0x10 Poll
        0x11 Final
        0x100 Poll
        0x101 Final
        """);
    private static final Tokens COMMANDS = Tokens.of("""
        0x03 ui
        0xe3 test
        0xaf xid
        0x6f sabme
        0x43 disc
        0x63 ua
        0x87 frmr
        0x0f dm
        """);
    private static final Tokens SUPERVISORY = Tokens.of("""
        0 Receiver Ready
        1 Receiver not Ready
        2 Reject
        """);
    private static final Tokens ORGANIZATIONS = Tokens.of("""
        0x000000 Ethernet
        0x00000c Cisco
        0x0000f8 Cisco bridged
        0x0080c2 Ethernet bridged
        0x080007 Appletalk
        """);

    private LlcPrinter() {}

    /// Prints what follows an 802.3 length; returns the length of the header, negative if its payload is unknown.
    static int print(Dissection d, int at, int length, byte[] source, byte[] destination) {
        d.protocol("llc");
        if (d.captured(at) < 3 || length < 3) {
            d.truncated();
            HexPrinter.unknown(d, at);
            return Math.min(d.captured(at), length);
        }
        int dsapField = d.u8(at);
        int ssapField = d.u8(at + 1);
        int control = d.u8(at + 2);
        boolean unnumbered = (control & UNNUMBERED) == UNNUMBERED;
        int header = unnumbered ? 3 : 4;
        if (!unnumbered) {
            if (d.captured(at) < 4 || length < 4) {
                d.truncated();
                HexPrinter.unknown(d, at);
                return Math.min(d.captured(at), length);
            }
            control |= d.u8(at + 3) << 8;
        }
        int dsap = dsapField & ~1;
        int ssap = ssapField & ~1;
        if (d.options().link()) {
            d.put("LLC, dsap ")
                    .put(SAPS.name(dsap, "Unknown"))
                    .put(" (0x")
                    .hex(dsap, 2)
                    .put(") ");
            d.put(DESTINATION_FLAG.name(dsapField & 1, "")).put(", ssap ").put(SAPS.name(ssap, "Unknown"));
            d.put(" (0x").hex(ssap, 2).put(") ").put(FLAGS.name(ssapField & 1, ""));
            d.put(", ctrl 0x").hex(control, unnumbered ? 2 : 4).put(": ");
        }
        int payload = at + header;
        int left = length - header;
        if (control == UI && ssap == dsap) {
            switch (ssap) {
                case SAP_SNAP -> {
                    return snap(d, payload, left, source, destination) ? header + SNAP_HEADER : -(header + SNAP_HEADER);
                }
                case SAP_STP -> {
                    StpPrinter.print(d, payload, left);
                    return header;
                }
                case SAP_IP -> {
                    Ip4Printer.print(d, payload, left);
                    return header;
                }
                default -> {}
            }
        }
        if (!d.options().link()) {
            ends(d, ssap, dsap, source, destination);
        }
        return unnumbered
                ? unnumbered(d, payload, left, header, ssapField, control)
                : numbered(d, left, header, ssapField, control);
    }

    private static void ends(Dissection d, int ssap, int dsap, byte[] source, byte[] destination) {
        String from = SAPS.name(ssap, () -> "Unknown SSAP " + Tokens.hex(ssap, 2));
        String to = SAPS.name(dsap, () -> "Unknown DSAP " + Tokens.hex(dsap, 2));
        boolean known = source.length > 0; // a cooked header does not say between whom
        if (known) {
            d.put(d.addresses().ethernet(source)).put(' ');
        }
        if (ssap != dsap) {
            d.put(from).put(' ');
        }
        d.put(known || ssap != dsap ? "> " : "");
        if (known) {
            d.put(d.addresses().ethernet(destination)).put(' ');
        }
        d.put(to).put(' ');
    }

    private static int unnumbered(Dissection d, int payload, int left, int header, int ssapField, int control) {
        int command = control & ~UNNUMBERED_POLL;
        d.put("Unnumbered, ")
                .put(COMMANDS.name(command, () -> Tokens.hex(command, 2).substring(2)));
        d.put(", Flags [").put(FLAGS.name(ssapField & 1 | control & UNNUMBERED_POLL, "?"));
        d.put("], length ").put(left + header);
        if (command == XID) {
            if (left == 0) {
                return header;
            }
            if (d.u8(payload) == XID_FORMAT_INDICATOR) {
                if (d.captured(payload) < 3 || left < 3) {
                    d.truncated();
                    HexPrinter.unknown(d, payload);
                } else {
                    d.put(": ").hex(d.u8(payload + 1), 2).put(' ').hex(d.u8(payload + 2), 2);
                }
                return header;
            }
        }
        return -header;
    }

    private static int numbered(Dissection d, int left, int header, int ssapField, int control) {
        String flags = FLAGS.name(ssapField & 1 | control & POLL, "?");
        int received = control >> 9 & 0x7f;
        if ((control & 1) != 0) {
            d.put("Supervisory, ").put(SUPERVISORY.name(control >> 2 & 3, "?"));
            d.put(", rcv seq ")
                    .put(received)
                    .put(", Flags [")
                    .put(flags)
                    .put("], length ")
                    .put(left + header);
            return header;
        }
        d.put("Information, send seq ")
                .put(control >> 1 & 0x7f)
                .put(", rcv seq ")
                .put(received);
        d.put(", Flags [").put(flags).put("], length ").put(left + header);
        return -header;
    }

    /// The Sub-Network Access Protocol: an organization and a number of its own, or an Ethernet type.
    private static boolean snap(Dissection d, int at, int length, byte[] source, byte[] destination) {
        d.need(at, SNAP_HEADER);
        if (length < SNAP_HEADER) {
            throw Truncated.CHECK;
        }
        int organization = d.u24(at);
        int type = d.u16(at + 3);
        if (d.options().link()) {
            d.put("oui ")
                    .put(ORGANIZATIONS.name(organization, "Unknown"))
                    .put(" (0x")
                    .hex(organization, 6)
                    .put("), ");
            snapType(d, organization, type, length - SNAP_HEADER);
        }
        boolean known = switch (organization) {
            case ETHERNET, CISCO_BRIDGED -> EtherType.printPayload(d, type, at + SNAP_HEADER, length - SNAP_HEADER);
            default -> false;
        };
        if (!known && !d.options().link()) {
            if (source.length > 0) {
                d.put(d.addresses().ethernet(source))
                        .put(" > ")
                        .put(d.addresses().ethernet(destination))
                        .put(' ');
            }
            d.put("SNAP, ");
            if (organization != ETHERNET) {
                d.put("oui ")
                        .put(ORGANIZATIONS.name(organization, "Unknown"))
                        .put(" (0x")
                        .hex(organization, 6)
                        .put("), ");
            }
            snapType(d, organization, type, length - SNAP_HEADER);
        }
        return known;
    }

    private static void snapType(Dissection d, int organization, int type, int length) {
        if (organization == ETHERNET) {
            d.put("ethertype ").put(EtherType.NAMES.name(type, "Unknown"));
        } else {
            d.put("pid Unknown");
        }
        d.put(" (0x").hex(type, 4).put("), length ").put(length).put(": ");
    }
}
