package dev.weft.net.tcpdump.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Numbers and the words that tcpdump has for them.
final class Tokens {
    private record Token(long value, String text) {}

    private final List<Token> tokens = new ArrayList<>();

    private Tokens() {}

    /// From lines of a number (decimal, or hexadecimal with 0x), a blank and the text, which may be missing.
    static Tokens of(String lines) {
        Tokens table = new Tokens();
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int blank = line.indexOf(' ');
            table.tokens.add(
                    blank < 0
                            ? new Token(Long.decode(line), "")
                            : new Token(Long.decode(line.substring(0, blank)), line.substring(blank + 1)));
        });
        return table;
    }

    /// The word for a number, or else what `unknown` says.
    String name(long value, Supplier<String> unknown) {
        for (Token token : tokens) {
            if (token.value == value) {
                return token.text;
            }
        }
        return unknown.get();
    }

    String name(long value, String unknown) {
        return name(value, () -> unknown);
    }

    boolean knows(long value) {
        return tokens.stream().anyMatch(token -> token.value == value);
    }

    /// The words for the bits that are set, joined by commas, or `none`.
    String bits(long value, String none) {
        return bits(value, none, ", ");
    }

    String bits(long value, String none, String separator) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            if ((token.value & value) != 0) {
                text.append(text.isEmpty() ? "" : separator).append(token.text);
            }
        }
        return text.isEmpty() ? none : text.toString();
    }

    static String hex(long value, int width) {
        StringBuilder text = new StringBuilder("0x");
        Digits.hex(text, value, width);
        return text.toString();
    }
}
