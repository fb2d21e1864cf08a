package dev.weft.net.tcpdump.print;

/// Reads domain names of DNS messages, compressed or not (RFC 1035 §4.1.4).
final class DnsNames {
    private static final int POINTER = 0xc0;
    private static final int EXTENDED = 0x40;
    private static final int MAXIMUM_LENGTH = 255;

    private DnsNames() {}

    /// The position behind a name, without reading where its pointers lead.
    static int skip(Dissection d, int start) {
        int at = start;
        while (true) {
            int length = d.u8(at++);
            if (length == 0) {
                return at;
            }
            switch (length & POINTER) {
                case POINTER -> {
                    d.need(at, 1);
                    return at + 1;
                }
                case 0 -> at += length;
                case EXTENDED -> {
                    if (length != 0x41) {
                        throw Truncated.CHECK;
                    }
                    int bits = d.u8(at++);
                    at += ((bits == 0 ? 256 : bits) + 7) / 8;
                }
                default -> throw Truncated.CHECK;
            }
        }
    }

    /// As [#skip], but a name that was cut short ends where the packet does.
    static int trySkip(Dissection d, int start) {
        try {
            return skip(d, start);
        } catch (Truncated cut) {
            return d.end();
        }
    }

    /// Prints the name at `start` of the message at `message` and returns the position behind it.
    static int print(Dissection d, int message, int start) {
        int at = start;
        int after = -1;
        int total = 0;
        int lowest = start - message;
        int length = d.u8(at++);
        if (length == 0) {
            d.put('.');
            return at;
        }
        while (length != 0) {
            switch (length & POINTER) {
                case POINTER -> {
                    int target = (length & 0x3f) << 8 | d.u8(at);
                    if (after < 0) {
                        after = at + 1;
                    }
                    if (target >= lowest) {
                        d.put("<BAD PTR>");
                        throw Truncated.CHECK;
                    }
                    lowest = target;
                    at = message + target;
                    length = d.u8(at++);
                    continue;
                }
                case 0 -> {
                    d.safe(at, Math.min(length, d.captured(at)));
                    d.need(at, length);
                    at += length;
                    total += length;
                }
                case EXTENDED -> {
                    d.put("<ELT ").put(length & 0x3f).put('>');
                    throw Truncated.CHECK;
                }
                default -> {
                    d.put("<BAD LABEL TYPE>");
                    throw Truncated.CHECK;
                }
            }
            d.put('.');
            total++;
            if (total > MAXIMUM_LENGTH) {
                d.put("<DOMAIN NAME TOO LONG>");
                throw Truncated.CHECK;
            }
            length = d.u8(at++);
        }
        return after < 0 ? at : after;
    }

    /// Prints a character string (RFC 1035 §3.3) and returns the position behind it.
    static int printString(Dissection d, int start) {
        int length = d.u8(start);
        for (int i = 1; i <= length; i++) {
            d.safe(d.u8(start + i));
        }
        return start + 1 + length;
    }
}
