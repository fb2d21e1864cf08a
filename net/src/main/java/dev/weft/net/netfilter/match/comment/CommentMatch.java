package dev.weft.net.netfilter.match.comment;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.SaveText;
import java.util.List;

/// `-m comment`: a remark, which every packet fulfils (kernel: `comment_mt`).
public record CommentMatch(String comment) implements Match {
    public static final MatchType TYPE = new Type();

    /// What is longer is cut (kernel: `XT_MAX_COMMENT_LEN`).
    private static final int LONGEST = 255;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return true;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(" --comment");
        SaveText.string(to, comment);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" /* ").append(comment).append(" */");
    }

    /// The match `comment` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("comment", List.of(Option.with("comment").mandatory()));
        }

        @Override
        public String help() {
            return """
                comment match options:
                --comment COMMENT             Attach a comment to a rule
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private String comment = "";

        @Override
        public void option(Option option, OptionInput input) {
            comment = input.argument();
        }

        @Override
        public Match build() {
            return new CommentMatch(comment.length() > LONGEST ? comment.substring(0, LONGEST) : comment);
        }
    }
}
