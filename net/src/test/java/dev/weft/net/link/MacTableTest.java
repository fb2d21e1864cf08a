package dev.weft.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MacTableTest {
    private final MacTable table = new MacTable();

    @Test
    void isWhatAMapWouldBe() {
        SplittableRandom random = new SplittableRandom(7);
        Map<Long, Integer> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = MacTable.key(0x0200_0000_0000L + random.nextInt(3000), random.nextInt(2));
            int slot = table.find(key);
            assertThat(slot != MacTable.ABSENT).isEqualTo(expected.containsKey(key));
            if (slot == MacTable.ABSENT) {
                table.insert(key, i & 0x3ff, i & 0xff, i);
                expected.put(key, i);
            } else if (random.nextInt(3) == 0) {
                table.remove(slot);
                expected.remove(key);
            } else {
                int made = expected.getOrDefault(key, -1);
                assertThat(table.port(slot)).isEqualTo(made & 0x3ff);
                assertThat(table.flags(slot)).isEqualTo(made & 0xff);
                assertThat(table.updated(slot)).isEqualTo(made);
            }
        }
        assertThat(table.size()).isEqualTo(expected.size());
        expected.keySet().forEach(key -> assertThat(table.find(key)).isNotEqualTo(MacTable.ABSENT));
    }

    @Test
    void isSmallWhileItKnowsLittle() {
        assertThat(table.capacity()).isZero();
        assertThat(table.find(MacTable.key(1, 0))).isEqualTo(MacTable.ABSENT);
        table.insert(MacTable.key(1, 0), 1, 0, 0);
        assertThat(table.capacity()).isEqualTo(8);
    }

    @Test
    void tellsAddressVlanAndOrder() {
        int zero = table.insert(MacTable.key(0, 0), 5, 0, 100);
        int tagged = table.insert(MacTable.key(0, 7), 6, 0, 100);
        assertThat(table.address(zero)).isZero();
        assertThat(table.vlan(tagged)).isEqualTo(7);
        assertThat(table.port(tagged)).isEqualTo(6);
        assertThat(table.order(tagged)).isGreaterThan(table.order(zero));
        assertThat(table.isFresh(zero, 5, 100)).isTrue();
        assertThat(table.isFresh(zero, 5, 101)).isFalse();
        assertThat(table.isFresh(zero, 6, 100)).isFalse();
    }
}
