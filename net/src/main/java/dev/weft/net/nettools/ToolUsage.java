package dev.weft.net.nettools;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import java.util.List;

/// A help text with lists of what the tool supports in it. On purpose of help the tool writes the text to standard
/// output and,
/// by a slip that scripts have learnt to live with, the lists to standard error.
///
/// @param parts   the text, cut where a list belongs
/// @param lists   one for each cut, or one more part than lists
public record ToolUsage(List<String> parts, List<String> lists) {
    private static final int STATUS = 3;

    /// `--help` was asked for.
    public CommandFailure help(Session session) {
        session.err(String.join("", lists));
        session.out(String.join("", parts));
        return CommandFailure.exit(0, "");
    }

    /// The words make no sense.
    public CommandFailure wrong() {
        return wrong("");
    }

    /// The words make no sense, for the reason that is told first.
    public CommandFailure wrong(String why) {
        StringBuilder text = new StringBuilder(why);
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i)).append(i < lists.size() ? lists.get(i) : "");
        }
        return CommandFailure.exit(STATUS, text.toString());
    }
}
