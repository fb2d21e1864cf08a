package dev.weft.net.netfilter.set;

import java.util.Arrays;

/// Elements by the hash of their words, in primitive arrays. The buckets fill, shrink and double as Linux's do, so the
/// same elements come in the same order (kernel: `struct htable`, `mtype_add`, `mtype_del`, `mtype_resize`).
///
/// An element has a slot: a number that stays the same as long as the element is there, and stands for it in the set's
/// [Extensions]. A key has `keyWords` words, of which the first `hashedWords` decide the bucket.
final class HashTable {
    private static final int STEP = 2;
    private static final int HEADER_BYTES = 32;
    private static final int REGION_BITS = 10;
    private static final int REGION_BYTES = 24;
    private static final int LARGEST_BUCKET = 64;

    private final int keyWords;
    private final int hashedWords;
    private final int seed;
    private final int elementBytes;
    private final Extensions extensions;
    private final boolean isMulti;
    private final Watcher watcher;
    private int bucketSize;

    private int bits;
    /// Slots + 1 of each bucket, `stride` cells each; 0 for a cell that is not used.
    private int[] cells = {};
    private int stride = STEP;
    private byte[] ends = {};
    private byte[] sizes = {};
    private long bucketBytes;

    private int[] keys = {};
    private int[] free = {};
    private int freeCount;
    private int slots;
    private int count;
    private boolean sawAlike;
    private long nextSweep = Long.MIN_VALUE;

    HashTable(
            int keyWords,
            int hashedWords,
            int seed,
            int bits,
            int bucketSize,
            int bytes,
            Extensions extensions,
            Watcher watcher) {
        this.keyWords = keyWords;
        this.hashedWords = hashedWords;
        this.isMulti = keyWords != hashedWords;
        this.seed = seed;
        this.bits = bits;
        this.bucketSize = bucketSize;
        this.elementBytes = bytes;
        this.extensions = extensions;
        this.watcher = watcher;
        allocate();
    }

    private void allocate() {
        int buckets = 1 << bits;
        stride = STEP;
        cells = new int[buckets * stride];
        ends = new byte[buckets];
        sizes = new byte[buckets];
        bucketBytes = 0;
    }

    int hashSize() {
        return 1 << bits;
    }

    int bucketSize() {
        return bucketSize;
    }

    /// How many elements there are, expired ones that were not swept yet too.
    int count() {
        return count;
    }

    long memoryBytes() {
        int regions = bits <= REGION_BITS ? 1 : 1 << bits - REGION_BITS;
        return bucketBytes + (long) (regions - 1) * REGION_BYTES;
    }

    int word(int slot, int index) {
        return keys[slot * keyWords + index];
    }

    private int bucket(int[] key) {
        return Jenkins.hash(key, 0, hashedWords, seed) & (1 << bits) - 1;
    }

    /// The slot of the element with this key, -1 when there is none. Allocates nothing.
    int find(int[] key) {
        sawAlike = false;
        int bucket = bucket(key);
        int base = bucket * stride;
        for (int i = 0; i < ends[bucket]; i++) {
            int slot = cells[base + i] - 1;
            if (slot >= 0 && isEqual(slot, key)) {
                return slot;
            }
            sawAlike |= isMulti && slot >= 0 && isAlike(slot, key);
        }
        return -1;
    }

    /// Did the last [#find] meet the same network with another device? Then shorter networks do not count.
    boolean sawAlike() {
        return sawAlike;
    }

    private boolean isEqual(int slot, int[] key) {
        int base = slot * keyWords;
        for (int i = 0; i < hashedWords; i++) {
            if (keys[base + i] != key[i]) {
                return false;
            }
        }
        return !isMulti || hasDevice(slot, key);
    }

    /// Compares names of devices, of which the element's may be the beginning only.
    private boolean hasDevice(int slot, int[] key) {
        int base = slot * keyWords;
        boolean beginning = extensions.isWildcard(slot);
        for (int i = hashedWords; i < keyWords; i++) {
            int own = keys[base + i];
            if (own == key[i]) {
                continue;
            }
            int length = own == 0 ? 0 : 4 - Integer.numberOfLeadingZeros(own) / 8;
            int mask = length == 4 ? -1 : (1 << 8 * length) - 1;
            return beginning && own == (key[i] & mask);
        }
        return true;
    }

    /// What became of [#add].
    enum Added {
        NEW,
        THERE,
        FULL,
        CROWDED
    }

    private int addedSlot;

    /// The slot of the element that [#add] was about.
    int addedSlot() {
        return addedSlot;
    }

    /// Finds or makes a slot for the key. One that is there but expired counts as new, but keeps its place.
    ///
    /// @param limit how many elements there may be
    /// @param force lets another go when there are so many
    Added add(int[] key, long limit, boolean force) {
        int bucket = bucket(key);
        int base = bucket * stride;
        boolean full = count >= limit;
        int reused = -1;
        int alike = 0;
        for (int i = 0; i < ends[bucket]; i++) {
            int slot = cells[base + i] - 1;
            if (slot < 0) {
                reused = reused < 0 ? i : reused;
                continue;
            }
            if (isEqual(slot, key)) {
                addedSlot = slot;
                return extensions.isExpired(slot) ? Added.NEW : Added.THERE;
            }
            alike += isMulti && isAlike(slot, key) ? 1 : 0;
            reused = reused < 0 && extensions.isExpired(slot) ? i : reused;
        }
        if (sizes[bucket] == 0 && full || full && reused < 0 && !force) {
            return Added.FULL;
        }
        if (reused >= 0 || full) {
            place(key, bucket, Math.max(reused, 0));
            return Added.NEW;
        }
        if (ends[bucket] >= sizes[bucket] && !makeRoom(bucket, alike)) {
            return Added.CROWDED;
        }
        int at = ends[bucket]++;
        place(key, bucket, at);
        return Added.NEW;
    }

    private boolean isAlike(int slot, int[] key) {
        int base = slot * keyWords;
        for (int i = 0; i < hashedWords; i++) {
            if (keys[base + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean makeRoom(int bucket, int alike) {
        if (isMulti && bucketSize <= alike && bucketSize < LARGEST_BUCKET) {
            bucketSize += STEP;
        }
        if (sizes[bucket] >= bucketSize) {
            return false;
        }
        enlarge(bucket);
        return true;
    }

    private void enlarge(int bucket) {
        bucketBytes += HEADER_BYTES + (long) STEP * elementBytes; // Linux counts a header for each step
        sizes[bucket] += STEP;
        if (sizes[bucket] > stride) {
            widen();
        }
    }

    private void widen() {
        int wider = stride + STEP;
        int[] moved = new int[ends.length * wider];
        for (int bucket = 0; bucket < ends.length; bucket++) {
            System.arraycopy(cells, bucket * stride, moved, bucket * wider, ends[bucket]);
        }
        cells = moved;
        stride = wider;
    }

    private void place(int[] key, int bucket, int at) {
        int cell = bucket * stride + at;
        int slot = cells[cell] - 1;
        if (slot < 0) {
            slot = takeSlot();
            cells[cell] = slot + 1;
            count++;
        } else {
            watcher.left(slot);
        }
        extensions.clear(slot);
        System.arraycopy(key, 0, keys, slot * keyWords, keyWords);
        watcher.entered(slot);
        addedSlot = slot;
    }

    private int takeSlot() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        int capacity = free.length;
        if (slots == capacity) {
            capacity = Math.max(16, 2 * capacity);
            keys = Arrays.copyOf(keys, capacity * keyWords);
            free = Arrays.copyOf(free, capacity);
            extensions.grow(capacity);
        }
        return slots++;
    }

    /// Doubles the buckets, until every element finds room.
    void resize() {
        int[] oldCells = cells;
        byte[] oldEnds = ends;
        int oldStride = stride;
        boolean placed = false;
        while (!placed) {
            bits++;
            allocate();
            placed = true;
            for (int bucket = 0; bucket < oldEnds.length && placed; bucket++) {
                for (int i = 0; i < oldEnds[bucket] && placed; i++) {
                    int slot = oldCells[bucket * oldStride + i] - 1;
                    placed = slot < 0 || move(slot);
                }
            }
        }
    }

    private boolean move(int slot) {
        System.arraycopy(keys, slot * keyWords, scratch(), 0, keyWords);
        int bucket = bucket(scratch());
        if (ends[bucket] >= sizes[bucket]) {
            if (sizes[bucket] >= bucketSize) {
                return false;
            }
            enlarge(bucket);
        }
        cells[bucket * stride + ends[bucket]++] = slot + 1;
        return true;
    }

    private int[] scratch = {};

    private int[] scratch() {
        if (scratch.length == 0) {
            scratch = new int[keyWords];
        }
        return scratch;
    }

    /// Takes the element in `slot` away.
    void remove(int slot) {
        System.arraycopy(keys, slot * keyWords, scratch(), 0, keyWords);
        int bucket = bucket(scratch());
        int base = bucket * stride;
        int at = 0;
        while (cells[base + at] != slot + 1) {
            at++;
        }
        release(slot);
        cells[base + at] = 0;
        if (at + 1 == ends[bucket]) {
            ends[bucket]--;
        }
        tidy(bucket);
    }

    private void release(int slot) {
        watcher.left(slot);
        extensions.clear(slot);
        free[freeCount++] = slot;
        count--;
    }

    /// Gives back what a bucket does not need any more.
    private void tidy(int bucket) {
        int base = bucket * stride;
        int unused = 0;
        for (int i = 0; i < ends[bucket]; i++) {
            unused += cells[base + i] == 0 ? 1 : 0;
        }
        if (unused == ends[bucket]) {
            bucketBytes -= HEADER_BYTES + (long) sizes[bucket] * elementBytes;
            ends[bucket] = 0;
            sizes[bucket] = 0;
        } else if (unused >= STEP) {
            int kept = 0;
            for (int i = 0; i < ends[bucket]; i++) {
                int cell = cells[base + i];
                cells[base + i] = 0;
                if (cell != 0) {
                    cells[base + kept++] = cell;
                }
            }
            ends[bucket] = (byte) kept;
            sizes[bucket] -= STEP;
            bucketBytes -= HEADER_BYTES + (long) STEP * elementBytes;
        }
    }

    /// Takes away what has expired, if that was not done for a while (kernel: `mtype_gc`).
    void sweep(long now, long periodNanos) {
        if (nextSweep == Long.MIN_VALUE) {
            nextSweep = now + periodNanos;
        }
        if (now - nextSweep >= 0) {
            nextSweep = now + periodNanos;
            sweep();
        }
    }

    void sweep() {
        for (int bucket = 0; bucket < ends.length; bucket++) {
            for (int i = ends[bucket] - 1; i >= 0; i--) {
                int slot = i < ends[bucket] ? cells[bucket * stride + i] - 1 : -1;
                if (slot >= 0 && extensions.isExpired(slot)) {
                    remove(slot);
                }
            }
        }
    }

    void clear() {
        forEach(this::release);
        Arrays.fill(cells, 0);
        Arrays.fill(ends, (byte) 0);
        Arrays.fill(sizes, (byte) 0);
        bucketBytes = 0;
    }

    /// Is told of elements that come and go.
    interface Watcher {
        void entered(int slot);

        /// It still has its key.
        void left(int slot);
    }

    /// Something done with each element.
    interface SlotAction {
        void with(int slot);
    }

    void forEach(SlotAction action) {
        for (int bucket = 0; bucket < ends.length; bucket++) {
            for (int i = 0; i < ends[bucket]; i++) {
                int slot = cells[bucket * stride + i] - 1;
                if (slot >= 0) {
                    action.with(slot);
                }
            }
        }
    }
}
