package dev.weft.net.netfilter.match.tcpmss;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.match.NumberRange;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;

/// `-m tcpmss`: the option of TCP that tells the greatest segment (kernel: `tcpmss_mt`).
public record TcpmssMatch(int min, int max, boolean isInverted) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int DATA_OFFSET = 12;
    private static final int OPTION = 2;
    private static final int OPTION_LENGTH = 4;

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        int tcp = state.transportOffset();
        if (state.fragmentOffset() != 0 || packet.length() - tcp < Tcp.LENGTH) {
            state.hotDrop();
            return false;
        }
        int end = tcp + (packet.u8(tcp + DATA_OFFSET) >>> 4) * 4;
        if (end < tcp + Tcp.LENGTH || end > packet.length()) {
            state.hotDrop();
            return false;
        }
        int at = tcp + Tcp.LENGTH;
        while (at < end) {
            int kind = packet.u8(at);
            if (kind == OPTION && end - at >= OPTION_LENGTH && packet.u8(at + 1) == OPTION_LENGTH) {
                int size = packet.u16(at + 2);
                return (size >= min && size <= max) != isInverted;
            }
            at += kind < 2 || at + 1 >= end ? 1 : Math.max(1, packet.u8(at + 1));
        }
        return isInverted;
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public void save(StringBuilder to) {
        to.append(isInverted ? " !" : "").append(" --mss ").append(range());
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" tcpmss match ").append(isInverted ? "!" : "").append(range());
    }

    private String range() {
        return min == max ? Integer.toString(min) : min + ":" + max;
    }

    /// The match `tcpmss` and its option.
    private static final class Type extends MatchType {
        Type() {
            super("tcpmss", List.of(Option.with("mss").invertible().mandatory()));
        }

        @Override
        public String help() {
            return """
                tcpmss match options:
                [!] --mss value[:value]	Match TCP MSS range.
                				(only valid for TCP SYN or SYN/ACK packets)
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
    }

    private static final class Reader implements Builder<Match> {
        private TcpmssMatch match = new TcpmssMatch(0, 0, false);

        @Override
        public void option(Option option, OptionInput input) {
            NumberRange range = NumberRange.parse("tcpmss", option, input.argument(), 0xffff);
            if (range.first() > range.last()) {
                throw XtablesError.parameter("tcpmss: invalid range given");
            }
            match = new TcpmssMatch((int) range.first(), (int) range.last(), input.isInverted());
        }

        @Override
        public Match build() {
            return match;
        }
    }
}
