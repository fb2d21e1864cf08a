package dev.weft.net.netfilter.conntrack;

import java.util.Arrays;

/// The connections of a namespace: records of 22 words in arrays that grow by pages, and a hash table over
/// both tuples of each, that grows by one bucket at a time. No object per connection.
///
/// A connection is known by its *slot*, from 1 on; one direction of it by its *entry*, which is twice the
/// slot and 1 more for the reply. Packets carry a *handle*: the slot and its generation, so that a packet
/// never meets the wrong connection when its own has gone.
public final class Connections {
    // A record, in words of 64 bits. Tuples stand first: a lookup touches one cache line.
    static final int ADDRESSES = 0;
    static final int KEY = 1;
    static final int TUPLE_WORDS = 2;
    static final int LINKS = 4;
    static final int STATUS_TIMEOUT = 5;
    static final int MARK_STAMP = 6;
    static final int MISC = 7;
    static final int COUNTERS = 8;
    static final int SEEN = 12;
    static final int LAST_SEQUENCES = 16;
    static final int LAST_END = 17;
    static final int NAT = 18;
    static final int LABELS = 19;
    static final int START = 21;
    static final int WORDS = 22;

    private static final int PAGE_BITS = 10;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int FIRST_RECORDS = 16;
    private static final int SLOT_BITS = 24;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final int GENERATIONS = 0x7f;

    /// Slots that stay free before the first of them is used again, so that old handles are told from new
    /// ones.
    private static final int LEAST_FREE = 128;

    private static final long LOW = 0xffff_ffffL;

    private long[][] pages = {new long[FIRST_RECORDS * WORDS]};
    private int slots = 1;
    private int count;
    private int firstFree;
    private int lastFree;
    private int free;

    private int[] heads = new int[16];
    private int buckets = 16;
    private int levelMask = 15;
    private final long seed;

    /// Keeps the loads that only bring records near.
    long warm;

    Connections(long seed) {
        this.seed = seed | 1;
    }

    // ---- records

    long[] page(int slot) {
        return pages[slot >>> PAGE_BITS];
    }

    static int base(int slot) {
        return (slot & PAGE_MASK) * WORDS;
    }

    /// One more than the highest slot in use so far.
    public int slots() {
        return slots;
    }

    public int size() {
        return count;
    }

    /// Bytes of memory that all of it takes.
    public long memory() {
        long bytes = 4L * heads.length;
        for (long[] page : pages) {
            bytes += 16 + 8L * page.length;
        }
        return bytes;
    }

    /// What packets carry for the connection.
    public int handle(int slot) {
        return (int) (page(slot)[base(slot) + MISC] >>> 56) << SLOT_BITS | slot;
    }

    /// The slot of a handle, or 0 when the connection is gone.
    public int slot(int handle) {
        int slot = handle & SLOT_MASK;
        if (handle <= 0 || slot >= slots) {
            return 0;
        }
        return page(slot)[base(slot) + MISC] >>> 56 == handle >>> SLOT_BITS && isUsed(slot) ? slot : 0;
    }

    /// Is there a connection in the slot?
    public boolean isUsed(int slot) {
        return page(slot)[base(slot) + KEY] != 0;
    }

    /// A slot for a new connection with these tuples, its record all zero; 0 when no more can be told apart.
    int add(long addresses, long key, long replyAddresses, long replyKey) {
        int slot = take();
        if (slot == 0) {
            return 0;
        }
        count++;
        long[] r = page(slot);
        int o = base(slot);
        r[o + ADDRESSES] = addresses;
        r[o + KEY] = key;
        r[o + TUPLE_WORDS + ADDRESSES] = replyAddresses;
        r[o + TUPLE_WORDS + KEY] = replyKey;
        link(2 * slot);
        link(2 * slot + 1);
        return slot;
    }

    /// Takes the connection out of the table: it is not found any more, but packets that carry it still know
    /// it.
    void retire(int slot) {
        unlink(2 * slot);
        unlink(2 * slot + 1);
        count--;
    }

    /// Lets the slot of a retired connection be used again; handles of it are void from here on.
    void release(int slot) {
        long[] r = page(slot);
        int o = base(slot);
        long generation = (r[o + MISC] >>> 56) + 1 & GENERATIONS;
        Arrays.fill(r, o, o + WORDS, 0);
        r[o + MISC] = generation << 56;
        if (lastFree == 0) {
            firstFree = slot;
        } else {
            page(lastFree)[base(lastFree) + LINKS] = slot;
        }
        lastFree = slot;
        free++;
    }

    private int take() {
        if (free > LEAST_FREE || free > 0 && slots > SLOT_MASK) {
            int slot = firstFree;
            long[] r = page(slot);
            int o = base(slot);
            firstFree = (int) r[o + LINKS];
            r[o + LINKS] = 0;
            if (--free == 0) {
                lastFree = 0;
            }
            return slot;
        }
        if (slots > SLOT_MASK) {
            return 0;
        }
        int slot = slots;
        int page = slot >>> PAGE_BITS;
        if (page == pages.length || pages[page].length == base(slot)) {
            grow(page);
        }
        slots++;
        return slot;
    }

    private void grow(int page) {
        if (page == 0) {
            pages[0] = Arrays.copyOf(pages[0], 2 * pages[0].length);
            return;
        }
        if (page == pages.length) {
            long[][] more = Arrays.copyOf(pages, 2 * page);
            Arrays.fill(more, page, 2 * page, NO_PAGE);
            pages = more;
        }
        pages[page] = new long[(1 << PAGE_BITS) * WORDS];
    }

    private static final long[] NO_PAGE = new long[0];

    // ---- tuples

    /// Source and destination address of one direction.
    public long addresses(int entry) {
        int slot = entry >>> 1;
        return page(slot)[base(slot) + (entry & 1) * TUPLE_WORDS + ADDRESSES];
    }

    /// Ports, zone and protocol of one direction, as [Tuples] packs them.
    public long key(int entry) {
        int slot = entry >>> 1;
        return page(slot)[base(slot) + (entry & 1) * TUPLE_WORDS + KEY];
    }

    /// Gives the reply direction another tuple, as translation does (kernel: `nf_conntrack_alter_reply`).
    void alterReply(int slot, long addresses, long key) {
        int entry = 2 * slot + 1;
        unlink(entry);
        long[] r = page(slot);
        int o = base(slot);
        r[o + TUPLE_WORDS + ADDRESSES] = addresses;
        r[o + TUPLE_WORDS + KEY] = key;
        link(entry);
    }

    /// The entry with that tuple, or 0.
    public int find(long addresses, long key) {
        return walk(heads[bucket(hash(addresses, key))], addresses, key);
    }

    /// Another entry with that tuple than those of `slot`, or 0.
    int findOther(int slot, long addresses, long key) {
        int entry = heads[bucket(hash(addresses, key))];
        while (true) {
            entry = walk(entry, addresses, key);
            if (entry >>> 1 != slot || entry == 0) {
                return entry;
            }
            entry = next(entry);
        }
    }

    /// The next entry with that tuple behind one that has it, or 0.
    int findNext(int entry, long addresses, long key) {
        return walk(next(entry), addresses, key);
    }

    /// As [#find] for many at once, so that their ways through memory overlap.
    void find(long[] addresses, long[] keys, int[] found, int n) {
        for (int i = 0; i < n; i++) {
            found[i] = heads[bucket(hash(addresses[i], keys[i]))];
        }
        long touched = 0;
        for (int i = 0; i < n; i++) {
            int slot = found[i] >>> 1; // slot 0 is nobody's, but there
            long[] r = page(slot);
            int o = base(slot);
            touched += r[o] + r[o + COUNTERS];
        }
        warm = touched;
        for (int i = 0; i < n; i++) {
            if (found[i] != 0) {
                found[i] = walk(found[i], addresses[i], keys[i]);
            }
        }
    }

    boolean has(int entry, long addresses, long key) {
        int slot = entry >>> 1;
        long[] r = page(slot);
        int o = base(slot) + (entry & 1) * TUPLE_WORDS;
        return r[o] == addresses && r[o + KEY] == key;
    }

    private int walk(int first, long addresses, long key) {
        int entry = first;
        while (entry != 0) {
            int slot = entry >>> 1;
            long[] r = page(slot);
            int o = base(slot);
            int t = o + (entry & 1) * TUPLE_WORDS;
            if (r[t] == addresses && r[t + KEY] == key) {
                return entry;
            }
            long links = r[o + LINKS];
            entry = (int) ((entry & 1) == 0 ? links >>> 32 : links);
        }
        return 0;
    }

    // ---- the hash table: linear hashing (Litwin 1980), so that no packet waits until a million of others are moved

    int hash(long addresses, long key) {
        long x = (addresses ^ seed) * 0x9e37_79b9_7f4a_7c15L;
        x = (x ^ x >>> 32 ^ key) * 0xd6e8_feb8_6659_fd93L;
        return (int) (x ^ x >>> 32);
    }

    private int bucket(int hash) {
        int bucket = hash & levelMask;
        return bucket < buckets - levelMask - 1 ? hash & (2 * levelMask + 1) : bucket;
    }

    private int bucketOf(int entry) {
        return bucket(hash(addresses(entry), key(entry)));
    }

    /// The first entry of the bucket that is `ahead` of that of a hash.
    int first(int hash, int ahead) {
        return heads[(bucket(hash) + ahead) % buckets];
    }

    int next(int entry) {
        int slot = entry >>> 1;
        long links = page(slot)[base(slot) + LINKS];
        return (int) ((entry & 1) == 0 ? links >>> 32 : links);
    }

    private void next(int entry, int next) {
        int slot = entry >>> 1;
        long[] r = page(slot);
        int o = base(slot) + LINKS;
        r[o] = (entry & 1) == 0 ? (long) next << 32 | r[o] & LOW : r[o] & ~LOW | next;
    }

    private void link(int entry) {
        int bucket = bucketOf(entry);
        next(entry, heads[bucket]);
        heads[bucket] = entry;
        for (int splits = 0; splits < 2 && 4 * count > buckets; splits++) {
            split();
        }
    }

    private void unlink(int entry) {
        int bucket = bucketOf(entry);
        int at = heads[bucket];
        if (at == entry) {
            heads[bucket] = next(entry);
            return;
        }
        while (at != 0) {
            int next = next(at);
            if (next == entry) {
                next(at, next(entry));
                return;
            }
            at = next;
        }
    }

    /// One bucket becomes two.
    private void split() {
        int old = buckets - levelMask - 1;
        if (buckets == heads.length) {
            heads = Arrays.copyOf(heads, heads.length + (heads.length >>> 2));
        }
        int entry = heads[old];
        heads[old] = 0;
        buckets++;
        if (buckets == 2 * (levelMask + 1)) {
            levelMask = 2 * levelMask + 1;
        }
        while (entry != 0) {
            int next = next(entry);
            int bucket = bucketOf(entry);
            next(entry, heads[bucket]);
            heads[bucket] = entry;
            entry = next;
        }
    }

    // ---- fields

    public int status(int slot) {
        return (int) (page(slot)[base(slot) + STATUS_TIMEOUT] >>> 32);
    }

    public boolean has(int slot, int statusBits) {
        return (status(slot) & statusBits) != 0;
    }

    void set(int slot, int statusBits) {
        page(slot)[base(slot) + STATUS_TIMEOUT] |= (long) statusBits << 32;
    }

    void clear(int slot, int statusBits) {
        page(slot)[base(slot) + STATUS_TIMEOUT] &= ~((long) statusBits << 32);
    }

    /// Jiffies: as a span until it is confirmed, then as a moment.
    int timeout(int slot) {
        return (int) page(slot)[base(slot) + STATUS_TIMEOUT];
    }

    void timeout(int slot, int jiffies) {
        long[] r = page(slot);
        int o = base(slot) + STATUS_TIMEOUT;
        r[o] = r[o] & ~LOW | jiffies & LOW;
    }

    public int mark(int slot) {
        return (int) (page(slot)[base(slot) + MARK_STAMP] >>> 32);
    }

    void mark(int slot, int mark) {
        long[] r = page(slot);
        int o = base(slot) + MARK_STAMP;
        r[o] = (long) mark << 32 | r[o] & LOW;
    }

    int stamp(int slot) {
        return (int) page(slot)[base(slot) + MARK_STAMP];
    }

    void stamp(int slot, int pass) {
        long[] r = page(slot);
        int o = base(slot) + MARK_STAMP;
        r[o] = r[o] & ~LOW | pass & LOW;
    }

    public long packets(int slot, int direction) {
        return page(slot)[base(slot) + COUNTERS + 2 * direction];
    }

    public long bytes(int slot, int direction) {
        return page(slot)[base(slot) + COUNTERS + 2 * direction + 1];
    }

    void clearCounters(int slot) {
        int o = base(slot) + COUNTERS;
        Arrays.fill(page(slot), o, o + 4, 0);
    }

    /// One of the two halves of its 128 labels.
    public long labels(int slot, int half) {
        return page(slot)[base(slot) + LABELS + half];
    }

    void labels(int slot, int half, long bits) {
        page(slot)[base(slot) + LABELS + half] = bits;
    }

    /// The device whose address it borrows (MASQUERADE), or 0.
    public int masqueradeDevice(int slot) {
        return (int) page(slot)[base(slot) + NAT];
    }

    public void masqueradeDevice(int slot, int index) {
        long[] r = page(slot);
        int o = base(slot) + NAT;
        r[o] = r[o] & ~LOW | index & LOW;
    }

    /// The next one in a list of the translator's.
    public int natLink(int slot) {
        return (int) (page(slot)[base(slot) + NAT] >>> 32);
    }

    public void natLink(int slot, int next) {
        long[] r = page(slot);
        int o = base(slot) + NAT;
        r[o] = (long) next << 32 | r[o] & LOW;
    }

    /// When it was confirmed, in nanoseconds; 0 when nobody wanted to know.
    public long start(int slot) {
        return page(slot)[base(slot) + START];
    }

    void start(int slot, long nanos) {
        page(slot)[base(slot) + START] = nanos;
    }

    /// From when on UDP is taken for a stream, in jiffies.
    int streamFrom(int slot) {
        return (int) page(slot)[base(slot) + SEEN];
    }

    void streamFrom(int slot, int jiffies) {
        page(slot)[base(slot) + SEEN] = jiffies;
    }

    /// One byte of the tracker's: 0 to 6.
    int misc(int slot, int which) {
        return (int) (page(slot)[base(slot) + MISC] >>> 8 * which) & 0xff;
    }

    void misc(int slot, int which, int value) {
        long[] r = page(slot);
        int o = base(slot) + MISC;
        r[o] = r[o] & ~(0xffL << 8 * which) | (long) (value & 0xff) << 8 * which;
    }

    /// News of it that have not been told yet.
    int events(int slot) {
        return (int) (page(slot)[base(slot) + LAST_END]) & 0xfff;
    }

    void addEvent(int slot, int bit) {
        page(slot)[base(slot) + LAST_END] |= bit;
    }

    void clearEvents(int slot) {
        page(slot)[base(slot) + LAST_END] &= ~0xfffL;
    }
}
