package dev.weft.net.netfilter.target.reject;

import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// The answers that `REJECT` of one family knows.
///
/// @param fallback what is answered when nothing is said
record RejectTypes(List<Answer> answers, Answer fallback) {
    /// One answer.
    ///
    /// @param type of ICMP; -1 for a TCP reset
    record Answer(String name, String alias, int type, int code, String text) {
        boolean isReset() {
            return type < 0;
        }
    }

    /// Reads the beginning of a name or an alias.
    Answer parse(String text) {
        for (Answer answer : answers) {
            if (answer.name.regionMatches(true, 0, text, 0, text.length())
                    || answer.alias.regionMatches(true, 0, text, 0, text.length())) {
                return answer;
            }
        }
        throw XtablesError.parameter("unknown reject type \"" + text + "\"");
    }

    String help() {
        StringBuilder help = new StringBuilder("""
            REJECT target options:
            --reject-with type              drop input packet and send back
                                            a reply packet according to type:
            Valid reject types:
            """);
        for (Answer answer : answers) {
            help.append(String.format("    %-25s\t%s\n", answer.name, answer.text));
            help.append(String.format("    %-25s\talias\n", answer.alias));
        }
        return help.append('\n').toString();
    }
}
