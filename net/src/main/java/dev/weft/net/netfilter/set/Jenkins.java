package dev.weft.net.netfilter.set;

/// Bob Jenkins' lookup3 hash of words (kernel: `jhash2`). With it elements are listed in the order in which Linux lists
/// them.
final class Jenkins {
    private static final int INITIAL = 0xdead_beef;

    private Jenkins() {}

    /// The hash of `count` words from `from` on.
    static int hash(int[] words, int from, int count, int seed) {
        int a = INITIAL + (count << 2) + seed;
        int b = a;
        int c = a;
        int at = from;
        int left = count;
        while (left > 3) {
            a += words[at];
            b += words[at + 1];
            c += words[at + 2];
            a = a - c ^ Integer.rotateLeft(c, 4);
            c += b;
            b = b - a ^ Integer.rotateLeft(a, 6);
            a += c;
            c = c - b ^ Integer.rotateLeft(b, 8);
            b += a;
            a = a - c ^ Integer.rotateLeft(c, 16);
            c += b;
            b = b - a ^ Integer.rotateLeft(a, 19);
            a += c;
            c = c - b ^ Integer.rotateLeft(b, 4);
            b += a;
            at += 3;
            left -= 3;
        }
        c += left == 3 ? words[at + 2] : 0;
        b += left >= 2 ? words[at + 1] : 0;
        a += left >= 1 ? words[at] : 0;
        return left == 0 ? c : last(a, b, c);
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
