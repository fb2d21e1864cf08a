package dev.weft.net.netfilter.match.multiport;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The match `multiport` and its options.
final class MultiportType extends MatchType {
    /// Places in a rule; a range takes two (kernel: `XT_MULTI_PORTS`).
    private static final int PLACES = 15;

    MultiportType() {
        super(
                "multiport",
                List.of(
                        Option.with("source-ports").invertible().excludes("destination-ports", "ports"),
                        Option.with("sports").as("source-ports").invertible().excludes("destination-ports", "ports"),
                        Option.with("destination-ports").invertible().excludes("source-ports", "ports"),
                        Option.with("dports")
                                .as("destination-ports")
                                .invertible()
                                .excludes("source-ports", "ports"),
                        Option.with("ports").invertible().excludes("source-ports", "destination-ports")));
    }

    @Override
    public String help() {
        return """
            multiport match options:
            [!] --source-ports port[,port:port,port...]
             --sports ...
            				match source port(s)
            [!] --destination-ports port[,port:port,port...]
             --dports ...
            				match destination port(s)
            [!] --ports port[,port:port,port]
            				match both source and destination port(s)
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader(rule);
    }

    private static final class Reader implements Builder<Match> {
        private final RuleDraft rule;
        private @Nullable MultiportMatch match;

        Reader(RuleDraft rule) {
            this.rule = rule;
        }

        @Override
        public void option(Option option, OptionInput input) {
            String protocol = protocol();
            MultiportMatch.Side side = switch (option.id()) {
                case "source-ports" -> MultiportMatch.Side.SOURCE;
                case "destination-ports" -> MultiportMatch.Side.DESTINATION;
                default -> MultiportMatch.Side.EITHER;
            };
            match = new MultiportMatch(side, spans(input.argument(), protocol), protocol, input.isInverted());
        }

        private String protocol() {
            if (rule.protocol() == 0 || rule.isProtocolInverted()) {
                throw XtablesError.parameter(
                        "multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
            }
            return switch (rule.protocol()) {
                case IpProtocol.TCP -> "tcp";
                case IpProtocol.UDP -> "udp";
                case IpProtocol.UDP_LITE -> "udplite";
                case IpProtocol.SCTP -> "sctp";
                case IpProtocol.DCCP -> "dccp";
                default -> throw XtablesError.parameter("multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP");
            };
        }

        private static List<MultiportMatch.Span> spans(String text, String protocol) {
            List<MultiportMatch.Span> spans = new ArrayList<>();
            int places = 0;
            for (String word : text.split(",", -1)) {
                int colon = word.indexOf(':');
                places += colon < 0 ? 1 : 2;
                if (places > PLACES) {
                    throw XtablesError.parameter("too many ports specified");
                }
                int first = OptionValues.port(colon < 0 ? word : word.substring(0, colon), protocol);
                int last = colon < 0 ? first : OptionValues.port(word.substring(colon + 1), protocol);
                if (colon >= 0 && first >= last) {
                    throw XtablesError.parameter("invalid portrange specified");
                }
                spans.add(new MultiportMatch.Span(first, last));
            }
            return List.copyOf(spans);
        }

        @Override
        public Match build() {
            MultiportMatch built = match;
            if (built == null) {
                throw XtablesError.parameter("multiport expection an option");
            }
            return built;
        }
    }
}
