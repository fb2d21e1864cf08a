package dev.weft.net.tcpdump.print;

/// Prints TFTP packets (RFC 1350, RFC 2347).
final class TftpPrinter {
    private static final Tokens OPERATIONS = Tokens.of("""
        1 RRQ
        2 WRQ
        3 DATA
        4 ACK
        5 ERROR
        6 OACK
        """);
    private static final Tokens ERRORS = Tokens.of("""
        0 EUNDEF
        1 ENOTFOUND
        2 EACCESS
        3 ENOSPACE
        4 EBADOP
        5 EBADID
        6 EEXISTS
        7 ENOUSER
        """);

    private TftpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("tftp");
        d.put("TFTP, length ").put(length);
        if (length < 2) {
            throw Truncated.CHECK;
        }
        int operation = d.u16(at);
        d.put(", ").put(OPERATIONS.name(operation, () -> "tftp-#" + operation));
        int end = at + length;
        switch (operation) {
            case 1, 2 -> request(d, at + 2, end);
            case 3, 4 -> d.put(" block ", block(d, at, length));
            case 5 -> error(d, at, length);
            case 6 -> options(d, at + 2, end);
            default -> {}
        }
    }

    private static int block(Dissection d, int at, int length) {
        if (length < 4) {
            throw Truncated.CHECK;
        }
        return d.u16(at + 2);
    }

    private static void error(Dissection d, int at, int length) {
        int code = block(d, at, length);
        d.put(' ').put(ERRORS.name(code, () -> "tftp-err-#" + code + " \""));
        quoted(d, at + 4, at + length);
    }

    private static void request(Dissection d, int at, int end) {
        int mode = quoted(d, at, end);
        if (mode >= end) {
            throw Truncated.CHECK;
        }
        d.put(' ');
        options(d, string(d, mode, end), end);
    }

    private static int quoted(Dissection d, int at, int end) {
        if (at >= end) {
            throw Truncated.CHECK;
        }
        d.put(" \"");
        int next = at;
        while (next < end && d.u8(next) != 0) {
            d.safe(d.u8(next++));
        }
        d.put('"');
        if (next >= end) {
            throw Truncated.CHECK;
        }
        return next + 1;
    }

    private static void options(Dissection d, int start, int end) {
        int at = start;
        while (at < end) {
            d.put(d.u8(at) == 0 ? "" : " ");
            at = string(d, at, end);
        }
    }

    /// Prints up to a zero byte and returns the position behind it.
    private static int string(Dissection d, int start, int end) {
        for (int at = start; at < end; at++) {
            int character = d.u8(at);
            if (character == 0) {
                return at + 1;
            }
            d.safe(character);
        }
        throw Truncated.CHECK;
    }
}
