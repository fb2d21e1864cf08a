package dev.weft.net.netfilter.match.iprange;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.Ranges;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.Builder;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `-m iprange`: addresses from a first to a last one (kernel: `iprange_mt4`).
public record IprangeMatch(
        @Nullable AddressRange source, @Nullable AddressRange destination) implements Match {
    public static final MatchType TYPE = new Type();

    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    /// Addresses as numbers without sign.
    record AddressRange(long first, long last, boolean isInverted) {
        boolean contains(long address) {
            return (address >= first && address <= last) != isInverted;
        }

        Ranges ranges() {
            if (first > last) {
                return isInverted ? Ranges.of(0, Field.SOURCE.last()) : Ranges.none();
            }
            Ranges ranges = Ranges.of(first, last);
            return isInverted ? ranges.complement(Field.SOURCE.last()) : ranges;
        }

        @Override
        public String toString() {
            return new Ip4Address((int) first) + "-" + new Ip4Address((int) last);
        }
    }

    @Override
    public MatchType type() {
        return TYPE;
    }

    @Override
    public boolean matches(Packet packet, HookState state) {
        return (source == null || source.contains(packet.u32(SOURCE)))
                && (destination == null || destination.contains(packet.u32(DESTINATION)));
    }

    @Override
    public boolean hasMemory() {
        return false;
    }

    @Override
    public Demand demand(Demand demand) {
        Demand known = source == null ? demand : demand.with(Field.SOURCE, source.ranges());
        return destination == null ? known : known.with(Field.DESTINATION, destination.ranges());
    }

    @Override
    public void save(StringBuilder to) {
        save(to, source, "--src-range");
        save(to, destination, "--dst-range");
    }

    private static void save(StringBuilder to, @Nullable AddressRange range, String option) {
        if (range != null) {
            to.append(range.isInverted ? " ! " : " ").append(option).append(' ').append(range);
        }
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        print(to, source, "source");
        print(to, destination, "destination");
    }

    private static void print(StringBuilder to, @Nullable AddressRange range, String side) {
        if (range != null) {
            to.append(' ')
                    .append(side)
                    .append(" IP range ")
                    .append(range.isInverted ? "! " : "")
                    .append(range);
        }
    }

    /// The match `iprange` and its options.
    private static final class Type extends MatchType {
        Type() {
            super(
                    "iprange",
                    List.of(
                            Option.with("src-range").invertible(),
                            Option.with("dst-range").invertible()));
        }

        @Override
        public String help() {
            return """
                iprange match options:
                [!] --src-range ip[-ip]    Match source IP in the specified range
                [!] --dst-range ip[-ip]    Match destination IP in the specified range
                """;
        }

        @Override
        public Set<HookFamily> families() {
            return EnumSet.of(HookFamily.IPV4);
        }

        @Override
        public Builder<Match> builder(RuleDraft rule) {
            return new Reader();
        }
    }

    private static final class Reader implements Builder<Match> {
        private @Nullable AddressRange source;
        private @Nullable AddressRange destination;

        @Override
        public void option(Option option, OptionInput input) {
            String text = input.argument();
            int dash = text.indexOf('-');
            String from = dash < 0 ? text : text.substring(0, dash);
            String to = dash < 0 ? text : text.substring(dash + 1);
            AddressRange range = new AddressRange(address(option, from), address(option, to), input.isInverted());
            if (option.id().equals("src-range")) {
                source = range;
            } else {
                destination = range;
            }
        }

        private static long address(Option option, String text) {
            return Ip4Address.parse(text)
                            .orElseThrow(() -> XtablesError.parameter(
                                    "iprange: Bad value for \"--" + option.name() + "\" option: \"" + text + "\""))
                            .bits()
                    & 0xffff_ffffL;
        }

        @Override
        public Match build() {
            if (source == null && destination == null) {
                throw XtablesError.parameter("iprange match: You must specify `--src-range' or `--dst-range'");
            }
            return new IprangeMatch(source, destination);
        }
    }
}
