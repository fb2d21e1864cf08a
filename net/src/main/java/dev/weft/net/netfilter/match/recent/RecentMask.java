package dev.weft.net.netfilter.match.recent;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.OptionalLong;

/// Which bits of an address a list keeps: for IPv4 those of the lower half of `low`.
record RecentMask(long high, long low) {
    static final RecentMask WHOLE = new RecentMask(-1, -1);

    private static final long LOWER = 0xffff_ffffL;

    static RecentMask parse(String text, boolean ip6) {
        if (ip6) {
            Ip6Address mask = Ip6Address.parse(text).orElseThrow(() -> unknown(text));
            return new RecentMask(mask.high(), mask.low());
        }
        String[] parts = text.split("\\.", -1);
        long mask = 0;
        for (int i = 0; i < 4; i++) {
            OptionalLong part = i < parts.length ? OptionValues.number(parts[i]) : OptionalLong.of(0);
            if (parts.length > 4 || part.isEmpty() || part.getAsLong() > 255) {
                throw unknown(text);
            }
            mask = mask << 8 | part.getAsLong();
        }
        return new RecentMask(0, mask);
    }

    private static XtablesError unknown(String text) {
        return XtablesError.parameter("host/network `" + text + "' not found");
    }

    /// As iptables writes it.
    String text(boolean ip6) {
        return ip6 ? new Ip6Address(high, low).toString() : Ip4Address.toString((int) (low & LOWER));
    }
}
