package dev.weft.net.netfilter.iptables;

import java.util.ArrayList;
import java.util.List;

/// The words of a line of `iptables-restore`: between blanks, or in double quotes, within which a backslash takes the
/// next character as it is (iptables: `add_param_to_argv`).
final class LineWords {
    private LineWords() {}

    static List<String> split(String line, int from) {
        List<String> words = new ArrayList<>(12);
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && (escaped || c != '"' && c != '\\')) {
                word.append(c);
                escaped = false;
            } else if (quoted && c == '\\') {
                escaped = true;
            } else if (c == '"' && !quoted) {
                quoted = true;
            } else if (c == '"') {
                words.add(word.toString());
                word.setLength(0);
                quoted = false;
            } else if (c != ' ' && c != '\t') {
                word.append(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty() || quoted) {
            words.add(word.toString());
        }
        return words;
    }
}
