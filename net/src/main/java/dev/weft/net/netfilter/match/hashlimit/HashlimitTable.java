package dev.weft.net.netfilter.match.hashlimit;

import java.util.Arrays;

/// The groups of packets that were seen of late, each with its token bucket (kernel: `struct xt_hashlimit_htable`).
///
/// All rules that share a table share its groups; a group's bucket is as the rule that met it first wants it.
final class HashlimitTable {
    static final int NONE = -1;
    static final long SECOND = 1_000_000_000;

    private static final int USUAL_BUCKETS = 8192;
    private static final int FIRST_ROOM = 64;
    private static final long MILLI = 1_000_000;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    int users;

    private final boolean rateMatch;
    private final long most;
    private final long expire;
    private final long gcInterval;
    private long nextGc;

    private final int[] heads;
    private int free = NONE;
    private int count;

    // Of each group: its key, when it is forgotten, and its bucket.
    private int[] next = new int[FIRST_ROOM];
    private long[] keys = new long[FIRST_ROOM * 5];
    private long[] expires = new long[FIRST_ROOM];
    long[] credit = new long[FIRST_ROOM]; // of a rate match: what came in this interval
    long[] cost = new long[FIRST_ROOM]; // of a rate match: what may come
    long[] cap = new long[FIRST_ROOM]; // of bytes: how many bursts are left
    long[] last = new long[FIRST_ROOM];
    boolean[] over = new boolean[FIRST_ROOM];

    HashlimitTable(HashlimitConfig config, long now) {
        HashlimitConfig.Table wanted = config.table();
        long buckets = wanted.buckets() == 0 ? USUAL_BUCKETS : wanted.buckets();
        rateMatch = config.isRateMatch();
        most = wanted.most() == 0 ? 8 * buckets : Math.max(wanted.most(), buckets);
        expire = wanted.expireMillis() * MILLI;
        gcInterval = wanted.gcMillis() * MILLI;
        nextGc = now + gcInterval;
        heads = new int[Math.max(16, Integer.highestOneBit((int) Math.min(buckets, 1 << 20)))];
        Arrays.fill(heads, NONE);
    }

    boolean isRateMatch() {
        return rateMatch;
    }

    /// The group of that key; negative when it is not there. One that is found lives on.
    int find(long a, long b, long c, long d, long ports, long now) {
        if (now >= nextGc) {
            forgetExpired(now);
        }
        for (int at = heads[bucket(a, b, c, d, ports)]; at != NONE; at = next[at]) {
            int k = at * 5;
            if (keys[k] == a && keys[k + 1] == b && keys[k + 2] == c && keys[k + 3] == d && keys[k + 4] == ports) {
                expires[at] = now + expire;
                return at;
            }
        }
        return NONE;
    }

    /// A new group; negative when the table is full.
    int add(long a, long b, long c, long d, long ports, long now) {
        if (count >= most) {
            return NONE;
        }
        if (free == NONE && count == next.length) {
            grow();
        }
        int at = free == NONE ? count : free;
        if (free != NONE) {
            free = next[at];
        }
        count++;
        int k = at * 5;
        keys[k] = a;
        keys[k + 1] = b;
        keys[k + 2] = c;
        keys[k + 3] = d;
        keys[k + 4] = ports;
        expires[at] = now + expire;
        last[at] = now;
        int bucket = bucket(a, b, c, d, ports);
        next[at] = heads[bucket];
        heads[bucket] = at;
        return at;
    }

    private int bucket(long a, long b, long c, long d, long ports) {
        long hash = ((((a * GOLDEN ^ b) * GOLDEN ^ c) * GOLDEN ^ d) * GOLDEN ^ ports) * GOLDEN;
        return (int) (hash >>> 40) & heads.length - 1;
    }

    /// What the kernel's worker does every so often.
    private void forgetExpired(long now) {
        long pass = nextGc + (now - nextGc) / gcInterval * gcInterval;
        nextGc = pass + gcInterval;
        for (int bucket = 0; bucket < heads.length; bucket++) {
            int before = NONE;
            int at = heads[bucket];
            while (at != NONE) {
                int after = next[at];
                if (expires[at] <= pass) {
                    if (before == NONE) {
                        heads[bucket] = after;
                    } else {
                        next[before] = after;
                    }
                    next[at] = free;
                    free = at;
                    count--;
                } else {
                    before = at;
                }
                at = after;
            }
        }
    }

    private void grow() {
        int room = next.length * 2;
        next = Arrays.copyOf(next, room);
        keys = Arrays.copyOf(keys, room * 5);
        expires = Arrays.copyOf(expires, room);
        credit = Arrays.copyOf(credit, room);
        cost = Arrays.copyOf(cost, room);
        cap = Arrays.copyOf(cap, room);
        last = Arrays.copyOf(last, room);
        over = Arrays.copyOf(over, room);
    }
}
