package dev.weft.net.ip.fib;

/// A structure made for one purpose: to find the [Ip4PrefixWord] of the longest prefix that covers an address.
sealed interface PrefixIndex permits RangeIndex, ByteTrieIndex, Dir24Index {
    int lookup(int address);

    /// Looks many addresses up in staged passes.
    void lookup(int[] addresses, int[] words, int count);
}
