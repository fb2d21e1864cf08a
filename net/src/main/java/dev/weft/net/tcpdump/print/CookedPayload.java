package dev.weft.net.tcpdump.print;

/// What follows either of Linux's cooked headers.
final class CookedPayload {
    private static final int LONGEST_802_3 = 1500;
    private static final int NOVELL = 1;
    private static final int LLC = 4;
    private static final int TAG = 4;

    private static final byte[] NOBODY = {};

    private static final Tokens KINDS = Tokens.of("""
        1 802.3
        4 802.2
        """);

    private CookedPayload() {}

    /// How a cooked header reads behind the device and the direction.
    interface Header {
        void print(int length);
    }

    /// Prints what is behind the header of `headerLength` bytes at `at`; returns the length of all headers.
    static int print(Dissection d, int at, int headerLength, int length, int protocol, Header header) {
        int type = protocol;
        int payload = at + headerLength;
        int left = length - headerLength;
        if (d.options().link()) {
            header.print(length);
        }
        while (type == EtherType.VLAN) {
            if (d.captured(payload) < TAG || left < TAG) {
                d.protocol("vlan");
                throw Truncated.CHECK;
            }
            if (d.options().link()) {
                EthernetPrinter.tag(d, d.u16(payload));
            }
            int inner = d.u16(payload + 2);
            type = inner <= LONGEST_802_3 ? LLC : inner;
            if (!d.options().quiet()) {
                d.put("ethertype ").put(EtherType.NAMES.name(type, "Unknown")).put(", ");
            }
            payload += TAG;
            left -= TAG;
        }
        d.linkHeaderLength(payload - at);
        int llc = type == LLC ? LlcPrinter.print(d, payload, left, NOBODY, NOBODY) : 0;
        boolean known = type == LLC ? llc >= 0 : isPrinted(d, type, payload, left);
        if (!known) {
            if (!d.options().link() && type > LONGEST_802_3) {
                header.print(left + headerLength);
            }
            HexPrinter.unknown(d, payload);
        }
        return payload - at + Math.abs(llc);
    }

    private static boolean isPrinted(Dissection d, int type, int at, int length) {
        return type > LONGEST_802_3 && EtherType.printPayload(d, type, at, length);
    }

    /// The type of the payload and the length of the whole frame.
    static void type(Dissection d, int protocol, int length) {
        if (d.options().quiet()) {
            return;
        }
        if (protocol > LONGEST_802_3) {
            EtherType.print(d, protocol);
        } else {
            d.put(protocol == NOVELL || protocol == LLC ? "" : "ethertype ")
                    .put(KINDS.name(
                            protocol,
                            () -> "Unknown (0x" + Tokens.hex(protocol, 4).substring(2) + ")"));
        }
        d.put(", length ").put(length).put(": ");
    }
}
