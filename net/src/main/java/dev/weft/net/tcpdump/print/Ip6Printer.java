package dev.weft.net.tcpdump.print;

/// Prints IPv6 packets and the extension headers on the way to their payload.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------+---------------+---------------------------------------+
/// |Version| Traffic Class |             Flow Label                |
/// +-------+---------------+-------+---------------+---------------+
/// |         Payload Length        |  Next Header  |   Hop Limit   |
/// +-------------------------------+---------------+---------------+
/// |                 Source Address (16 bytes)                     |
/// |                 Destination Address (16 bytes)                |
/// +---------------------------------------------------------------+
/// ```
final class Ip6Printer {
    private static final int HEADER = 40;
    private static final int FRAGMENT_HEADER = 8;

    private Ip6Printer() {}

    static void print(Dissection d, int at, int length) {
        if (!d.enter()) {
            d.invalid();
            return;
        }
        d.protocol("ip6");
        d.need(at, HEADER);
        if (length < HEADER) {
            d.put("truncated-ip6 ").put(length);
            return;
        }
        if (!d.options().link()) {
            d.put("IP6 ");
        }
        int version = d.u8(at) >> 4;
        if (version != 6) {
            d.put("version error: ").put(version).put(" != 6");
            return;
        }
        int payloadLength = d.u16(at + 4);
        int total = payloadLength + HEADER;
        if (payloadLength == 0) {
            total = length; // a jumbogram, or a packet to be segmented by the device
        } else if (length < total) {
            d.put("truncated-ip6 - ").put(total - length).put(" bytes missing!");
        }
        int next = d.u8(at + 6);
        if (d.verbose()) {
            verbose(d, at, payloadLength, next);
        }
        byte[] source = d.bytes(at + 8, 16);
        byte[] destination = d.bytes(at + 24, 16);
        int before = d.cut(at + total);
        headers(d, new IpHeader(6, at, next, source, destination, destination), at, total, next, payloadLength);
        d.restore(before);
        d.leave();
    }

    private static void verbose(Dissection d, int at, int payloadLength, int next) {
        int flow = d.i32(at);
        d.put('(');
        if ((flow & 0x0ff00000) != 0) {
            d.put("class 0x").hex(flow >> 20 & 0xff, 2).put(", ");
        }
        if ((flow & 0xfffff) != 0) {
            d.put("flowlabel 0x").hex(flow & 0xfffff, 5).put(", ");
        }
        d.put("hlim ").put(d.u8(at + 7)).put(", next-header ");
        d.put(IpProtocol.NAMES.name(next, "unknown")).put(" (").put(next).put(')');
        d.put(" payload length: ").put(payloadLength).put(") ");
    }

    /// Goes from header to header until one is not IPv6's own.
    private static void headers(Dissection d, IpHeader header, int ipAt, int total, int first, int payloadLength) {
        IpHeader ip = header;
        int at = ipAt;
        int left = total;
        int advance = HEADER;
        int next = first;
        boolean fragmented = false;
        boolean hopByHopSeen = false;
        while (at < d.end() && advance > 0) {
            if (left < advance) {
                throw Truncated.CHECK;
            }
            at += advance;
            left -= advance;
            if (at == ipAt + HEADER && !IpProtocol.hasPorts(next)) {
                d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(": ");
            }
            switch (next) {
                case IpProtocol.HOP_BY_HOP -> {
                    if (hopByHopSeen) {
                        d.put("[The Hop-by-Hop Options header was already found]");
                        d.invalid();
                        return;
                    }
                    hopByHopSeen = true;
                    if (at != ipAt + HEADER) {
                        d.put("[The Hop-by-Hop Options header don't follow the IPv6 header]");
                        d.invalid();
                        return;
                    }
                    Ip6Options options = new Ip6Options(d, true, payloadLength);
                    advance = options.print(at);
                    if (payloadLength == 0 && options.jumboLength() == Ip6Options.NO_JUMBO) {
                        d.put("[No valid Jumbo Payload Hop-by-Hop option found]");
                        d.invalid();
                        return;
                    }
                }
                case IpProtocol.DESTINATION_OPTIONS -> advance = new Ip6Options(d, false, payloadLength).print(at);
                case IpProtocol.FRAGMENT -> {
                    if (!fragment(d, at, payloadLength - (at - ipAt - HEADER) - FRAGMENT_HEADER)) {
                        return;
                    }
                    advance = FRAGMENT_HEADER;
                    fragmented = true;
                }
                case IpProtocol.ROUTING -> {
                    advance = Ip6Routing.print(d, at);
                    if (advance < 0) {
                        return;
                    }
                    if (ip == header) {
                        ip = Ip6Routing.withFinalDestination(d, ip, at); // only the first routing header counts
                    }
                }
                default -> {
                    IpProtocol.print(d, ip, next, at, left, fragmented);
                    return;
                }
            }
            next = d.u8(at);
            d.protocol("ip6");
        }
    }

    /// Prints a fragment header; false for a later fragment, whose payload cannot be read.
    private static boolean fragment(Dissection d, int at, int payload) {
        d.protocol("frag6");
        int offset = d.u16(at + 2) & 0xfff8;
        if (d.verbose()) {
            long id = d.u32(at + 4);
            d.put("frag (0x").hex(id, 8).put(':');
        } else {
            d.put("frag (");
        }
        // a payload of less than nothing reads as tcpdump's size_t
        d.put(offset).put('|').put(Long.toUnsignedString(payload)).put(')');
        if (offset != 0) {
            return false;
        }
        d.put(' ');
        return true;
    }
}
