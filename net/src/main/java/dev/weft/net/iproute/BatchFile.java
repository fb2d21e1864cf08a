package dev.weft.net.iproute;

import dev.weft.core.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a file of commands: `#` begins a comment, a backslash at a line's end joins it to the next, and a
/// word that begins with a quote ends with that quote.
final class BatchFile {
    private static final String WHITE = " \t\r\n";
    private static final int MAX_WORDS = 512;

    private final String text;
    private int position;
    private int line;

    BatchFile(String text) {
        this.text = text;
    }

    /// The number of the line read last.
    int line() {
        return line;
    }

    /// The words of the next line, none for an empty one; null at the end.
    @Nullable
    List<String> next() {
        if (position >= text.length()) {
            return null;
        }
        StringBuilder joined = new StringBuilder(physicalLine());
        for (int at = joined.indexOf("\\\n"); at >= 0; at = joined.indexOf("\\\n")) {
            if (position >= text.length()) {
                throw CommandFailure.exit(0, "Missing continuation line\n");
            }
            joined.replace(at, joined.length(), physicalLine());
        }
        return words(joined.toString());
    }

    /// One line with its line end, cut at a comment.
    private String physicalLine() {
        int end = text.indexOf('\n', position);
        String read = text.substring(position, end < 0 ? text.length() : end + 1);
        position += read.length();
        line++;
        int comment = read.indexOf('#');
        return comment < 0 ? read : read.substring(0, comment);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < line.length() && WHITE.indexOf(line.charAt(at)) >= 0) {
                at++;
            }
            if (at == line.length()) {
                return words;
            }
            if (words.size() == MAX_WORDS) {
                throw CommandFailure.exit(1, "Too many arguments to command\n");
            }
            char first = line.charAt(at);
            boolean quoted = first == '"' || first == '\'';
            int start = quoted ? at + 1 : at;
            int end = quoted ? line.indexOf(first, start) : endOfWord(line, start);
            if (end < 0) {
                throw CommandFailure.exit(1, "Unterminated quoted string\n");
            }
            words.add(line.substring(start, end));
            at = Math.min(end + 1, line.length());
        }
    }

    private static int endOfWord(String line, int start) {
        int end = start;
        while (end < line.length() && WHITE.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
