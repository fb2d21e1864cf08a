package dev.weft.net.tcpdump.print;

/// Prints NTP packets (RFC 5905 §7.3) and, as far as tcpdump does, control messages (RFC 1305 appendix B).
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---+-----+-----+---------------+---------------+---------------+
/// |LI | VN  |Mode |    Stratum    |     Poll      |   Precision   |
/// +---+-----+-----+---------------+---------------+---------------+
/// |     Root Delay, Root Dispersion, Reference ID (4 each)        |
/// |     Reference, Origin, Receive, Transmit Timestamp (8 each)   |
/// |     Key Identifier (4), dgst (16)                             |
/// +---------------------------------------------------------------+
/// ```
final class NtpPrinter {
    private static final int CONTROL = 6;
    private static final int PRIVATE = 7;
    private static final int TIME_LENGTH = 48;
    private static final int CONTROL_LENGTH = 12;
    private static final int PRIMARY_STRATUM = 1;

    private static final Tokens MODES = Tokens.of("""
        0 unspecified
        1 symmetric active
        2 symmetric passive
        3 Client
        4 Server
        5 Broadcast
        6 Control Message
        7 Reserved
        """);
    private static final Tokens LEAPS = Tokens.of("""
        0
        0x40 +1s
        0x80 -1s
        0xc0 clock unsynchronized
        """);

    private NtpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("ntp");
        int status = d.u8(at);
        int mode = status & 7;
        d.put("NTPv")
                .put(status >> 3 & 7)
                .put(", ")
                .put(MODES.name(mode, ""))
                .put(", length ")
                .put(length);
        if (!d.verbose()) {
            return;
        }
        int leap = status & 0xc0;
        d.put("\n\tLeap indicator: ")
                .put(LEAPS.name(leap, ""))
                .put(" (")
                .put(leap)
                .put(')');
        switch (mode) {
            case CONTROL -> control(d, at, length);
            case PRIVATE -> {}
            default -> time(d, at, length);
        }
    }

    private static void time(Dissection d, int at, int length) {
        if (length < TIME_LENGTH) {
            d.invalid();
            return;
        }
        int stratum = d.u8(at + 1);
        d.put(", Stratum ").put(stratum).put(" (").put(stratumText(stratum)).put(')');
        int poll = (byte) d.u8(at + 2);
        d.put(", poll ").put(poll).put(" (").put(poll < 0 ? "1/" : "");
        d.put(Integer.toUnsignedLong(1 << Math.abs(poll))).put("s)");
        d.put(", precision ", (byte) d.u8(at + 3));
        d.need(at + 4, 4);
        d.put("\n\tRoot Delay: ");
        shortTime(d, at + 4);
        d.need(at + 8, 4);
        d.put(", Root dispersion: ");
        shortTime(d, at + 8);
        d.put(", Reference-ID: ");
        switch (stratum) {
            case 0 -> d.put("(unspec)");
            case PRIMARY_STRATUM -> d.safe(at + 12, 4);
            default -> {
                long reference = d.u32(at + 12);
                d.put("0x").hex(reference, 8);
            }
        }
        d.put("\n\t  Reference Timestamp:  ");
        NtpTime.read(d, at + 16).print(d);
        d.put("\n\t  Originator Timestamp: ");
        NtpTime originator = NtpTime.read(d, at + 24);
        originator.print(d);
        d.put("\n\t  Receive Timestamp:    ");
        NtpTime receive = NtpTime.read(d, at + 32);
        receive.print(d);
        d.put("\n\t  Transmit Timestamp:   ");
        NtpTime transmit = NtpTime.read(d, at + 40);
        transmit.print(d);
        d.put("\n\t    Originator - Receive Timestamp:  ");
        receive.printSince(originator, d);
        d.put("\n\t    Originator - Transmit Timestamp: ");
        transmit.printSince(originator, d);
        rest(d, at + TIME_LENGTH, length - TIME_LENGTH);
    }

    private static String stratumText(int stratum) {
        if (stratum == 0) {
            return "unspecified";
        }
        if (stratum == PRIMARY_STRATUM) {
            return "primary reference";
        }
        return stratum < 16 ? "secondary reference" : "reserved";
    }

    /// Seconds with a binary point in the middle of 32 bits.
    private static void shortTime(Dissection d, int at) {
        d.put(d.u16(at)).put('.');
        Digits.padded(d.out(), (long) (d.u16(at + 2) / 65_536.0 * 1_000_000.0), 6);
    }

    private static void rest(Dissection d, int at, int length) {
        switch (length) {
            case 0 -> {}
            case 4 -> d.put("\n\tKey id: ", d.u32(at));
            case 20, 24 -> {
                d.put("\n\tKey id: ", d.u32(at));
                d.need(at + 4, length - 4);
                d.put("\n\tAuthentication: ");
                for (int i = 4; i < length; i++) {
                    d.hex(d.u8(at + i), 2);
                }
            }
            default -> d.put("\n\t(").put(length).put(" more bytes after the header)");
        }
    }

    private static void control(Dissection d, int at, int length) {
        if (length < CONTROL_LENGTH) {
            d.invalid();
            return;
        }
        int flags = d.u8(at + 1);
        d.put(", ").put((flags & 0x80) != 0 ? "Response" : "Request");
        d.put(", ").put((flags & 0x40) != 0 ? "Error" : "OK");
        d.put(", ").put((flags & 0x20) != 0 ? "More" : "Last").put(", OpCode=").put(flags & 0x1f);
        d.put("\n\tSequence=", d.u16(at + 2));
        int status = d.u16(at + 4);
        d.put(status == 0 ? ", Status=" : ", Status=0x").hex(status);
        d.put(", Assoc.=", d.u16(at + 6)).put(", Offset=", d.u16(at + 8));
        int count = d.u16(at + 10);
        d.put(", Count=").put(count);
        if (CONTROL_LENGTH + count > length) {
            d.invalid();
        } else if (count != 0) {
            d.need(at + CONTROL_LENGTH, count);
            d.put("\n\tTO-BE-DONE: data not interpreted");
        }
    }
}
