package dev.weft.net.tcpdump.print;

/// Prints the hop-by-hop and the destination options of IPv6 (RFC 8200 §4.2), or only reads them without `-v`.
final class Ip6Options {
    static final int NO_JUMBO = 0;

    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int ROUTER_ALERT = 5;
    private static final int JUMBO = 0xc2;
    private static final int HOME_ADDRESS = 0xc9;

    private final Dissection d;
    private final boolean hopByHop;
    private final int payloadLength;
    private long jumboLength = NO_JUMBO;

    Ip6Options(Dissection d, boolean hopByHop, int payloadLength) {
        this.d = d;
        this.hopByHop = hopByHop;
        this.payloadLength = payloadLength;
    }

    /// The length of a jumbogram that a valid option gave.
    long jumboLength() {
        return jumboLength;
    }

    /// Prints one header of options and returns its length.
    int print(int at) {
        d.protocol(hopByHop ? "hbhopt" : "dstopt");
        int length = (d.u8(at + 1) + 1) * 8;
        d.need(at, length);
        d.put(hopByHop ? "HBH " : "DSTOPT ");
        if (hopByHop || d.verbose()) {
            options(at + 2, length - 2);
            say(" ");
        }
        return length;
    }

    private Ip6Options say(String text) {
        if (d.verbose()) {
            d.put(text);
        }
        return this;
    }

    private Truncated wrong(String text) {
        d.put(text);
        return Truncated.CHECK;
    }

    private void options(int start, int length) {
        int at = start;
        int left = length;
        while (left > 0) {
            int type = d.u8(at);
            if (type == PAD1) {
                say("(pad1)");
                at++;
                left--;
                continue;
            }
            int body = left < 2 ? left : d.u8(at + 1);
            if (body + 2 > left) {
                throw Truncated.CHECK;
            }
            switch (type) {
                case PADN -> say("(padn)");
                case ROUTER_ALERT -> alert(at, body);
                case JUMBO -> jumbo(at, body);
                case HOME_ADDRESS -> home(at, body);
                default -> say("(opt_type " + Tokens.hex(type, 2) + ": len=" + body + ")");
            }
            at += body + 2;
            left -= body + 2;
        }
    }

    private void alert(int at, int body) {
        if (body != 2) {
            throw wrong("(rtalert: invalid len " + body + ")");
        }
        say("(rtalert: " + Tokens.hex(d.u16(at + 2), 4) + ") ");
    }

    private void jumbo(int at, int body) {
        if (body != 4) {
            throw wrong("(jumbo: invalid len " + body + ")");
        }
        long jumbo = d.u32(at + 2);
        if (!hopByHop) {
            say("(jumbo: " + jumbo + " - not a hop-by-hop option) ");
        } else if (payloadLength != 0) {
            say("(jumbo: " + jumbo + " - payload len != 0) ");
        } else if (jumboLength != NO_JUMBO) {
            say("(jumbo: " + jumbo + " - already seen) ");
        } else if (jumbo < 65_536) {
            say("(jumbo: " + jumbo + " - < 65536) ");
        } else {
            jumboLength = jumbo;
            say("(jumbo: " + jumbo + ") ");
        }
    }

    private void home(int at, int body) {
        if (body < 16) {
            throw wrong("(homeaddr: invalid len " + body + ")");
        }
        say("(homeaddr: " + d.addresses().ip6(d.bytes(at + 2, 16)));
        if (body > 16) {
            subOptions(at + 18, body - 16);
        }
        say(")");
    }

    private void subOptions(int start, int length) {
        int at = start;
        int left = length;
        while (left > 0) {
            int type = d.u8(at);
            if (type == PAD1) {
                say(", pad1");
                at++;
                left--;
                continue;
            }
            if (left < 2) {
                throw wrong(type == PADN ? ", padn: trunc)" : ", sopt_type " + type + ": trunc)");
            }
            int body = d.u8(at + 1);
            say(type == PADN ? ", padn" : ", sopt_type " + Tokens.hex(type, 2) + ": len=" + body);
            at += body + 2;
            left -= body + 2;
        }
    }
}
