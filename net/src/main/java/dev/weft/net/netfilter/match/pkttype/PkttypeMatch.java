package dev.weft.net.netfilter.match.pkttype;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `-m pkttype`: to whom the frame was addressed that brought the packet (kernel: `pkttype_mt`).
public record PkttypeMatch(PacketType wanted, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final Map<String, PacketType> NAMES = Map.of(
            "unicast", PacketType.HOST,
            "host", PacketType.HOST,
            "broadcast", PacketType.BROADCAST,
            "bcast", PacketType.BROADCAST,
            "multicast", PacketType.MULTICAST,
            "mcast", PacketType.MULTICAST,
            "otherhost", PacketType.OTHERHOST);

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return (packet.type() == wanted) != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --pkt-type ").append(name());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" PKTTYPE ").append(isInverted ? "!= " : "= ").append(name());
    }

    private String name() {
        return wanted == PacketType.HOST ? "unicast" : wanted.name().toLowerCase(Locale.ROOT);
    }

    /// The match `pkttype` and its options.
    private static final class Type extends MatchType {
        Type() {
            super("pkttype", List.of(Option.with("pkt-type").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                pkttype match options:
                [!] --pkt-type packettype    match packet type
                Valid packet types:
                	unicast       \t\tto us
                	broadcast     \t\tto all
                	multicast     \t\tto group
                	otherhost     \t\tto someone else

                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private PkttypeMatch match = new PkttypeMatch(PacketType.HOST, false);

        @Override
        public void option(Option option, OptionInput input) {
            PacketType type = NAMES.get(input.argument().toLowerCase(Locale.ROOT));
            if (type == null) {
                throw XtablesError.parameter("Bad packet type '" + input.argument() + "'");
            }
            match = new PkttypeMatch(type, input.isInverted());
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
