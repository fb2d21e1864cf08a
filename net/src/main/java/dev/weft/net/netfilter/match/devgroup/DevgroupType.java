package dev.weft.net.netfilter.match.devgroup;

import dev.weft.net.iproute.NameTable;
import dev.weft.net.netfilter.match.NamedNumber;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The match `devgroup` and its options.
public final class DevgroupType extends MatchType {
    public static final MatchType TYPE = new DevgroupType();

    private DevgroupType() {
        super(
                "devgroup",
                List.of(
                        Option.with("src-group").invertible(),
                        Option.with("dst-group").invertible()));
    }

    @Override
    public String help() {
        return """
            devgroup match options:
            [!] --src-group value[/mask]	Match device group of incoming device
            [!] --dst-group value[/mask]	Match device group of outgoing device
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable NamedNumber source;
        private @Nullable NamedNumber destination;

        @Override
        public void option(Option option, OptionInput input) {
            NamedNumber group = NamedNumber.parse("devgroup", option, input, NameTable.GROUPS);
            if (option.id().equals("src-group")) {
                source = group;
            } else {
                destination = group;
            }
        }

        @Override
        public Match build() {
            if (source == null && destination == null) {
                throw XtablesError.parameter("devgroup match: You must specify either '--src-group' or '--dst-group'");
            }
            return new DevgroupMatch(source, destination);
        }
    }
}
