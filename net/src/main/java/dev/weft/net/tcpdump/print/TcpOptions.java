package dev.weft.net.tcpdump.print;

/// Prints the options of a TCP header.
final class TcpOptions {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int WSCALE = 3;
    private static final int SACK_OK = 4;
    private static final int SACK = 5;
    private static final int ECHO = 6;
    private static final int ECHO_REPLY = 7;
    private static final int TIMESTAMP = 8;
    private static final int CC = 11;
    private static final int CC_NEW = 12;
    private static final int CC_ECHO = 13;
    private static final int SIGNATURE = 19;
    private static final int SCPS = 20;
    private static final int USER_TIMEOUT = 28;
    private static final int AUTHENTICATION = 29;
    private static final int FAST_OPEN = 34;
    private static final int EXPERIMENT = 254;
    private static final int EXPERIMENT_FAST_OPEN = 0xf989;

    private static final Tokens NAMES = Tokens.of("""
        0 eol
        1 nop
        2 mss
        3 wscale
        4 sackOK
        5 sack
        6 echo
        7 echoreply
        8 TS
        11 cc
        12 ccnew
        13
        19 md5
        20 scps
        28 uto
        29 tcp-ao
        30 mptcp
        34 tfo
        254 exp
        """);

    private final Dissection d;
    private final int acknowledgmentStart;
    private final boolean complete;
    private int at;
    private int left;

    /// @param acknowledgmentStart where the numbers that this end acknowledges start
    /// @param complete whether the whole segment was captured
    TcpOptions(Dissection d, int at, int left, int acknowledgmentStart, boolean complete) {
        this.d = d;
        this.at = at;
        this.left = left;
        this.acknowledgmentStart = acknowledgmentStart;
        this.complete = complete;
    }

    /// Prints all options and the closing bracket; false if one is so bad that nothing more can be said of the segment.
    boolean print() {
        boolean first = true;
        while (left > 0) {
            if (!first) {
                d.put(',');
            }
            int kind = d.u8(at);
            boolean bare = kind == END || kind == NOP;
            int length = bare ? 1 : d.u8(at + 1);
            if (!bare && (length < 2 || length > left)) {
                return bad(first);
            }
            int header = bare ? 1 : 2;
            at += header;
            left -= header;
            d.put(NAMES.name(kind, () -> "unknown-" + kind));
            int used;
            try {
                used = value(kind, length - header);
            } catch (Truncated cut) {
                d.truncated();
                d.put(first ? "" : ">");
                return false;
            }
            if (used < 0) {
                return bad(first);
            }
            at += used;
            left -= used;
            if (used + header != length) {
                d.put("[len ").put(length).put(']');
            }
            first = false;
            if (kind == END) {
                break;
            }
        }
        d.put(']');
        return true;
    }

    private boolean bad(boolean first) {
        d.put("[bad opt]").put(first ? "" : "]");
        return false;
    }

    /// Prints the value of one option of `length` bytes; returns how many it took, or -1 if it does not fit.
    private int value(int kind, int length) {
        return switch (kind) {
            case MSS -> fixed(2) ? put(" ", d.u16(at), 2) : -1;
            case WSCALE -> fixed(1) ? put(" ", d.u8(at), 1) : -1;
            case ECHO, ECHO_REPLY, CC, CC_NEW, CC_ECHO -> fixed(4) ? put(" ", d.u32(at), 4) : -1;
            case TIMESTAMP -> timestamp();
            case SACK -> sack(length);
            case SIGNATURE -> signature();
            case SCPS -> {
                if (!fixed(2)) {
                    yield -1;
                }
                d.put(" cap ").hex(d.u8(at), 2);
                yield put(" id ", d.u8(at + 1), 2);
            }
            case USER_TIMEOUT -> {
                if (!fixed(2)) {
                    yield -1;
                }
                int timeout = d.u16(at);
                d.put(" 0x").hex(timeout);
                yield put(" ", (timeout & 1) != 0 ? (timeout >> 1) * 60L : timeout >> 1, 2);
            }
            case AUTHENTICATION -> authentication(length);
            case FAST_OPEN -> {
                if (!fixed(length)) {
                    yield -1;
                }
                d.put(' ');
                fastOpen(at, length);
                yield length;
            }
            case EXPERIMENT -> experiment(length);
            case END, NOP, SACK_OK -> 0;
            default -> {
                for (int i = 0; i < length; i++) {
                    if (i >= left) {
                        yield -1;
                    }
                    d.put(i == 0 ? " 0x" : "").hex(d.u8(at + i), 2);
                }
                yield length;
            }
        };
    }

    /// Whether the header has room for so many bytes more; those that were not captured end the packet's text.
    private boolean fixed(int length) {
        if (length > left) {
            return false;
        }
        d.need(at, length);
        return true;
    }

    private int put(String text, long number, int used) {
        d.put(text).put(number);
        return used;
    }

    private int timestamp() {
        if (!fixed(4)) {
            return -1;
        }
        d.put(" val ").put(d.u32(at));
        return fixed(8) ? put(" ecr ", d.u32(at + 4), 8) : -1;
    }

    private int sack(int length) {
        if (length % 8 != 0) {
            d.put(" invalid sack");
            return length;
        }
        d.put(' ').put(length / 8).put(' ');
        for (int block = 0; block < length; block += 8) {
            if (!fixed(block + 8)) {
                return -1;
            }
            d.put('{').put(Integer.toUnsignedLong(d.i32(at + block) - acknowledgmentStart));
            d.put(':')
                    .put(Integer.toUnsignedLong(d.i32(at + block + 4) - acknowledgmentStart))
                    .put('}');
        }
        return length;
    }

    private int signature() {
        if (!fixed(16)) {
            return -1;
        }
        d.put(complete ? " shared secret not supplied with -M" : " snaplen too short")
                .put(", can't check - ");
        octets(at, 16);
        return 16;
    }

    private int authentication(int length) {
        if (length < 2) {
            d.invalid();
            return length;
        }
        if (!fixed(2)) {
            return -1;
        }
        d.put(" keyid ").put(d.u8(at)).put(" rnextkeyid ").put(d.u8(at + 1));
        if (length > 2) {
            d.put(" mac 0x");
            octets(at + 2, length - 2);
        }
        return length;
    }

    private int experiment(int length) {
        if (!fixed(length) || length < 2) {
            return -1;
        }
        int magic = d.u16(at);
        d.put('-');
        if (magic == EXPERIMENT_FAST_OPEN) {
            d.put("tfo");
            fastOpen(at + 2, length - 2);
        } else {
            d.hex(magic, 4);
        }
        return length;
    }

    private void fastOpen(int cookie, int length) {
        if (length == 0) {
            d.put(" cookiereq");
        } else if (length % 2 != 0 || length < 4 || length > 16) {
            d.invalid();
        } else {
            d.put(" cookie ");
            octets(cookie, length);
        }
    }

    private void octets(int from, int length) {
        for (int i = 0; i < length; i++) {
            d.hex(d.u8(from + i), 2);
        }
    }
}
