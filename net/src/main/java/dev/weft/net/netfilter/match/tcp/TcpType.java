package dev.weft.net.netfilter.match.tcp;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.match.PortRange;
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

/// The match `tcp` and its options.
public final class TcpType extends MatchType {
    public static final MatchType TYPE = new TcpType();

    private TcpType() {
        super(
                "tcp",
                List.of(
                        Option.with("source-port").invertible().repeatable(),
                        Option.with("sport").as("source-port").invertible().repeatable(),
                        Option.with("destination-port").invertible().repeatable(),
                        Option.with("dport").as("destination-port").invertible().repeatable(),
                        Option.flag("syn").invertible().repeatable(),
                        Option.with("tcp-flags").invertible().repeatable(),
                        Option.with("tcp-option").invertible().repeatable()));
    }

    @Override
    public String help() {
        return """
            tcp match options:
            [!] --tcp-flags mask comp	match when TCP flags & mask == comp
            				(Flags: SYN ACK FIN RST URG PSH ALL NONE)
            [!] --syn			match when only SYN flag set
            				(equivalent to --tcp-flags SYN,RST,ACK,FIN SYN)
            [!] --source-port port[:port]
             --sport ...
            				match source port(s)
            [!] --destination-port port[:port]
             --dport ...
            				match destination port(s)
            [!] --tcp-option number        match if TCP option set
            """;
    }

    @Override
    public int protocol() {
        return IpProtocol.TCP;
    }

    @Override
    public Builder<Match> builder(RuleDraft rule) {
        return new Reader();
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable PortRange source;
        private @Nullable PortRange destination;
        private @Nullable TcpFlags flags;
        private int tcpOption;
        private boolean optionInverted;

        @Override
        public void option(Option option, OptionInput input) {
            switch (option.id()) {
                case "source-port" -> {
                    once(source, "Only one `--source-port' allowed");
                    source = PortRange.parse(input.argument(), "tcp", input.isInverted());
                }
                case "destination-port" -> {
                    once(destination, "Only one `--destination-port' allowed");
                    destination = PortRange.parse(input.argument(), "tcp", input.isInverted());
                }
                case "syn" -> {
                    once(flags, "Only one of `--syn' or `--tcp-flags'  allowed");
                    flags = TcpFlags.syn(input.isInverted());
                }
                case "tcp-flags" -> {
                    once(flags, "Only one of `--syn' or `--tcp-flags'  allowed");
                    String set = input.nextWord();
                    if (set == null) {
                        throw XtablesError.parameter("--tcp-flags requires two args.");
                    }
                    flags = TcpFlags.parse(input.argument(), set, input.isInverted());
                }
                default -> {
                    once(tcpOption == 0 ? null : this, "Only one `--tcp-option' allowed");
                    tcpOption = kind(input.argument());
                    optionInverted = input.isInverted();
                }
            }
        }

        private static void once(@Nullable Object before, String complaint) {
            if (before != null) {
                throw XtablesError.parameter(complaint);
            }
        }

        private static int kind(String text) {
            OptionalLong kind = OptionValues.number(text);
            if (kind.isEmpty() || kind.getAsLong() < 1 || kind.getAsLong() > 255) {
                throw XtablesError.parameter("Bad TCP option \"" + text + "\"");
            }
            return (int) kind.getAsLong();
        }

        @Override
        public Match build() {
            return new TcpMatch(
                    source == null ? PortRange.ANY : source,
                    destination == null ? PortRange.ANY : destination,
                    flags == null ? TcpFlags.ANY : flags,
                    tcpOption,
                    optionInverted);
        }
    }
}
