package dev.weft.net.tcpdump.print;

/// Dumps bytes as `-x`, `-X` and `-A` do.
final class HexPrinter {
    private static final int BYTES_PER_LINE = 16;
    private static final int HEX_COLUMNS = 40;

    private HexPrinter() {}

    /// The dump that follows the text of a packet, from its start or from behind its link header.
    static void dump(Dissection d, int at, int length, int header) {
        PrintOptions options = d.options();
        if (options.hexAndText() > 0) {
            part(options.hexAndText() > 1, at, length, header, (from, count) -> hexAndText(d, "\n\t", from, count));
        } else if (options.hex() > 0) {
            part(options.hex() > 1, at, length, header, (from, count) -> hex(d, "\n\t", from, count));
        } else if (options.text() > 0) {
            part(options.text() > 1, at, length, header, (from, count) -> text(d, from, count));
        }
    }

    private interface Range {
        void print(int at, int length);
    }

    private static void part(boolean whole, int at, int length, int header, Range range) {
        if (whole) {
            range.print(at, length);
        } else if (length > header) {
            range.print(at + header, length - header);
        }
    }

    /// A payload that no printer knows, unless the options ask for a dump anyway.
    static void unknown(Dissection d, int at) {
        unknown(d, at, d.captured(at));
    }

    static void unknown(Dissection d, int at, int length) {
        PrintOptions options = d.options();
        if (options.hex() == 0 && options.hexAndText() == 0 && !options.quiet()) {
            hexAndText(d, "\n\t", at, length);
        }
    }

    static void hexAndText(Dissection d, String indent, int at, int length) {
        for (int line = 0; line < length; line += BYTES_PER_LINE) {
            int count = Math.min(BYTES_PER_LINE, length - line);
            d.put(indent).put("0x").hex(line, 4).put(": ");
            int column = d.out().length();
            hexBytes(d, at + line, count);
            while (d.out().length() - column < HEX_COLUMNS) {
                d.put(' ');
            }
            d.put("  ");
            for (int i = 0; i < count; i++) {
                int character = d.u8(at + line + i);
                d.put(isGraph(character) ? (char) character : '.');
            }
        }
    }

    static void hex(Dissection d, String indent, int at, int length) {
        for (int line = 0; line < length; line += BYTES_PER_LINE) {
            d.put(indent).put("0x").hex(line, 4).put(": ");
            hexBytes(d, at + line, Math.min(BYTES_PER_LINE, length - line));
        }
    }

    private static void hexBytes(Dissection d, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                d.put(' ');
            }
            d.hex(d.u8(at + i), 2);
        }
    }

    /// Text as `-A` shows it: line ends and tabs as they are, a dot for anything that has no shape.
    private static void text(Dissection d, int at, int length) {
        d.put('\n');
        for (int i = 0; i < length; i++) {
            int character = d.u8(at + i);
            if (character == '\r') {
                // a carriage return at the end of a line is left out, as the line feed alone ends it
                if (i + 1 < length && d.u8(at + i + 1) != '\n') {
                    d.put('.');
                }
            } else if (isGraph(character) || character == '\t' || character == ' ' || character == '\n') {
                d.put((char) character);
            } else {
                d.put('.');
            }
        }
    }

    private static boolean isGraph(int character) {
        return character > 0x20 && character < 0x7f;
    }
}
