package dev.weft.net.ip.fib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.Ip4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Ip4PrefixMapTest {
    private final Ip4PrefixMap map = new Ip4PrefixMap();
    private final TreeMap<Long, Integer> reference = new TreeMap<>();
    private final SplittableRandom random = new SplittableRandom(4711);

    @Test
    void findsNothingWhenEmpty() {
        assertThat(map.lookup(Ip4Address.of("10.0.0.1").bits())).isEqualTo(Ip4PrefixMap.NONE);
        assertThat(map.get(0, 0)).isEqualTo(Ip4PrefixMap.NONE);
        map.remove(0, 0);
        assertThat(map.size()).isZero();
    }

    @Test
    void prefersTheLongestPrefix() {
        put("0.0.0.0", 0, 1);
        put("10.0.0.0", 8, 2);
        put("10.1.0.0", 16, 3);
        put("10.1.2.0", 24, 4);
        put("10.1.2.3", 32, 5);
        assertThat(lookup("9.9.9.9")).isEqualTo(1);
        assertThat(lookup("10.9.9.9")).isEqualTo(2);
        assertThat(lookup("10.1.9.9")).isEqualTo(3);
        assertThat(lookup("10.1.2.9")).isEqualTo(4);
        assertThat(lookup("10.1.2.3")).isEqualTo(5);
        int shorter = map.shorter(Ip4Address.of("10.1.2.3").bits(), 24);
        assertThat(Ip4PrefixWord.length(shorter)).isEqualTo(16);
        assertThat(Ip4PrefixWord.value(shorter)).isEqualTo(3);
    }

    @Test
    void showsAddressesInOrderAndTheLongestPrefixFirst() {
        put("192.168.0.0", 16, 1);
        put("10.0.0.0", 8, 2);
        put("10.0.0.0", 24, 3);
        put("0.0.0.0", 0, 4);
        List<String> seen = new ArrayList<>();
        map.forEach((prefix, length, value) -> seen.add(Ip4Address.toString(prefix) + "/" + length + "=" + value));
        assertThat(seen).containsExactly("0.0.0.0/0=4", "10.0.0.0/24=3", "10.0.0.0/8=2", "192.168.0.0/16=1");
    }

    @Test
    void agreesWithASearchOfAllPrefixesWhileSmall() {
        for (int i = 0; i < 4000; i++) {
            change(200, 0x0a00_0000);
            check(5);
        }
    }

    @Test
    void agreesWithASearchOfAllPrefixesWhileItGrowsLargeAndSmallAgain() {
        while (map.size() < Ip4PrefixMap.LARGE + 2000) {
            insert(0);
        }
        assertThat(map.isLarge()).isTrue();
        check(2000);
        for (int i = 0; i < 20_000; i++) {
            change(Ip4PrefixMap.LARGE + 2000, 0);
            if (i % 10 == 0) {
                check(1);
            }
        }
        while (map.size() > 0) {
            remove();
            if (map.size() % 100 == 0) {
                check(10);
            }
        }
        assertThat(map.isLarge()).isFalse();
        assertThat(lookup("10.0.0.1")).isEqualTo(Ip4PrefixMap.NONE);
    }

    @Test
    void agreesWithASearchOfAllPrefixesWhileSmallAndBusy() {
        int[] addresses = new int[256];
        int[] words = new int[256];
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 50; i++) {
                change(200, 0x0a00_0000);
            }
            for (int i = 0; i < 400; i++) {
                for (int at = 0; at < addresses.length; at++) {
                    addresses[at] = random.nextBoolean() ? 0x0a00_0000 ^ crowded() : random.nextInt();
                }
                map.lookup(addresses, words, addresses.length);
            }
            assertThat(map.isBusy()).isTrue();
            for (int at = 0; at < addresses.length; at++) {
                assertThat(words[at]).isEqualTo(map.shorter(addresses[at], 33)).isEqualTo(map.lookup(addresses[at]));
            }
            check(100);
        }
    }

    // ---- a naive twin

    private void put(String prefix, int length, int value) {
        map.put(Ip4Address.of(prefix).bits(), length, value);
    }

    private int lookup(String address) {
        return Ip4PrefixWord.value(map.lookup(Ip4Address.of(address).bits()));
    }

    private void change(int mostPrefixes, int base) {
        if (reference.size() < mostPrefixes && random.nextInt(100) < 52) {
            insert(base);
        } else if (!reference.isEmpty()) {
            remove();
        }
    }

    /// Prefixes crowd in few places, so that they cover each other often.
    private void insert(int base) {
        int length = random.nextInt(33);
        int prefix = (base ^ crowded()) & Ip4Address.mask(length);
        int value = 1 + random.nextInt(Ip4PrefixMap.MAX_VALUE);
        map.put(prefix, length, value);
        reference.put(key(prefix, length), value);
        assertThat(map.get(prefix, length)).isEqualTo(value);
        assertThat(map.size()).isEqualTo(reference.size());
    }

    private void remove() {
        long around = key(crowded(), random.nextInt(33));
        Map.Entry<Long, Integer> victim = reference.ceilingEntry(around);
        long key = victim != null ? victim.getKey() : reference.firstKey();
        map.remove((int) (key >>> 8), (int) key & 0xff);
        reference.remove(key);
        assertThat(map.size()).isEqualTo(reference.size());
    }

    private int crowded() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextInt(1 << 16) << 8 | random.nextInt(256);
            case 2 -> 0xc0a8_0000 | random.nextInt(1 << 12);
            default -> random.nextInt(64) << 26 | random.nextInt(512);
        };
    }

    private void check(int addresses) {
        int[] asked = random.ints(addresses, 0, 3)
                .map(i -> i == 0 ? crowded() : 0x0a00_0000 ^ crowded())
                .toArray();
        int[] answers = new int[addresses];
        map.lookup(asked, answers, addresses);
        for (int i = 0; i < addresses; i++) {
            int expected = expected(asked[i]);
            assertThat(answers[i]).isEqualTo(expected);
            assertThat(map.lookup(asked[i])).isEqualTo(expected);
            assertThat(map.shorter(asked[i], 33)).isEqualTo(expected);
        }
    }

    private int expected(int address) {
        for (int length = 32; length >= 0; length--) {
            Integer value = reference.get(key(address & Ip4Address.mask(length), length));
            if (value != null) {
                return Ip4PrefixWord.of(length, value);
            }
        }
        return Ip4PrefixMap.NONE;
    }

    private static long key(int prefix, int length) {
        return (prefix & 0xffff_ffffL) << 8 | length;
    }
}
