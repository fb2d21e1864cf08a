package dev.weft.net.ip.fib;

import java.util.Arrays;

/// The prefixes of a small map as ranges of addresses that have the same answer, found by a binary search without
/// branches.
///
/// It is never changed: after a change of the map another one is built.
final class RangeIndex implements PrefixIndex {
    /// More steps than this are done for all addresses together.
    private static final int FEW_STEPS = 7;

    /// Fewer ranges are not worth a table of the first bytes.
    private static final int MANY = 32;

    private static final int FIRST_BYTES = 256;

    /// Where each range begins, rising; copies of the last fill it up, so that a search may go too far.
    private final int[] starts;

    private final int[] words;

    /// The range in which the addresses with each first byte begin.
    private final char[] firsts;

    /// By how much the first byte must be shifted away: all of it where there are few ranges.
    private final int shift;

    /// How far the first step of a search goes; each further step goes half as far.
    private final int stride;

    private RangeIndex(int[] starts, int[] words, char[] firsts, int stride) {
        this.starts = starts;
        this.words = words;
        this.firsts = firsts;
        this.shift = firsts.length == FIRST_BYTES ? 24 : 31;
        this.stride = stride;
    }

    @Override
    public int lookup(int address) {
        int key = order(address);
        int at = firsts[first(address)];
        for (int half = stride; half > 0; half >>= 1) {
            at += half & notBelow(key, starts[at + half]);
        }
        return words[at];
    }

    @Override
    public void lookup(int[] addresses, int[] found, int count) {
        if (stride >>> FEW_STEPS == 0) {
            searchOneByOne(addresses, found, count);
        } else {
            searchTogether(addresses, found, count);
        }
    }

    /// The searches do not branch on what they find, so the processor has several of them under way at once.
    private void searchOneByOne(int[] addresses, int[] found, int count) {
        int[] table = starts;
        int[] answers = words;
        char[] begin = firsts;
        int most = stride;
        for (int i = 0; i < count; i++) {
            int address = addresses[i];
            int key = order(address);
            int at = begin[first(address)];
            for (int half = most; half > 0; half >>= 1) {
                at += half & notBelow(key, table[at + half]);
            }
            found[i] = answers[at];
        }
    }

    /// One pass for each step of the search, so that no address waits for the memory of another.
    private void searchTogether(int[] addresses, int[] found, int count) {
        int[] table = starts;
        int[] answers = words;
        for (int i = 0; i < count; i++) {
            found[i] = firsts[first(addresses[i])];
        }
        for (int half = stride; half > 0; half >>= 1) {
            for (int i = 0; i < count; i++) {
                int at = found[i];
                found[i] = at + (half & notBelow(order(addresses[i]), table[at + half]));
            }
        }
        for (int i = 0; i < count; i++) {
            found[i] = answers[found[i]];
        }
    }

    /// The place of an address in [#firsts].
    private int first(int address) {
        return address >>> shift & firsts.length - 1;
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
            char[] firsts = new char[count < MANY ? 1 : FIRST_BYTES];
            int most = countFirsts(firsts);
            int stride = Integer.highestOneBit(most);
            int capacity = count + 2 * stride;
            int[] allStarts = Arrays.copyOf(starts, capacity);
            int[] allWords = Arrays.copyOf(words, capacity);
            Arrays.fill(allStarts, count, capacity, Integer.MAX_VALUE);
            Arrays.fill(allWords, count, capacity, words[count - 1]);
            return new RangeIndex(allStarts, allWords, firsts, stride);
        }

        /// Notes in which range each first byte begins.
        ///
        /// @return in how many further ranges the addresses of one first byte may be
        private int countFirsts(char[] firsts) {
            int most = 0;
            int range = 0;
            for (int i = 0; i < firsts.length; i++) {
                while (range + 1 < count && starts[range + 1] <= order(i << 24)) {
                    range++;
                }
                firsts[i] = (char) range;
                if (i > 0) {
                    most = Math.max(most, range - firsts[i - 1]);
                }
            }
            return Math.max(most, count - 1 - range);
        }
    }
}
