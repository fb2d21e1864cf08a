package dev.weft.net.netfilter.match.recent;

/// Up to a hundred addresses and when each was seen last (kernel: `struct recent_table`).
final class RecentList {
    /// `ip_list_tot` of the kernel's module.
    private static final int CAPACITY = 100;

    private static final int NONE = -1;

    int users;

    private final RecentMask mask;
    private int kept; // sightings of one address: a power of two
    private long[] stamps;

    private final long[] high = new long[CAPACITY];
    private final long[] low = new long[CAPACITY];
    private final int[] family = new int[CAPACITY];
    private final int[] ttl = new int[CAPACITY];
    private final int[] seen = new int[CAPACITY]; // sightings kept
    private final int[] next = new int[CAPACITY]; // where the next one goes
    private final long[] used = new long[CAPACITY]; // the order in which they were changed
    private int count;
    private long changes;

    RecentList(RecentMask mask, int stamps) {
        this.mask = mask;
        kept = stamps;
        this.stamps = new long[CAPACITY * stamps];
    }

    RecentMask mask() {
        return mask;
    }

    /// Makes room for so many sightings of one address; what is there is forgotten when there was less.
    void keep(int sightings) {
        if (sightings > kept) {
            kept = sightings;
            stamps = new long[CAPACITY * sightings];
            count = 0;
        }
    }

    /// The place of an address; negative when it is not in the list.
    ///
    /// @param hops the time to live that it must have been seen with; 0 for any
    int find(int itsFamily, long itsHigh, long itsLow, int hops) {
        for (int i = 0; i < count; i++) {
            if (low[i] == itsLow
                    && high[i] == itsHigh
                    && family[i] == itsFamily
                    && (hops == 0 || ttl[i] == 0 || ttl[i] == hops)) {
                return i;
            }
        }
        return NONE;
    }

    /// Adds an address that was seen now; a full list forgets the one that was changed longest ago.
    void add(int itsFamily, long itsHigh, long itsLow, int hops, long now) {
        if (count == CAPACITY) {
            remove(oldest());
        }
        int at = count++;
        family[at] = itsFamily;
        high[at] = itsHigh;
        low[at] = itsLow;
        ttl[at] = hops;
        stamps[at * kept] = now;
        seen[at] = 1;
        next[at] = 1;
        used[at] = ++changes;
    }

    /// The address was seen again.
    void update(int at, int hops, long now) {
        int slot = next[at] & kept - 1;
        stamps[at * kept + slot] = now;
        next[at] = slot + 1;
        seen[at] = Math.max(seen[at], next[at]);
        ttl[at] = hops;
        used[at] = ++changes;
    }

    /// Was the address seen so often since then?
    ///
    /// @param since `Long.MIN_VALUE` for ever
    /// @param hits 0 for once at all
    boolean wasSeen(int at, long since, int hits) {
        int found = 0;
        for (int i = 0; i < seen[at]; i++) {
            if (stamps[at * kept + i] >= since && ++found >= hits) {
                return true;
            }
        }
        return false;
    }

    /// Forgets the address that was changed longest ago, if that was before then.
    void reap(long before) {
        int at = oldest();
        if (at != NONE && stamps[at * kept + next[at] - 1] < before) {
            remove(at);
        }
    }

    private int oldest() {
        int oldest = NONE;
        for (int i = 0; i < count; i++) {
            if (oldest == NONE || used[i] < used[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    /// Forgets an address: the last one takes its place.
    void remove(int at) {
        int last = --count;
        family[at] = family[last];
        high[at] = high[last];
        low[at] = low[last];
        ttl[at] = ttl[last];
        seen[at] = seen[last];
        next[at] = next[last];
        used[at] = used[last];
        System.arraycopy(stamps, last * kept, stamps, at * kept, seen[at]);
    }
}
