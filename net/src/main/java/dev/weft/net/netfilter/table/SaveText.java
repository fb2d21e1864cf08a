package dev.weft.net.netfilter.table;

/// Words of a rule as `iptables-restore` reads them again.
public final class SaveText {
    private SaveText() {}

    /// Appends a space and the text, in quotes where it needs them (iptables: `xtables_save_string`).
    public static void string(StringBuilder to, String text) {
        if (!text.isEmpty() && text.chars().allMatch(SaveText::isPlain)) {
            to.append(' ').append(text);
            return;
        }
        to.append(" \"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '\'') {
                to.append('\\');
            }
            to.append(c);
        }
        to.append('"');
    }

    private static boolean isPlain(int c) {
        return c == '_' || c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
