package dev.weft.net.sysctl;

import java.util.List;

/// A setting that is kept as it is written.
///
/// @param mode the file's rights
/// @param initial what it reads in a fresh namespace
record KeptSetting(String name, int mode, ValueRule rule, String initial) {
    /// Reads a table: in each line the name, the rule's word, and the initial value. A rule may follow the file's
    /// rights where they are not 0644, as in `0444/text`.
    static List<KeptSetting> table(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(KeptSetting::line)
                .toList();
    }

    private static KeptSetting line(String line) {
        String[] parts = line.strip().split(" +", 3);
        String rule = parts[1];
        int slash = rule.indexOf('/');
        int mode = slash < 0 ? 0644 : Integer.parseInt(rule.substring(0, slash), 8);
        String initial = parts.length == 3 ? parts[2] : "";
        String word = rule.substring(slash + 1);
        boolean vector = word.startsWith("ints") || word.equals("ports") || word.equals("groups");
        return new KeptSetting(parts[0], mode, ValueRule.of(word), vector ? initial.replace(' ', '\t') : initial);
    }
}
