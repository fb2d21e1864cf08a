package dev.weft.net.netfilter.classify;

import java.util.Arrays;

/// The rows of a classifier while it is built: equal ones are stored once, and words without a bit not at all.
///
/// A row begins with its summary, a bit for each word of the row that is not zero; those words follow, in order. With
/// ten thousand rules that are told apart by an address each, a row is five words and not 157.
final class Rows {
    private static final int NOT_THERE = -1;

    private final int words;
    private final int summaryWords;
    private long[] store = new long[1024];
    private int size;

    // Where rows begin, by the hash of what they hold.
    private int[] starts = new int[64];
    private int count;

    Rows(int rules) {
        words = (rules + 63) >>> 6;
        summaryWords = (words + 63) >>> 6;
        Arrays.fill(starts, NOT_THERE);
    }

    int words() {
        return words;
    }

    int summaryWords() {
        return summaryWords;
    }

    /// Stores the row of these bits, unless an equal one is there.
    ///
    /// @return where it begins
    int intern(long[] bits) {
        int begin = size;
        append(bits);
        int length = size - begin;
        int slot = hash(begin, length) & (starts.length - 1);
        for (int at = starts[slot]; at != NOT_THERE; at = starts[slot]) {
            if (isSame(at, begin, length)) {
                size = begin;
                return at;
            }
            slot = (slot + 1) & (starts.length - 1);
        }
        starts[slot] = begin;
        if (++count * 2 > starts.length) {
            rehash();
        }
        return begin;
    }

    long[] store() {
        return Arrays.copyOf(store, size);
    }

    private void append(long[] bits) {
        if (size + summaryWords + words > store.length) {
            store = Arrays.copyOf(store, Math.max(2 * store.length, size + summaryWords + words));
        }
        int summary = size;
        Arrays.fill(store, summary, summary + summaryWords, 0);
        size += summaryWords;
        for (int word = 0; word < words; word++) {
            if (bits[word] != 0) {
                store[summary + (word >>> 6)] |= 1L << word;
                store[size++] = bits[word];
            }
        }
    }

    /// The summary tells how long a row is, so rows that agree in it are of one length.
    private boolean isSame(int at, int other, int length) {
        return at + length <= other && Arrays.equals(store, at, at + length, store, other, other + length);
    }

    private int lengthOf(int at) {
        int length = summaryWords;
        for (int i = 0; i < summaryWords; i++) {
            length += Long.bitCount(store[at + i]);
        }
        return length;
    }

    private int hash(int at, int length) {
        long hash = length;
        for (int i = at; i < at + length; i++) {
            hash = (hash ^ store[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32);
    }

    private void rehash() {
        int[] before = starts;
        starts = new int[2 * before.length];
        Arrays.fill(starts, NOT_THERE);
        for (int at : before) {
            if (at != NOT_THERE) {
                int slot = hash(at, lengthOf(at)) & (starts.length - 1);
                while (starts[slot] != NOT_THERE) {
                    slot = (slot + 1) & (starts.length - 1);
                }
                starts[slot] = at;
            }
        }
    }
}
