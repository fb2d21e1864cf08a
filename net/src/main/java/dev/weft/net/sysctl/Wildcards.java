package dev.weft.net.sysctl;

import dev.weft.net.namespace.Sysctls;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Paths of settings with glob(7)'s wildcards.
final class Wildcards {
    private Wildcards() {}

    /// The files and directories that the pattern fits, the last first.
    static List<String> expand(List<Sysctls.Entry> entries, String pattern) {
        int depth = pattern.split("/").length;
        TreeSet<String> found = new TreeSet<>();
        try {
            Pattern regex = Pattern.compile(regex(pattern));
            for (Sysctls.Entry entry : entries) {
                String path = prefix(entry.path(), depth);
                if (regex.matcher(path).matches()) {
                    found.add(path);
                }
            }
        } catch (PatternSyntaxException e) {
            return List.of();
        }
        return List.copyOf(found.descendingSet());
    }

    /// The first `depth` parts of a path.
    private static String prefix(String path, int depth) {
        int end = -1;
        for (int i = 0; i < depth; i++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) {
                return path;
            }
        }
        return path.substring(0, end);
    }

    private static String regex(String pattern) {
        StringBuilder out = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> out.append("[^/]*");
                case '?' -> out.append("[^/]");
                case '[', ']' -> out.append(c);
                case '!' -> out.append(out.toString().endsWith("[") ? '^' : '!');
                default -> out.append(Character.isLetterOrDigit(c) || c == '-' || c == '_' ? "" + c : "\\" + c);
            }
        }
        return out.toString();
    }
}
