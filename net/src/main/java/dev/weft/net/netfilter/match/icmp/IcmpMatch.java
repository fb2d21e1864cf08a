package dev.weft.net.netfilter.match.icmp;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
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

/// `-p icmp --icmp-type`: type and code of ICMP (kernel: `icmp_match`).
public record IcmpMatch(IcmpTypes.Range range, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    /// Stands for any type.
    private static final int ANY = 0xff;

    private static final IcmpTypes TYPES = IcmpTypes.of("ICMP", """
        any 255
        echo-reply 0
        +pong
        destination-unreachable 3
        network-unreachable 3 0
        host-unreachable 3 1
        protocol-unreachable 3 2
        port-unreachable 3 3
        fragmentation-needed 3 4
        source-route-failed 3 5
        network-unknown 3 6
        host-unknown 3 7
        network-prohibited 3 9
        host-prohibited 3 10
        TOS-network-unreachable 3 11
        TOS-host-unreachable 3 12
        communication-prohibited 3 13
        host-precedence-violation 3 14
        precedence-cutoff 3 15
        source-quench 4
        redirect 5
        network-redirect 5 0
        host-redirect 5 1
        TOS-network-redirect 5 2
        TOS-host-redirect 5 3
        echo-request 8
        +ping
        router-advertisement 9
        router-solicitation 10
        time-exceeded 11
        +ttl-exceeded
        ttl-zero-during-transit 11 0
        ttl-zero-during-reassembly 11 1
        parameter-problem 12
        ip-header-bad 12 0
        required-option-missing 12 1
        timestamp-request 13
        timestamp-reply 14
        address-mask-request 17
        address-mask-reply 18
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
        if (packet.length() - icmp < Icmp.LENGTH) {
            state.hotDrop();
            return false;
        }
        int code = packet.u8(icmp + 1);
        boolean same = range.type() == ANY
                || range.type() == packet.u8(icmp) && code >= range.firstCode() && code <= range.lastCode();
        return same != isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --icmp-type ");
        if (range.type() == ANY) {
            to.append("any");
        } else {
            IcmpTypes.save(to, range);
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" icmp");
        TYPES.print(to, range, isInverted, numeric);
    }

    /// The match `icmp` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("icmp", List.of(Option.with("icmp-type").invertible().mandatory()));
        }

        @Override
        public String help() {
            return "icmp match options:\n"
                    + "[!] --icmp-type typename\tmatch icmp type\n"
                    + "[!] --icmp-type type[/code]\t(or numeric type or type/code)\n"
                    + TYPES.list();
        }

        @Override
        public Set<HookFamily> families() {
            return Set.of(HookFamily.IPV4);
        }

        @Override
        public int protocol() {
            return IpProtocol.ICMP;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private IcmpTypes.Range range = new IcmpTypes.Range(ANY, 0, 0xff);
        private boolean inverted;

        @Override
        public void option(Option option, OptionInput input) {
            range = TYPES.parse(input.argument());
            inverted = input.isInverted();
        }

        @Override
        public Match build() {
            return new IcmpMatch(range, inverted);
        }
    }
}
