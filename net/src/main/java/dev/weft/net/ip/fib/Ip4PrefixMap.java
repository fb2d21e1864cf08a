package dev.weft.net.ip.fib;

import dev.weft.core.wire.Ip4Address;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A map from IPv4 prefixes to small numbers, asked by exact prefix or by longest match.
///
/// A hash table by prefix and length holds them: a few dozen bytes when empty. Beside it stands a [PrefixIndex] for
/// fast
/// answers: a [Dir24Index] for a large map, which every change keeps up to date, or a [RangeIndex] for a small one,
/// which a change throws away, and which is made again when enough lookups have missed it. A small map that is busy
/// gets
/// a [ByteTrieIndex] in its place.
public final class Ip4PrefixMap {
    /// What is found where nothing is stored: neither a number nor a word.
    public static final int NONE = 0;

    /// The largest number that can be stored; the smallest is 1.
    public static final int MAX_VALUE = Ip4PrefixWord.VALUE_MASK;

    /// From this many prefixes on, 64 MB for two memory accesses a lookup are well spent.
    static final int LARGE = 10_000;

    /// After so many lookups in one go with others, a map is busy.
    private static final int BUSY = 100_000;

    /// How many prefixes of an index one lookup without it pays for.
    private static final int LOOKUPS_WORTH = 4;

    private static final long UNSIGNED = 0x8000_0000_0000_0000L;
    private static final long LONGEST_FIRST = 0xffff_ffffL;
    private static final long[] NO_ENTRIES = new long[1];
    private static final int[] NO_COUNTS = new int[0];

    /// Open addressing with linear probing: the prefix in the high half of an entry, its word in the low half.
    private long[] entries = NO_ENTRIES;

    private int size;

    /// Bit `n` is set when there are prefixes of length `n`.
    private long lengths;

    private int[] countOfLength = NO_COUNTS;
    private @Nullable PrefixIndex index;
    private int lookupsWithoutIndex;
    private int lookupsOfRanges;

    public int size() {
        return size;
    }

    boolean isLarge() {
        return index instanceof Dir24Index;
    }

    boolean isBusy() {
        return index instanceof ByteTrieIndex;
    }

    // ---- changes

    /// Maps a prefix to a number, in place of the one it is mapped to.
    public void put(int prefix, int length, int value) {
        if (value < 1 || value > MAX_VALUE) {
            throw new IllegalArgumentException("no value for a prefix: " + value);
        }
        int word = Ip4PrefixWord.of(length, value);
        if (2 * (size + 1) > entries.length) {
            resize(Math.max(8, 2 * entries.length));
        }
        int at = find(prefix, length);
        boolean isNew = entries[at] == 0;
        entries[at] = entry(prefix, word);
        if (isNew) {
            size++;
            count(length, 1);
        }
        if (index instanceof Dir24Index large) {
            large.put(prefix, length, word, isNew);
        } else {
            index = size >= LARGE ? newDir24() : null;
        }
    }

    /// Forgets a prefix; nothing happens when it is not there.
    public void remove(int prefix, int length) {
        int at = find(prefix, length);
        if (entries[at] == 0) {
            return;
        }
        close(at);
        size--;
        count(length, -1);
        if (index instanceof Dir24Index large && size >= LARGE / 2) {
            large.remove(prefix, length, shorter(prefix, length));
        } else {
            index = null;
        }
        if (size == 0) {
            entries = NO_ENTRIES;
        } else if (8 * size < entries.length && entries.length > 8) {
            resize(entries.length / 2);
        }
    }

    // ---- questions

    /// The number of exactly this prefix, or [#NONE].
    public int get(int prefix, int length) {
        return (int) entries[find(prefix, length)] & Ip4PrefixWord.VALUE_MASK;
    }

    /// The [Ip4PrefixWord] of the longest prefix that covers an address, or [#NONE].
    public int lookup(int address) {
        PrefixIndex ready = index(1);
        return ready != null ? ready.lookup(address) : shorter(address, 33);
    }

    /// Looks many addresses up at once: the memory accesses of all of them overlap.
    public void lookup(int[] addresses, int[] words, int count) {
        PrefixIndex ready = index(count);
        if (ready != null) {
            ready.lookup(addresses, words, count);
            if (ready instanceof RangeIndex && size <= ByteTrieIndex.MOST_PREFIXES) {
                promote(count);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            words[i] = shorter(addresses[i], 33);
        }
    }

    private void promote(int lookups) {
        lookupsOfRanges += lookups;
        if (lookupsOfRanges >= BUSY) {
            lookupsOfRanges = 0;
            index = new ByteTrieIndex(sorted(0));
        }
    }

    /// The index, made now if the lookups since the last change pay for it.
    private @Nullable PrefixIndex index(int lookups) {
        PrefixIndex ready = index;
        if (ready != null) {
            return ready;
        }
        lookupsWithoutIndex += lookups;
        if (lookupsWithoutIndex * LOOKUPS_WORTH < size) {
            return null;
        }
        lookupsWithoutIndex = 0;
        long[] sorted = sorted(0);
        RangeIndex made = RangeIndex.of(sorted);
        index = made;
        return made;
    }

    /// The [Ip4PrefixWord] of the longest prefix shorter than `length` that covers an address, or [#NONE].
    public int shorter(int address, int length) {
        long[] table = entries;
        int mask = table.length - 1;
        long left = lengths & (1L << length) - 1;
        while (left != 0) {
            int candidate = 63 - Long.numberOfLeadingZeros(left);
            int prefix = address & Ip4Address.mask(candidate);
            long wanted = entry(prefix, Ip4PrefixWord.of(candidate, 0));
            for (int at = hash(prefix, candidate) & mask; table[at] != 0; at = at + 1 & mask) {
                if ((table[at] ^ wanted) >>> Ip4PrefixWord.VALUE_BITS == 0) {
                    return (int) table[at];
                }
            }
            left &= ~(1L << candidate);
        }
        return 0;
    }

    /// Sees one prefix and its number.
    @FunctionalInterface
    public interface Visitor {
        void visit(int prefix, int length, int value);
    }

    /// Shows all prefixes by rising address, and of one address the longest first, as Linux dumps its trie.
    public void forEach(Visitor visitor) {
        for (long key : sorted(LONGEST_FIRST)) {
            int word = (int) (key ^ LONGEST_FIRST);
            visitor.visit((int) (key >>> 32), Ip4PrefixWord.length(word), Ip4PrefixWord.value(word));
        }
    }

    /// All entries by rising address, and of one address the shortest prefix first.
    ///
    /// @param flip bits of the words to turn around, for another order
    private long[] sorted(long flip) {
        long[] sorted = new long[size];
        int count = 0;
        for (long entry : entries) {
            if (entry != 0) {
                sorted[count++] = entry ^ flip ^ UNSIGNED;
            }
        }
        Arrays.sort(sorted);
        for (int i = 0; i < count; i++) {
            sorted[i] ^= UNSIGNED;
        }
        return sorted;
    }

    // ---- the hash table

    private static long entry(int prefix, int word) {
        return (long) prefix << 32 | word & 0xffff_ffffL;
    }

    private static int hash(int prefix, int length) {
        int mixed = (prefix ^ prefix >>> 15 ^ length * 0x2c1b_3c6d) * 0x9e37_79b9;
        return mixed ^ mixed >>> 16;
    }

    /// Where the prefix is, or where it belongs.
    private int find(int prefix, int length) {
        int mask = entries.length - 1;
        long wanted = entry(prefix, Ip4PrefixWord.of(length, 0));
        int at = hash(prefix, length) & mask;
        while (entries[at] != 0 && (entries[at] ^ wanted) >>> Ip4PrefixWord.VALUE_BITS != 0) {
            at = at + 1 & mask;
        }
        return at;
    }

    /// Empties a place and moves up what had to give way to it.
    private void close(int gap) {
        int mask = entries.length - 1;
        int at = gap;
        int hole = gap;
        while (true) {
            at = at + 1 & mask;
            long entry = entries[at];
            if (entry == 0) {
                break;
            }
            int home = hash((int) (entry >>> 32), Ip4PrefixWord.length((int) entry)) & mask;
            if ((at - home & mask) >= (at - hole & mask)) {
                entries[hole] = entry;
                hole = at;
            }
        }
        entries[hole] = 0;
    }

    private void resize(int capacity) {
        long[] old = entries;
        entries = new long[capacity];
        for (long entry : old) {
            if (entry != 0) {
                entries[find((int) (entry >>> 32), Ip4PrefixWord.length((int) entry))] = entry;
            }
        }
    }

    private void count(int length, int change) {
        if (countOfLength.length == 0) {
            countOfLength = new int[33];
        }
        countOfLength[length] += change;
        if (countOfLength[length] == 0) {
            lengths &= ~(1L << length);
        } else {
            lengths |= 1L << length;
        }
    }

    private Dir24Index newDir24() {
        Dir24Index made = new Dir24Index();
        for (long entry : entries) {
            if (entry != 0) {
                int word = (int) entry;
                made.put((int) (entry >>> 32), Ip4PrefixWord.length(word), word, true);
            }
        }
        return made;
    }
}
