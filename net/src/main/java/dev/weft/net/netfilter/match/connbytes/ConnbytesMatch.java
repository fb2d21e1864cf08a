package dev.weft.net.netfilter.match.connbytes;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.ConntrackSetting;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.Locale;

/// `-m connbytes --connbytes 10:20 …`: how much the packet's connection has carried (kernel: `connbytes_mt`).
///
/// @param to -1 for no bound
public record ConnbytesMatch(long from, long to, boolean isInverted, Direction direction, Mode mode) implements Match {
    public static final MatchType TYPE = new Type();

    /// Which way is counted.
    public enum Direction {
        ORIGINAL,
        REPLY,
        BOTH
    }

    /// What is counted.
    public enum Mode {
        PACKETS,
        BYTES,
        /// Bytes a packet.
        AVGPKT
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        Conntrack conntrack = Conntrack.of(state.namespace());
        int slot = conntrack.connection(packet);
        if (slot == 0) {
            return false;
        }
        Connections connections = conntrack.connections();
        long packets = 0;
        long bytes = 0;
        for (int way = 0; way < 2; way++) {
            if (direction == Direction.BOTH || direction.ordinal() == way) {
                packets += connections.packets(slot, way);
                bytes += connections.bytes(slot, way);
            }
        }
        long what = switch (mode) {
            case PACKETS -> packets;
            case BYTES -> bytes;
            case AVGPKT -> packets == 0 ? 0 : bytes / packets;
        };
        boolean within = Long.compareUnsigned(what, from) >= 0 && Long.compareUnsigned(what, to) <= 0;
        return within != isInverted;
    }

    @Override
    public void enter(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.use();
        conntrack.beOrderSensitive(true);
        conntrack.set(ConntrackSetting.ACCT, 1);
    }

    @Override
    public void leave(RuleCheck check) {
        Conntrack conntrack = Conntrack.of(check.namespace());
        conntrack.leave();
        conntrack.beOrderSensitive(false);
    }

    private String span() {
        return Long.toUnsignedString(from) + (to == -1 ? "" : ":" + Long.toUnsignedString(to));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void save(StringBuilder text) {
        text.append(isInverted ? " !" : "").append(" --connbytes ").append(span());
        text.append(" --connbytes-mode ")
                .append(word(mode))
                .append(" --connbytes-dir ")
                .append(word(direction));
    }

    @Override
    public void print(StringBuilder text, boolean numeric) {
        text.append(isInverted ? " !" : "").append(" connbytes ").append(span());
        text.append(" connbytes mode ")
                .append(word(mode))
                .append(" connbytes direction ")
                .append(word(direction));
    }

    private static final class Type extends MatchType {
        Type() {
            super(
                    "connbytes",
                    List.of(
                            Option.with("connbytes").mandatory().invertible(),
                            Option.with("connbytes-dir").mandatory(),
                            Option.with("connbytes-mode").mandatory()));
        }

        @Override
        public String help() {
            return """
                connbytes match options:
                 [!] --connbytes from:[to]
                     --connbytes-dir [original, reply, both]
                     --connbytes-mode [packets, bytes, avgpkt]
                """;
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private long from;
        private long to = -1;
        private boolean inverted;
        private Direction direction = Direction.BOTH;
        private Mode mode = Mode.PACKETS;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            switch (option.id()) {
                case "connbytes" -> span(text, input.isInverted());
                case "connbytes-dir" -> direction = value(Direction.values(), option, text);
                default -> mode = value(Mode.values(), option, text);
            }
        }

        private void span(String text, boolean isInverted) {
            int colon = text.indexOf(':');
            from = number(colon < 0 ? text : text.substring(0, colon), 0);
            to = colon < 0 ? -1 : number(text.substring(colon + 1), -1);
            inverted = isInverted;
            if (Long.compareUnsigned(to, from) < 0) {
                throw XtablesError.parameter(
                        Long.toUnsignedString(from) + " should be less than " + Long.toUnsignedString(to) + "\n");
            }
        }

        private static long number(String text, long missing) {
            try {
                return text.isEmpty() ? missing : Long.parseUnsignedLong(text);
            } catch (NumberFormatException e) {
                throw XtablesError.parameter("connbytes: bad value for option \"--connbytes\", or out of range ("
                        + "0-18446744073709551615).\n");
            }
        }

        private static <E extends Enum<E>> E value(E[] values, Option option, String text) {
            for (E value : values) {
                if (word(value).equals(text)) {
                    return value;
                }
            }
            throw XtablesError.parameter("Unknown --" + option.name() + " `" + text + "'\n");
        }

        @Override
        public Match build() {
            return new ConnbytesMatch(from, to, inverted, direction, mode);
        }
    }
}
