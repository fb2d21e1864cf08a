package dev.weft.net.netfilter.match.owner;

import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The match `owner` and its options.
public final class OwnerType extends MatchType {
    public static final MatchType TYPE = new OwnerType();

    private static final long LAST = 0xffff_fffeL;

    private OwnerType() {
        super(
                "owner",
                List.of(
                        Option.with("uid-owner").invertible(),
                        Option.with("gid-owner").invertible(),
                        Option.flag("socket-exists").invertible(),
                        Option.flag("suppl-groups")));
    }

    @Override
    public String help() {
        return """
            owner match options:
            [!] --uid-owner userid[-userid]      Match local UID
            [!] --gid-owner groupid[-groupid]    Match local GID
            [!] --socket-exists                  Match if socket exists
                --suppl-groups                   Also match supplementary groups set with --gid-owner
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private OwnerMatch.@Nullable Ids users;
        private OwnerMatch.@Nullable Ids groups;
        private boolean supplementary;
        private OwnerMatch.Socket socket = OwnerMatch.Socket.ANY;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "uid-owner" -> users = ids(option, input, AccountNames.USERS);
                case "gid-owner" -> groups = ids(option, input, AccountNames.GROUPS);
                case "socket-exists" ->
                    socket = input.isInverted() ? OwnerMatch.Socket.ABSENT : OwnerMatch.Socket.PRESENT;
                default -> {
                    if (groups == null) {
                        throw bad(option, "you need to use --gid-owner first");
                    }
                    supplementary = true;
                }
            }
        }

        private static OwnerMatch.Ids ids(Option option, OptionInput input, AccountNames names) {
            String text = input.argument();
            long named = names.id(text);
            if (named >= 0) {
                return new OwnerMatch.Ids(named, named, input.isInverted());
            }
            int dash = text.indexOf('-');
            OptionalLong first = OptionValues.number(dash < 0 ? text : text.substring(0, dash));
            OptionalLong last = dash < 0 ? first : OptionValues.number(text.substring(dash + 1));
            if (first.isEmpty() || last.isEmpty() || first.getAsLong() > LAST || last.getAsLong() > LAST) {
                throw bad(option, text);
            }
            return new OwnerMatch.Ids(first.getAsLong(), last.getAsLong(), input.isInverted());
        }

        private static XtablesError bad(Option option, String text) {
            return XtablesError.parameter("owner: Bad value for \"--" + option.name() + "\" option: \"" + text + "\"");
        }

        @Override
        public Match build() {
            if (users == null && groups == null && socket == OwnerMatch.Socket.ANY) {
                throw XtablesError.parameter(
                        "owner: At least one of --uid-owner, --gid-owner or --socket-exists is required");
            }
            return new OwnerMatch(users, groups, supplementary, socket);
        }
    }
}
