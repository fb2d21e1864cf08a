package dev.weft.app.oracle;

import java.util.List;

/// The lines in which two transcripts of a script differ.
final class Difference {
    private static final int CONTEXT = 200;

    private Difference() {}

    /// Empty when the transcripts say the same; else a listing, `-` only expected, `+` only seen, under the commands.
    static String between(OracleScript script, String expected, String seen) {
        List<String> left = Normaliser.normalise(script.text(), expected);
        List<String> right = Normaliser.normalise(script.text(), seen);
        return left.equals(right) ? "" : listing(left, right);
    }

    private static String listing(List<String> left, List<String> right) {
        int[][] common = commonTails(left, right);
        var text = new StringBuilder();
        String command = "";
        int shown = 0;
        int i = 0;
        int j = 0;
        while ((i < left.size() || j < right.size()) && shown < CONTEXT) {
            if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
                command = left.get(i).startsWith("$ ") ? left.get(i) : command;
                i++;
                j++;
                continue;
            }
            text.append(command.isEmpty() ? "" : "  " + command + "\n");
            command = "";
            if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
                text.append("- ").append(left.get(i++)).append('\n');
            } else {
                text.append("+ ").append(right.get(j++)).append('\n');
            }
            shown++;
        }
        return text.toString();
    }

    /// The length of the longest common subsequence of each pair of tails.
    private static int[][] commonTails(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
