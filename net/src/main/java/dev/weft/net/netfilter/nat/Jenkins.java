package dev.weft.net.netfilter.nat;

/// Bob Jenkins' lookup3 hash, as the kernel has it (jhash.h).
public final class Jenkins {
    private static final int ARBITRARY = 0xdead_beef;
    private static final int INITIAL = ARBITRARY + (4 << 2);

    private Jenkins() {}

    /// Of an address, which stands in four words of which three are 0 (kernel: `jhash2`).
    static int hash(int word, int more) {
        int a = INITIAL + more + word;
        int b = INITIAL + more;
        int c = INITIAL + more;
        a -= c;
        a ^= Integer.rotateLeft(c, 4);
        c += b;
        b -= a;
        b ^= Integer.rotateLeft(a, 6);
        a += c;
        c -= b;
        c ^= Integer.rotateLeft(b, 8);
        b += a;
        a -= c;
        a ^= Integer.rotateLeft(c, 16);
        c += b;
        b -= a;
        b ^= Integer.rotateLeft(a, 19);
        a += c;
        c -= b;
        c ^= Integer.rotateLeft(b, 4);
        b += a;
        // the fourth word is 0
        return mix(a, b, c);
    }

    /// Of three words (kernel: `jhash_3words`).
    public static int hash(int first, int second, int third, int seed) {
        int start = seed + ARBITRARY + (3 << 2);
        return mix(first + start, second + start, third + start);
    }

    /// Kernel: `__jhash_final`.
    private static int mix(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c ^= b;
        c -= Integer.rotateLeft(b, 14);
        a ^= c;
        a -= Integer.rotateLeft(c, 11);
        b ^= a;
        b -= Integer.rotateLeft(a, 25);
        c ^= b;
        c -= Integer.rotateLeft(b, 16);
        a ^= c;
        a -= Integer.rotateLeft(c, 4);
        b ^= a;
        b -= Integer.rotateLeft(a, 14);
        c ^= b;
        c -= Integer.rotateLeft(b, 24);
        return c;
    }
}
