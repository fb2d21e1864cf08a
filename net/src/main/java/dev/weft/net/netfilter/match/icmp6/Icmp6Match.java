package dev.weft.net.netfilter.match.icmp6;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.match.IcmpTypes;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import java.util.List;
import java.util.Set;

/// `-p ipv6-icmp --icmpv6-type`: type and code of ICMPv6 (kernel: `icmp6_match`).
public record Icmp6Match(IcmpTypes.Range range, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int HEADER = 4;

    private static final IcmpTypes TYPES = IcmpTypes.of("ICMPv6", """
        destination-unreachable 1
        no-route 1 0
        communication-prohibited 1 1
        beyond-scope 1 2
        address-unreachable 1 3
        port-unreachable 1 4
        failed-policy 1 5
        reject-route 1 6
        packet-too-big 2
        time-exceeded 3
        +ttl-exceeded
        ttl-zero-during-transit 3 0
        ttl-zero-during-reassembly 3 1
        parameter-problem 4
        bad-header 4 0
        unknown-header-type 4 1
        unknown-option 4 2
        echo-request 128
        +ping
        echo-reply 129
        +pong
        router-solicitation 133
        router-advertisement 134
        neighbour-solicitation 135
        +neighbor-solicitation
        neighbour-advertisement 136
        +neighbor-advertisement
        redirect 137
        """);

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        if (state.fragmentOffset() != 0) {
            return false;
        }
        int icmp = state.transportOffset();
        if (packet.length() - icmp < HEADER) {
            state.hotDrop();
            return false;
        }
        int code = packet.u8(icmp + 1);
        boolean same = range.type() == packet.u8(icmp) && code >= range.firstCode() && code <= range.lastCode();
        return same != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --icmpv6-type ");
        IcmpTypes.save(to, range);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" ipv6-icmp");
        TYPES.print(to, range, isInverted, numeric);
    }

    /// The match `icmp6` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("icmp6", List.of(Option.with("icmpv6-type").invertible().mandatory()));
        }

        @Override
        public String help() {
            return "icmpv6 match options:\n"
                    + "[!] --icmpv6-type typename\tmatch icmpv6 type\n"
                    + "\t\t\t\t(or numeric type or type/code)\n"
                    + TYPES.list();
        }

        @Override
        public List<String> aliases() {
            return List.of("icmpv6", "ipv6-icmp");
        }

        @Override
        public Set<HookFamily> families() {
            return Set.of(HookFamily.IPV6);
        }

        @Override
        public int protocol() {
            return IpProtocol.ICMP6;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private IcmpTypes.Range range = new IcmpTypes.Range(0, 0, 0xff);
        private boolean inverted;

        @Override
        public void option(Option option, OptionInput input) {
            range = TYPES.parse(input.argument());
            inverted = input.isInverted();
        }

        @Override
        public Match build() {
            return new Icmp6Match(range, inverted);
        }
    }
}
