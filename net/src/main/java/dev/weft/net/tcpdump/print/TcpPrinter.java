package dev.weft.net.tcpdump.print;

/// Prints TCP segments.
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------------------------------+-------------------------------+
/// |          Source Port          |       Destination Port        |
/// +-------------------------------+-------------------------------+
/// |                        Sequence Number                        |
/// +---------------------------------------------------------------+
/// |                    Acknowledgment Number                      |
/// +-------+-----+-----------------+-------------------------------+
/// | Data  |     |N|C|E|U|A|P|R|S|F|                               |
/// | Offset|Rsrvd|S|W|C|R|C|S|S|Y|I|            Window             |
/// |       |     | |R|E|G|K|H|T|N|N|                               |
/// +-------+-----+-----------------+-------------------------------+
/// |           Checksum            |         Urgent Pointer        |
/// +-------------------------------+-------------------------------+
/// ```
final class TcpPrinter {
    private static final int HEADER = 20;
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;
    private static final int URG = 0x20;
    private static final int LONGEST_REASON = 30;

    private static final Tokens FLAGS = Tokens.of("""
        0x01 F
        0x02 S
        0x04 R
        0x08 P
        0x10 .
        0x20 U
        0x40 E
        0x80 W
        """);

    private TcpPrinter() {}

    static void print(Dissection d, IpHeader ip, int at, int length, boolean fragmented) {
        d.protocol("tcp");
        if (!d.has(at, 4)) {
            d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(':');
            d.truncated();
            return;
        }
        int sourcePort = d.u16(at);
        int destinationPort = d.u16(at + 2);
        ip.printPorts(
                d,
                IpProtocol.TCP,
                d.addresses().tcpPort(sourcePort),
                d.addresses().tcpPort(destinationPort));
        if (!d.has(at, HEADER)) {
            d.truncated();
            return;
        }
        int headerLength = (d.u8(at + 12) >> 4) * 4;
        if (headerLength < HEADER) {
            d.put(" tcp ").put(length - headerLength).put(" [bad hdr length ").put(headerLength);
            d.put(" - too short, < ").put(HEADER).put(']');
            return;
        }
        if (d.options().quiet()) {
            d.put("tcp ").put(Integer.toUnsignedLong(length - headerLength));
            if (headerLength > length) {
                d.put(" [bad hdr length ")
                        .put(headerLength)
                        .put(" - too long, > ")
                        .put(length)
                        .put(']');
            }
            return;
        }
        new Segment(d, ip, at, length, sourcePort, destinationPort, headerLength).print(fragmented);
    }

    /// One segment's numbers while they are turned into text.
    private static final class Segment {
        private final Dissection d;
        private final IpHeader ip;
        private final int at;
        private final int length;
        private final int sourcePort;
        private final int destinationPort;
        private final int headerLength;
        private final int flags;
        private int sequence;
        private int acknowledgment;
        /// Where the other end's numbers start.
        private int acknowledgmentStart;

        Segment(Dissection d, IpHeader ip, int at, int length, int sourcePort, int destinationPort, int headerLength) {
            this.d = d;
            this.ip = ip;
            this.at = at;
            this.length = length;
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
            this.headerLength = headerLength;
            this.sequence = d.i32(at + 4);
            this.acknowledgment = d.i32(at + 8);
            this.flags = d.u8(at + 13);
        }

        void print(boolean fragmented) {
            d.put("Flags [").put(FLAGS.bits(flags, "none", "")).put(']');
            if (!d.options().absoluteSequence() && (flags & ACK) != 0) {
                makeRelative();
            }
            if (headerLength > length) {
                d.put(" [bad hdr length ")
                        .put(headerLength)
                        .put(" - too long, > ")
                        .put(length)
                        .put(']');
                return;
            }
            if (d.verbose() && !d.options().noChecksums() && !fragmented) {
                checksum();
            }
            int dataLength = length - headerLength;
            if (d.verbosity() > 1 || dataLength > 0 || (flags & (SYN | FIN | RST)) != 0) {
                d.put(", seq ").put(Integer.toUnsignedLong(sequence));
                if (dataLength > 0) {
                    d.put(':').put(Integer.toUnsignedLong(sequence + dataLength));
                }
            }
            if ((flags & ACK) != 0) {
                d.put(", ack ").put(Integer.toUnsignedLong(acknowledgment));
            }
            d.put(", win ").put(d.u16(at + 14));
            if ((flags & URG) != 0) {
                d.put(", urg ").put(d.u16(at + 18));
            }
            if (headerLength > HEADER) {
                d.put(", options [");
                TcpOptions options =
                        new TcpOptions(d, at + HEADER, headerLength - HEADER, acknowledgmentStart, d.has(at, length));
                if (!options.print()) {
                    return;
                }
            }
            d.put(", length ").put(dataLength);
            if (dataLength > 0) {
                payload(dataLength);
            }
        }

        private void makeRelative() {
            String source = AddressText.octets(ip.source());
            String destination = AddressText.octets(ip.destination());
            boolean reverse =
                    sourcePort > destinationPort || sourcePort == destinationPort && source.compareTo(destination) > 0;
            TcpConversations.Key key = reverse
                    ? new TcpConversations.Key(destination, source, destinationPort, sourcePort)
                    : new TcpConversations.Key(source, destination, sourcePort, destinationPort);
            TcpConversations.Start start = d.conversations().find(key);
            if (start == null || (flags & SYN) != 0) {
                start = reverse
                        ? new TcpConversations.Start(acknowledgment - 1, sequence)
                        : new TcpConversations.Start(sequence, acknowledgment - 1);
                d.conversations().remember(key, start);
                acknowledgmentStart = reverse ? start.sequence() : start.acknowledgment();
                return;
            }
            acknowledgmentStart = reverse ? start.sequence() : start.acknowledgment();
            sequence -= reverse ? start.acknowledgment() : start.sequence();
            acknowledgment -= acknowledgmentStart;
        }

        private void checksum() {
            if (!d.has(at, length)) {
                return;
            }
            int found = d.u16(at + 16);
            d.put(", cksum 0x").hex(found, 4);
            int remainder = Dissection.checksum(ip.pseudoSum(IpProtocol.TCP, length) + d.sum(at, length));
            if (remainder == 0) {
                d.put(" (correct)");
            } else {
                d.put(" (incorrect -> 0x")
                        .hex(Dissection.checksumShouldBe(found, remainder), 4)
                        .put(')');
            }
        }

        private void payload(int dataLength) {
            int data = at + headerLength;
            if ((flags & RST) != 0 && d.verbose()) {
                reason(data, dataLength);
            } else {
                TcpPayloads.print(d, sourcePort, destinationPort, data, dataLength);
            }
        }

        /// The text that a reset may carry (RFC 9293 §3.5.3 allows data there).
        private void reason(int data, int dataLength) {
            d.put(d.has(data, dataLength) ? " [RST" : " [!RST").put(dataLength > LONGEST_REASON ? "+ " : " ");
            int shown = Math.min(Math.min(dataLength, LONGEST_REASON), d.captured(data));
            for (int i = 0; i < shown; i++) {
                d.safe(d.u8(data + i));
            }
            d.put(']');
        }
    }
}
