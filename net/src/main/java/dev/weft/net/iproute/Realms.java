package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import java.util.OptionalLong;

/// Realms of routes: that of the source in the high half, that of the destination in the low half (iproute2:
/// `get_rt_realms_or_raw`).
public final class Realms {
    private Realms() {}

    /// Reads `TO`, `FROM/TO` or a raw number; fails with `invalid realms`.
    public static int read(String word) {
        return read(word, "invalid realms\n");
    }

    public static int read(String word, String why) {
        if (word.startsWith("0x")) {
            OptionalLong raw = Numbers.unsigned(word, 0, 32);
            return (int) raw.orElseThrow(() -> Args.invalid(why, word));
        }
        int slash = word.indexOf('/');
        int to = number(word.substring(slash + 1), word, why);
        return slash < 0 ? to : number(word.substring(0, slash), word, why) << 16 | to;
    }

    private static int number(String part, String word, String why) {
        return NameTable.REALMS.number(part).orElseThrow(() -> Args.invalid(why, word));
    }

    /// The name of a single realm, or its digits.
    public static String name(int realm, IpOptions options) {
        return NameTable.REALMS.name(realm, options);
    }
}
