package dev.weft.net.netfilter.set;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import java.util.Optional;

/// Addresses as words in the network's order, and as people write them.
final class AddressText {
    private AddressText() {}

    static String of(int[] words, boolean ip6) {
        return ip6
                ? new Ip6Address(pair(words[0], words[1]), pair(words[2], words[3])).toString()
                : Ip4Address.toString(words[0]);
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xffff_ffffL;
    }

    static Optional<int[]> parse(String text, boolean ip6) {
        return ip6
                ? Ip6Address.parse(text).map(a ->
                        new int[] {(int) (a.high() >>> 32), (int) a.high(), (int) (a.low() >>> 32), (int) a.low()})
                : Ip4Address.parseLoosely(text).map(a -> new int[] {a.bits(), 0, 0, 0});
    }
}
