package dev.weft.net.ip.fib;

import java.util.Arrays;

/// The prefixes of a small map as ranges of addresses that have the same answer, found by a binary search without
/// branches.
///
/// It is never changed: after a change of the map another one is built.
final class RangeIndex implements PrefixIndex {
    /// Up to this many ranges a search of its own for each address is the fastest.
    private static final int SMALL = 128;

    /// Where each range begins, rising; filled up to a power of two with copies of the last.
    private final int[] starts;

    private final int[] words;

    private RangeIndex(int[] starts, int[] words) {
        this.starts = starts;
        this.words = words;
    }

    @Override
    public int lookup(int address) {
        int key = order(address);
        int at = 0;
        for (int half = starts.length >> 1; half > 0; half >>= 1) {
            at += half & notBelow(key, starts[at + half]);
        }
        return words[at];
    }

    @Override
    public void lookup(int[] addresses, int[] found, int count) {
        if (starts.length > SMALL) {
            searchTogether(addresses, found, count);
        } else {
            searchOneByOne(addresses, found, count);
        }
    }

    /// The searches do not branch on what they find, so the processor has several of them under way at once.
    private void searchOneByOne(int[] addresses, int[] found, int count) {
        int[] table = starts;
        int[] answers = words;
        for (int i = 0; i < count; i++) {
            int key = order(addresses[i]);
            int at = 0;
            for (int half = table.length >> 1; half > 0; half >>= 1) {
                at += half & notBelow(key, table[at + half]);
            }
            found[i] = answers[at];
        }
    }

    /// One pass for each step of the search, so that no address waits for the memory of another.
    private void searchTogether(int[] addresses, int[] found, int count) {
        int[] table = starts;
        int[] answers = words;
        Arrays.fill(found, 0, count, 0);
        for (int half = table.length >> 1; half > 0; half >>= 1) {
            for (int i = 0; i < count; i++) {
                int at = found[i];
                found[i] = at + (half & notBelow(order(addresses[i]), table[at + half]));
            }
        }
        for (int i = 0; i < count; i++) {
            found[i] = answers[found[i]];
        }
    }

    /// All ones when `key` is at or behind `start`, else 0.
    private static int notBelow(int key, int start) {
        return (int) ~((long) key - start >> 63);
    }

    /// Lets signed comparison order addresses.
    private static int order(int address) {
        return address ^ 0x8000_0000;
    }

    // ---- making one

    /// Cuts the address space at the ends of all prefixes.
    ///
    /// @param prefixes prefix in the high half, [Ip4PrefixWord] in the low half; rising
    static RangeIndex of(long[] prefixes) {
        Builder builder = new Builder(prefixes.length);
        for (long prefix : prefixes) {
            builder.open((int) (prefix >>> 32), (int) prefix);
        }
        return builder.build();
    }

    /// Walks the prefixes from left to right; those that cover the present place lie on a stack.
    private static final class Builder {
        private static final long END = 1L << 32;

        private final int[] starts;
        private final int[] words;
        private int count;

        private final int[] openWords = new int[34];
        private final long[] openEnds = new long[34];
        private int depth = 1;

        Builder(int prefixes) {
            starts = new int[2 * prefixes + 1];
            words = new int[2 * prefixes + 1];
            openEnds[0] = END;
            range(0, Ip4PrefixMap.NONE);
        }

        void open(int prefix, int word) {
            long start = prefix & 0xffff_ffffL;
            closeUntil(start);
            openEnds[depth] = start + (1L << 32 - Ip4PrefixWord.length(word));
            openWords[depth] = word;
            depth++;
            range(start, word);
        }

        private void closeUntil(long place) {
            while (openEnds[depth - 1] <= place && depth > 1) {
                depth--;
                range(openEnds[depth], openWords[depth - 1]);
            }
        }

        private void range(long start, int word) {
            if (start == END) {
                return;
            }
            int key = order((int) start);
            if (count > 0 && starts[count - 1] == key) {
                words[count - 1] = word;
            } else {
                starts[count] = key;
                words[count++] = word;
            }
        }

        RangeIndex build() {
            closeUntil(END);
            int capacity = Math.max(1, Integer.highestOneBit(2 * count - 1));
            int[] allStarts = Arrays.copyOf(starts, capacity);
            int[] allWords = Arrays.copyOf(words, capacity);
            Arrays.fill(allStarts, count, capacity, Integer.MAX_VALUE);
            Arrays.fill(allWords, count, capacity, words[count - 1]);
            return new RangeIndex(allStarts, allWords);
        }
    }
}
