package dev.weft.net.tcpdump.print;

/// Prints IPv4 packets.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------+-------+---------------+-------------------------------+
/// |Version|  IHL  |Type of Service|          Total Length         |
/// +-------+-------+---------------+-----+-------------------------+
/// |         Identification        |Flags|      Fragment Offset    |
/// +---------------+---------------+-----+-------------------------+
/// |  Time to Live |    Protocol   |         Header Checksum       |
/// +---------------+---------------+-------------------------------+
/// |                       Source Address                          |
/// +---------------------------------------------------------------+
/// |                    Destination Address                        |
/// +---------------------------------------------------------------+
/// ```
final class Ip4Printer {
    private static final int HEADER = 20;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1fff;

    private static final Tokens FLAGS = Tokens.of("""
        0x4000 DF
        0x8000 rsvd
        0x2000 +
        """);
    private static final String[] ECN = {"", ",ECT(1)", ",ECT(0)", ",CE"};

    private Ip4Printer() {}

    static void print(Dissection d, int at, int length) {
        if (!d.enter()) {
            d.invalid();
            return;
        }
        int version = d.u8(at) >> 4;
        d.protocol("ip");
        if (version != 4) {
            if (version == 6) {
                d.put("IP6, wrong link-layer encapsulation");
            } else {
                d.put("IP").put(version);
            }
            d.invalid();
            return;
        }
        if (!d.options().link()) {
            d.put("IP ");
        }
        d.need(at, HEADER);
        if (length < HEADER) {
            d.put("truncated-ip ").put(length);
            return;
        }
        int headerLength = (d.u8(at) & 15) * 4;
        if (headerLength < HEADER) {
            d.put("bad-hlen ").put(headerLength);
            return;
        }
        int total = d.u16(at + 2);
        if (length < total) {
            d.put("truncated-ip - ").put(total - length).put(" bytes missing! ");
        }
        if (total < headerLength) {
            d.put("bad-len ").put(total);
            return;
        }
        int before = d.cut(at + total);
        printHeader(d, at, headerLength, total);
        d.restore(before);
        d.leave();
    }

    private static void printHeader(Dissection d, int at, int headerLength, int total) {
        int fragment = d.u16(at + 6);
        int protocol = d.u8(at + 9);
        if (d.verbose()) {
            verbose(d, at, headerLength, total, fragment, protocol);
        }
        byte[] source = d.bytes(at + 12, 4);
        byte[] destination = d.bytes(at + 16, 4);
        byte[] last = headerLength > HEADER && d.verbose() && d.has(at, headerLength)
                ? Ip4Options.finalDestination(d, at + HEADER, headerLength - HEADER, destination)
                : destination;
        IpHeader ip = new IpHeader(4, at, protocol, source, destination, last);
        if (at + headerLength > d.end()) {
            d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(": ");
            d.truncated();
            return;
        }
        if ((fragment & OFFSET_MASK) == 0) {
            if (!IpProtocol.hasPorts(protocol)) {
                d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(": ");
            }
            boolean fragmented = (fragment & MORE_FRAGMENTS) != 0;
            IpProtocol.print(d, ip, protocol, at + headerLength, total - headerLength, fragmented);
            return;
        }
        // a later fragment: its protocol's header is elsewhere
        d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(':');
        d.put(d.addresses().protocol(protocol).map(name -> " " + name).orElse(" ip-proto-" + protocol));
    }

    private static void verbose(Dissection d, int at, int headerLength, int total, int fragment, int protocol) {
        int tos = d.u8(at + 1);
        d.put("(tos 0x").hex(tos).put(ECN[tos & 3]);
        int ttl = d.u8(at + 8);
        if (ttl >= 1) {
            d.put(", ttl ").put(ttl);
        }
        d.put(", id ").put(d.u16(at + 4)).put(", offset ").put((fragment & OFFSET_MASK) * 8L);
        d.put(", flags [").put(FLAGS.bits(fragment & ~OFFSET_MASK, "none"));
        d.put("], proto ")
                .put(IpProtocol.NAMES.name(protocol, "unknown"))
                .put(" (")
                .put(protocol)
                .put(')');
        d.put(", length ").put(total);
        if (headerLength > HEADER) {
            d.put(", options (");
            Ip4Options.print(d, at + HEADER, headerLength - HEADER);
            d.put(')');
        }
        if (!d.options().noChecksums() && d.has(at, headerLength)) {
            int remainder = Dissection.checksum(d.sum(at, headerLength));
            if (remainder != 0) {
                int found = d.u16(at + 10);
                d.put(", bad cksum ").hex(found).put(" (->");
                d.hex(Dissection.checksumShouldBe(found, remainder)).put(")!");
            }
        }
        d.put(")\n    ");
    }
}
