package dev.weft.net.netfilter.match.udp;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Udp;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.match.PortRange;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;

/// `-m udp`: ports of UDP (kernel: `udp_mt`).
public record UdpMatch(PortRange source, PortRange destination) implements Match {
    public static final MatchType TYPE = new Type();

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (state.fragmentOffset() != 0) {
            return false;
        }
        int udp = state.transportOffset();
        if (packet.length() - udp < Udp.LENGTH) {
            state.hotDrop();
            return false;
        }
        return source.matches(packet.u16(udp)) && destination.matches(packet.u16(udp + 2));
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public Demand demand(Demand demand) {
        return destination.demand(source.demand(demand, Field.SOURCE_PORT), Field.DESTINATION_PORT);
    }

    @Override
    public void save(StringBuilder to) {
        source.save(to, "--sport");
        destination.save(to, "--dport");
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" udp");
        source.print(to, "spt", "udp", numeric);
        destination.print(to, "dpt", "udp", numeric);
    }

    /// The match `udp` and its options.
    private static final class Type extends MatchType {
        Type() {
            super(
                    "udp",
                    List.of(
                            Option.with("source-port").invertible(),
                            Option.with("sport").as("source-port").invertible(),
                            Option.with("destination-port").invertible(),
                            Option.with("dport").as("destination-port").invertible()));
        }

        @Override
        public String help() {
            return """
                udp match options:
                [!] --source-port port[:port]
                 --sport ...
                				match source port(s)
                [!] --destination-port port[:port]
                 --dport ...
                				match destination port(s)
                """;
        }

        @Override
        public int protocol() {
            return IpProtocol.UDP;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private PortRange source = PortRange.ANY;
        private PortRange destination = PortRange.ANY;

        @Override
        public void option(Option option, OptionInput input) {
            PortRange range = PortRange.parse(input.argument(), "udp", input.isInverted());
            if (option.id().equals("source-port")) {
                source = range;
            } else {
                destination = range;
            }
        }

        @Override
        public Match build() {
            return new UdpMatch(source, destination);
        }
    }
}
