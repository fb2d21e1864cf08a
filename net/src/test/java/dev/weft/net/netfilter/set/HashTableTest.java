package dev.weft.net.netfilter.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.time.VirtualClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashTableTest implements HashTable.Watcher {
    private int members;

    @Override
    public void entered(int slot) {
        members++;
    }

    @Override
    public void left(int slot) {
        members--;
    }

    private HashTable table() {
        return new HashTable(1, 1, 7, 6, 2, 4, new Extensions(new VirtualClock(), new SetOptions()), this);
    }

    @Test
    void holdsWhatASetOfJavaHolds() {
        HashTable table = table();
        Set<Integer> model = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int value = random.nextInt(600);
            int[] key = {value};
            if (random.nextBoolean()) {
                HashTable.Added added = table.add(key, 65536, false);
                while (added == HashTable.Added.CROWDED) {
                    table.resize();
                    added = table.add(key, 65536, false);
                }
                assertThat(added).isEqualTo(model.add(value) ? HashTable.Added.NEW : HashTable.Added.THERE);
            } else {
                int slot = table.find(key);
                assertThat(slot >= 0).isEqualTo(model.remove(value));
                if (slot >= 0) {
                    table.remove(slot);
                }
            }
        }
        List<Integer> listed = new ArrayList<>();
        table.forEach(slot -> listed.add(table.word(slot, 0)));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(model);
        assertThat(table.count()).isEqualTo(model.size()).isEqualTo(members);
    }

    @Test
    void isEmptyAgainWhenCleared() {
        HashTable table = table();
        table.add(new int[] {1}, 10, false);
        table.clear();
        assertThat(table.find(new int[] {1})).isNegative();
        assertThat(table.memoryBytes()).isZero();
        assertThat(members).isZero();
    }

    @Test
    void isFullAtItsLimitUnlessForced() {
        HashTable table = table();
        table.add(new int[] {1}, 1, false);
        assertThat(table.add(new int[] {2}, 1, false)).isEqualTo(HashTable.Added.FULL);
        assertThat(table.count()).isEqualTo(1);
    }
}
