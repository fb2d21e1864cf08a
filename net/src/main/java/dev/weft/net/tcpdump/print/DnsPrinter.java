package dev.weft.net.tcpdump.print;

/// Prints DNS messages (RFC 1035 §4.1), also multicast DNS and those in TCP.
/// ```
///   0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15
/// +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
/// |                      ID                       |
/// |QR|   Opcode  |AA|TC|RD|RA|Z |AD|CD|   RCODE   |
/// |                    QDCOUNT                    |
/// |                    ANCOUNT                    |
/// |                    NSCOUNT                    |
/// |                    ARCOUNT                    |
/// +--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+
/// ```
final class DnsPrinter {
    private static final int HEADER = 12;

    private static final String[] OPCODES = {
        "", " inv_q", " stat", " op3", " notify", " update", " op6", " op7",
        " op8", " updateA", " updateD", " updateDA", " updateM", " updateMA", " zoneInit", " zoneRef"
    };
    private static final String[] RESPONSES = {
        "", " FormErr", " ServFail", " NXDomain", " NotImp", " Refused", " YXDomain", " YXRRSet",
        " NXRRSet", " NotAuth", " NotZone", " Resp11", " Resp12", " Resp13", " Resp14", " NoChange",
        " BadVers", "Resp17", " Resp18", " Resp19", " Resp20", "Resp21", " Resp22", " BadCookie"
    };

    private final Dissection d;
    private final DnsRecords records;
    private final int message;
    private final int length;
    private int at;

    private DnsPrinter(Dissection d, int message, int length, boolean multicast) {
        this.d = d;
        this.message = message;
        this.length = length;
        this.records = new DnsRecords(d, message, multicast);
    }

    static void print(Dissection d, int at, int length, boolean multicast) {
        d.protocol("domain");
        if (length < HEADER) {
            d.put("domain");
            d.put(" [length ").put(length).put(" < ").put(HEADER).put(']');
            d.invalid();
            return;
        }
        new DnsPrinter(d, at, length, multicast).print();
    }

    /// A message in a TCP stream has its length in front (RFC 1035 §4.2.2).
    static void printTcp(Dissection d, int at, int length) {
        d.protocol("domain");
        d.put(' ');
        if (length < 2) {
            d.put("[DNS over TCP: length ").put(length).put(" < 2]");
            d.invalid();
            return;
        }
        int messageLength = d.u16(at);
        if (messageLength != length - 2) {
            d.put("[prefix length(")
                    .put(messageLength)
                    .put(") != length(")
                    .put(length - 2)
                    .put(")]");
            d.invalid();
            return;
        }
        print(d, at + 2, Math.min(messageLength, length - 2), false);
    }

    private void print() {
        d.need(message, HEADER);
        int flags = d.u16(message + 2);
        at = message + HEADER;
        if ((flags & 0x8000) != 0) {
            response(flags);
        } else {
            request(flags);
        }
        d.put(" (").put(length).put(')');
    }

    private void response(int flags) {
        int questions = d.u16(message + 4);
        d.put(d.u16(message)).put(OPCODES[flags >> 11 & 15]).put(responseText(flags & 15));
        d.put((flags & 0x0400) != 0 ? "*" : "").put((flags & 0x0080) != 0 ? "" : "-");
        d.put((flags & 0x0200) != 0 ? "|" : "").put((flags & 0x0020) != 0 ? "$" : "");
        if (questions != 1) {
            d.put(" [").put(questions).put("q]");
        }
        for (int i = 0; i < questions; i++) {
            if (i > 0) {
                d.put(',');
            }
            if (d.verbosity() > 1) {
                d.put(" q:");
                at = records.question(at);
            } else {
                at = DnsNames.skip(d, at) + 4;
                if (at >= d.end() && d.u16(message + 6) > 0) {
                    throw Truncated.CHECK;
                }
            }
        }
        int answers = d.u16(message + 6);
        int authorities = d.u16(message + 8);
        int additionals = d.u16(message + 10);
        d.put(' ').put(answers).put('/').put(authorities).put('/').put(additionals);
        section(answers);
        if (d.verbosity() > 1) {
            namedSection(" ns:", authorities);
            namedSection(" ar:", additionals);
        }
    }

    private String responseText(int code) {
        int extended = records.extendedCode(
                at, d.u16(message + 4), d.u16(message + 6) + d.u16(message + 8), d.u16(message + 10));
        int whole = extended << 4 | code;
        return whole < RESPONSES.length ? RESPONSES[whole] : " Resp" + whole;
    }

    private void request(int flags) {
        int questions = d.u16(message + 4);
        int answers = d.u16(message + 6);
        int authorities = d.u16(message + 8);
        int additionals = d.u16(message + 10);
        int opcode = flags >> 11 & 15;
        d.put(d.u16(message)).put(OPCODES[opcode]);
        d.put((flags & 0x0100) != 0 ? "+" : "").put((flags & 0x0010) != 0 ? "%" : "");
        if ((flags & 0x06cf) != 0) {
            d.put(" [b2&3=0x").hex(flags).put(']');
        }
        boolean inverse = opcode == 1;
        if (inverse) {
            count(questions, 0, "q");
            count(answers, 1, "a");
        } else {
            count(answers, 0, "a");
            count(questions, 1, "q");
        }
        count(authorities, 0, "n");
        count(additionals, 0, "au");
        for (int i = 0; i < questions; i++) {
            if (at >= d.end()) {
                throw Truncated.CHECK;
            }
            at = records.question(at);
        }
        if (d.verbosity() > 1) {
            namedSection("", answers);
            namedSection(" ns:", authorities);
            namedSection(" ar:", additionals);
        }
    }

    private void count(int found, int usual, String letter) {
        if (found != usual) {
            d.put(" [").put(found).put(letter).put(']');
        }
    }

    private void namedSection(String name, int count) {
        if (count == 0) {
            return;
        }
        if (at >= d.end()) {
            throw Truncated.CHECK;
        }
        d.put(name);
        section(count);
    }

    private void section(int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                if (at >= d.end()) {
                    throw Truncated.CHECK;
                }
                d.put(',');
            }
            at = records.record(at);
        }
    }
}
