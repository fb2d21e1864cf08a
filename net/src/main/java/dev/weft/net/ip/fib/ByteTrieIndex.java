package dev.weft.net.ip.fib;

import java.util.Arrays;

/// The prefixes of a small, busy map as a trie that looks at one byte of an address after the other: as many memory
/// accesses as the longest prefix on the way has bytes, and nothing to decide that a processor could guess wrong.
///
/// It is never changed: after a change of the map another one is built, when that is busy again.
final class ByteTrieIndex implements PrefixIndex {
    /// A kilobyte for each of so many prefixes and for the bytes in front of their last: not for larger maps.
    static final int MOST_PREFIXES = 256;

    private static final int FANOUT = 256;

    /// A child's number, turned, or the answer, which is never negative.
    private int[] nodes = new int[FANOUT];

    private int nodeCount = 1;

    /// @param prefixes prefix in the high half, [Ip4PrefixWord] in the low half; rising, and shorter ones before longer
    ByteTrieIndex(long[] prefixes) {
        for (long prefix : prefixes) {
            insert((int) (prefix >>> 32), (int) prefix);
        }
    }

    /// Those that cover it have been inserted before, so it takes the place of what it finds.
    private void insert(int prefix, int word) {
        int length = Ip4PrefixWord.length(word);
        int node = 0;
        int shift = 24;
        for (; length > 32 - shift; shift -= 8) {
            node = child(node << 8 | prefix >>> shift & 0xff);
        }
        int first = node << 8 | prefix >>> shift & 0xff;
        Arrays.fill(nodes, first, first + (1 << 32 - shift - length), word);
    }

    private int child(int place) {
        int there = nodes[place];
        if (there < 0) {
            return ~there;
        }
        int child = nodeCount++;
        if (nodes.length < nodeCount << 8) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
        }
        Arrays.fill(nodes, child << 8, child + 1 << 8, there);
        nodes[place] = ~child;
        return child;
    }

    @Override
    public int lookup(int address) {
        return find(nodes, address);
    }

    @Override
    public void lookup(int[] addresses, int[] found, int count) {
        int[] table = nodes;
        for (int i = 0; i < count; i++) {
            found[i] = find(table, addresses[i]);
        }
    }

    private static int find(int[] nodes, int address) {
        int at = nodes[address >>> 24];
        if (at < 0) {
            at = nodes[~at << 8 | address >>> 16 & 0xff];
            if (at < 0) {
                at = nodes[~at << 8 | address >>> 8 & 0xff];
                if (at < 0) {
                    at = nodes[~at << 8 | address & 0xff];
                }
            }
        }
        return at;
    }
}
