package dev.weft.net.netfilter.match.addrtype;

import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The match `addrtype` and its options.
final class AddrtypeType extends MatchType {
    /// In the kernel's order (`RTN_UNSPEC`, …).
    static final List<String> NAMES = List.of(
            "UNSPEC",
            "UNICAST",
            "LOCAL",
            "BROADCAST",
            "ANYCAST",
            "MULTICAST",
            "BLACKHOLE",
            "UNREACHABLE",
            "PROHIBIT",
            "THROW",
            "NAT",
            "XRESOLVE");

    private static final int[] KINDS = Arrays.stream(RouteType.values())
            .mapToInt(type -> NAMES.indexOf(type.name()))
            .toArray();

    AddrtypeType() {
        super(
                "addrtype",
                List.of(
                        Option.with("src-type").invertible(),
                        Option.with("dst-type").invertible(),
                        Option.flag("limit-iface-in").excludes("limit-iface-out"),
                        Option.flag("limit-iface-out").excludes("limit-iface-in")));
    }

    static int kind(RouteType type) {
        return KINDS[type.ordinal()];
    }

    @Override
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4);
    }

    @Override
    public String help() {
        return """
                Address type match options:
                 [!] --src-type type[,...]      Match source address type
                 [!] --dst-type type[,...]      Match destination address type
                     --limit-iface-in           Match only on the packet's incoming device
                     --limit-iface-out          Match only on the packet's outgoing device

                Valid types:          \s
                """
                + String.join(
                        "",
                        NAMES.stream().map(name -> " ".repeat(32) + name + "\n").toList());
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private AddrtypeMatch.@Nullable Kinds source;
        private AddrtypeMatch.@Nullable Kinds destination;
        private AddrtypeMatch.Limit limit = AddrtypeMatch.Limit.NONE;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "src-type" -> source = kinds(input);
                case "dst-type" -> destination = kinds(input);
                case "limit-iface-in" -> limit = AddrtypeMatch.Limit.IN;
                default -> limit = AddrtypeMatch.Limit.OUT;
            }
        }

        /// A name may be cut short: the first one that begins so is meant.
        private static AddrtypeMatch.Kinds kinds(OptionInput input) {
            int bits = 0;
            for (String word : input.argument().split(",", -1)) {
                String upper = word.toUpperCase(Locale.ROOT);
                int kind = 0;
                while (kind < NAMES.size()
                        && (upper.isEmpty() || !NAMES.get(kind).startsWith(upper))) {
                    kind++;
                }
                if (kind == NAMES.size()) {
                    throw XtablesError.parameter("addrtype: bad type \"" + input.argument() + "\"");
                }
                bits |= 1 << kind;
            }
            return new AddrtypeMatch.Kinds(bits, input.isInverted());
        }

        @Override
        public Match build() {
            if (source == null && destination == null) {
                throw XtablesError.parameter("addrtype: you must specify --src-type or --dst-type");
            }
            return new AddrtypeMatch(source, destination, limit);
        }
    }
}
