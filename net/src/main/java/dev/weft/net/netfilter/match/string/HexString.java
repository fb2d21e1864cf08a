package dev.weft.net.netfilter.match.string;

import dev.weft.net.netfilter.table.XtablesError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Text with stretches of hexadecimal bytes between bars: `|0d 0a|ab` (iptables: `parse_hex_string`).
final class HexString {
    private HexString() {}

    static byte[] parse(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean hex = false;
        int at = 0;
        while (at < in.length) {
            if (in[at] == '\\') {
                if (hex) {
                    throw XtablesError.parameter("Cannot include literals in hex data");
                }
                if (at + 1 >= in.length) {
                    throw XtablesError.parameter("Bad literal placement at end of string");
                }
                bytes.write(in[at + 1]);
                at += 2;
            } else if (in[at] == '|') {
                hex = !hex;
                at++;
                while (hex && at < in.length && in[at] == ' ') {
                    at++;
                }
            } else if (hex) {
                bytes.write(hexByte(in, at));
                at += in[at + 2] == ' ' ? 3 : 2;
            } else {
                bytes.write(in[at++]);
            }
        }
        if (hex) {
            throw XtablesError.parameter("Odd number of hex digits");
        }
        return bytes.toByteArray();
    }

    private static int hexByte(byte[] in, int at) {
        if (at + 1 >= in.length) {
            throw XtablesError.parameter("Odd number of hex digits");
        }
        if (at + 2 >= in.length) {
            throw XtablesError.parameter("Invalid hex block");
        }
        return digit(in[at]) << 4 | digit(in[at + 1]);
    }

    private static int digit(byte character) {
        int digit = Character.digit((char) (character & 0xff), 16);
        if (digit < 0) {
            throw XtablesError.parameter("Invalid hex char '" + (char) (character & 0xff) + "'");
        }
        return digit;
    }
}
