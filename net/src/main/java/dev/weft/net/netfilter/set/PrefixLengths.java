package dev.weft.net.netfilter.set;

import java.util.Arrays;

/// The lengths of the networks in a set, the longest first: a packet's address is looked up once for each (kernel:
/// `struct net_prefixes`).
final class PrefixLengths {
    private static final int MOST = 129;

    private final int[] uses = new int[MOST];
    private int[] lengths = {};

    void add(int length) {
        if (uses[length]++ == 0) {
            lengths = Arrays.copyOf(lengths, lengths.length + 1);
            lengths[lengths.length - 1] = length;
            sort();
        }
    }

    void remove(int length) {
        if (--uses[length] == 0) {
            lengths = Arrays.stream(lengths).filter(l -> l != length).toArray();
        }
    }

    void clear() {
        Arrays.fill(uses, 0);
        lengths = new int[0];
    }

    private void sort() {
        Arrays.sort(lengths);
        for (int i = 0, j = lengths.length - 1; i < j; i++, j--) {
            int length = lengths[i];
            lengths[i] = lengths[j];
            lengths[j] = length;
        }
    }

    int count() {
        return lengths.length;
    }

    int at(int index) {
        return lengths[index];
    }
}
