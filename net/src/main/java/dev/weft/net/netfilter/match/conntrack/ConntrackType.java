package dev.weft.net.netfilter.match.conntrack;

import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.match.conntrack.ConntrackMatch.Condition;
import dev.weft.net.netfilter.match.conntrack.ConntrackMatch.Kind;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.ProtocolNames;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// The match conntrack and its options (iptables: libxt_conntrack.c, revision 3).
final class ConntrackType extends MatchType {
    ConntrackType() {
        super(
                "conntrack",
                Kind.ALL.stream()
                        .map(kind -> kind == Kind.DIR
                                ? Option.with(kind.option())
                                : Option.with(kind.option()).invertible())
                        .toList());
    }

    @Override
    public String help() {
        return """
            conntrack match options:
            [!] --ctstate {INVALID|ESTABLISHED|NEW|RELATED|UNTRACKED|SNAT|DNAT}[,...]
                                           State(s) to match
            [!] --ctproto proto            Protocol to match; by number or name, e.g. "tcp"
            [!] --ctorigsrc address[/mask]
            [!] --ctorigdst address[/mask]
            [!] --ctreplsrc address[/mask]
            [!] --ctrepldst address[/mask]
                                           Original/Reply source/destination address
            [!] --ctorigsrcport port
            [!] --ctorigdstport port
            [!] --ctreplsrcport port
            [!] --ctrepldstport port
                                           TCP/UDP/SCTP orig./reply source/destination port
            [!] --ctstatus {NONE|EXPECTED|SEEN_REPLY|ASSURED|CONFIRMED}[,...]
                                           Status(es) to match
            [!] --ctexpire time[:time]     Match remaining lifetime in seconds against
                                           value or range of values (inclusive)
                --ctdir {ORIGINAL|REPLY}   Flow direction of packet
            """;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private final List<Condition> conditions = new ArrayList<>();

        @Override
        public void option(Option option, OptionInput input) {
            Kind kind = Kind.valueOf(option.name().substring(2).toUpperCase(Locale.ROOT));
            String text = input.argument();
            int first;
            int second = 0;
            switch (kind) {
                case STATE -> first = ConnectionStates.parse(text, true, word -> "Bad ctstate \"" + word + "\"");
                case PROTO -> first = protocol(text);
                case ORIGSRC, ORIGDST, REPLSRC, REPLDST -> {
                    int slash = text.indexOf('/');
                    second = slash < 0 ? -1 : mask(text.substring(slash + 1));
                    first = address(slash < 0 ? text : text.substring(0, slash)) & second;
                }
                case STATUS -> first = Statuses.parse(text);
                case DIR -> first = direction(text);
                default -> {
                    int colon = text.indexOf(':');
                    boolean time = kind == Kind.EXPIRE;
                    first = number(option, colon < 0 ? text : text.substring(0, colon), time);
                    second = colon < 0 ? first : number(option, text.substring(colon + 1), time);
                }
            }
            conditions.add(new Condition(kind, input.isInverted(), first, second));
        }

        private static int number(Option option, String text, boolean time) {
            return time
                    ? (int) OptionValues.uint("conntrack", option, text, 0, 0xffff_ffffL)
                    : OptionValues.port(text, "");
        }

        private static int protocol(String text) {
            OptionalLong digits = OptionValues.number(text);
            if (digits.isPresent() && digits.getAsLong() <= 255) {
                return (int) digits.getAsLong();
            }
            return ProtocolNames.number(text)
                    .orElseThrow(() -> XtablesError.parameter("unknown protocol \"" + text + "\" specified"));
        }

        private static int direction(String text) {
            if (text.equalsIgnoreCase("ORIGINAL")) {
                return 0;
            }
            if (text.equalsIgnoreCase("REPLY")) {
                return 1;
            }
            throw XtablesError.parameter("conntrack: Bad value for \"--ctdir\" option: \"" + text + "\"\n");
        }

        private static int address(String text) {
            return Ip4Address.parse(text)
                    .orElseThrow(() -> XtablesError.parameter("host/network `" + text + "' not found"))
                    .bits();
        }

        private static int mask(String text) {
            if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 32) {
                return Ip4Address.mask(Integer.parseInt(text));
            }
            return Ip4Address.parse(text)
                    .orElseThrow(() -> XtablesError.parameter("invalid mask `" + text + "' specified"))
                    .bits();
        }

        @Override
        public Match build() {
            if (conditions.isEmpty()) {
                throw XtablesError.parameter("conntrack: At least one option is required");
            }
            conditions.sort(Comparator.comparing(Condition::kind));
            return new ConntrackMatch(conditions);
        }
    }
}
