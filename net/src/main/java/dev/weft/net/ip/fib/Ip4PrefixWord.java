package dev.weft.net.ip.fib;

/// A prefix length and the number stored for the prefix, in one int; 0 is no prefix at all.
///
/// ```
///  31 30           25 24                                         0
/// +--+---------------+--------------------------------------------+
/// |0 |  length + 1   |                   value                    |
/// +--+---------------+--------------------------------------------+
/// ```
public final class Ip4PrefixWord {
    static final int VALUE_BITS = 25;
    static final int VALUE_MASK = (1 << VALUE_BITS) - 1;

    private Ip4PrefixWord() {}

    static int of(int length, int value) {
        return length + 1 << VALUE_BITS | value;
    }

    public static int length(int word) {
        return (word >>> VALUE_BITS) - 1;
    }

    public static int value(int word) {
        return word & VALUE_MASK;
    }
}
