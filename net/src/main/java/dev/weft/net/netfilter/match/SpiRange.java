package dev.weft.net.netfilter.match;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;

/// Security parameter indexes from the first to the last, or all but those.
public record SpiRange(long first, long last, boolean isInverted) {
    public static final SpiRange ANY = new SpiRange(0, 0xffff_ffffL, false);

    public static SpiRange parse(String extension, Option option, OptionInput input) {
        NumberRange range = NumberRange.parse(extension, option, input.argument(), ANY.last);
        return new SpiRange(range.first(), range.last(), input.isInverted());
    }

    /// @param offset of the index within the header
    /// @param length of the whole header; a packet that ends before has no business here
    public boolean matches(Packet packet, HookState state, int offset, int length) {
        if (state.fragmentOffset() != 0) {
            return false;
        }
        int header = state.transportOffset();
        if (packet.length() - header < length) {
            state.hotDrop();
            return false;
        }
        long spi = packet.u32(header + offset);
        return (spi >= first && spi <= last) != isInverted;
    }

    public boolean isAny() {
        return first == 0 && last == ANY.last && !isInverted;
    }

    public void save(StringBuilder to, String option) {
        if (first != 0 || last != ANY.last) {
            to.append(isInverted ? " ! " : " ").append(option).append(first);
            if (first != last) {
                to.append(':').append(last);
            }
        }
    }

    /// `spis:!5:10`
    public void print(StringBuilder to) {
        if (!isAny()) {
            to.append(first == last ? "spi:" : "spis:")
                    .append(isInverted ? "!" : "")
                    .append(first);
            if (first != last) {
                to.append(':').append(last);
            }
        }
    }
}
