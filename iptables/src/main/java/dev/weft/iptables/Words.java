package dev.weft.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Splits and joins the words of a line as iptables-save writes and iptables-restore reads them: a word may
/// stand in double quotes, and inside those a backslash protects the next character.
public final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;

    private Words() {}

    /// The words of a line.
    ///
    /// @throws IllegalArgumentException when a quote is not closed
    public static List<String> split(String line) {
        var words = new Words();
        words.read(line);
        return words.words;
    }

    /// The line of some words; those that need quotes get them.
    public static String join(List<String> words) {
        return words.stream().map(Words::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || "\"\\'".indexOf(c) >= 0)) {
            return word;
        }
        return '"' + word.replaceAll("[\"\\\\']", "\\\\$0") + '"';
    }

    private void read(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (quoted && c == '\\' && i + 1 < line.length()) {
                add(line.charAt(++i));
            } else if (!quoted && Character.isWhitespace(c)) {
                end();
            } else {
                add(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("no closing quote: " + line);
        }
        end();
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }
}
