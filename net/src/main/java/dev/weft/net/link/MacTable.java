package dev.weft.net.link;

import java.util.Arrays;

/// Which port is behind which MAC address: the forwarding database of every bridging device (kernel: br_fdb.c).
///
/// Open addressing with linear probing over pairs of longs, so that a lookup costs one cache line and ten thousand
/// addresses are no object. A slot is valid until the table is changed.
public final class MacTable {
    /// What [#find] says of an address that is not there.
    public static final int ABSENT = -1;

    /// Times are kept in hundredths of a second, as people see them.
    public static final long TICK_NANOS = 10_000_000;

    // An entry's second word: 24 bits of port, 8 of flags, 32 of time.
    private static final int PORT_SHIFT = 40;
    private static final int FLAGS_SHIFT = 32;
    private static final long TIME_MASK = 0xffff_ffffL;

    private static final long PRESENT = 0x8000;
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;
    private static final int SMALLEST = 8;

    private long[] words = new long[0];
    private int[] used = new int[0];
    private int[] order = new int[0];
    private int mask;
    private int shift;
    private int count;
    private int inserted;

    /// @param address in the low 48 bits
    /// @param vlan 0 where VLANs are not told apart
    public static long key(long address, int vlan) {
        return address << 16 | PRESENT | vlan;
    }

    public int size() {
        return count;
    }

    /// Slots that there are, filled or not.
    public int capacity() {
        return words.length >> 1;
    }

    // ---- looking up

    /// The slot of an address, or [#ABSENT].
    public int find(long key) {
        long[] table = words;
        if (table.length == 0) {
            return ABSENT;
        }
        for (int slot = home(key); ; slot = (slot + 1) & mask) {
            long there = table[slot << 1];
            if (there == key) {
                return slot;
            }
            if (there == 0) {
                return ABSENT;
            }
        }
    }

    /// Brings the line in which a lookup will begin closer; many of these at once cost little more than one.
    ///
    /// @return the word there, for a sum that keeps the load alive
    public long touch(long key) {
        long[] table = words;
        return table.length == 0 ? 0 : table[home(key) << 1];
    }

    private int home(long key) {
        return (int) (key * SPREAD >>> shift);
    }

    public boolean isFilled(int slot) {
        return words[slot << 1] != 0;
    }

    public long address(int slot) {
        return words[slot << 1] >>> 16;
    }

    public int vlan(int slot) {
        return (int) words[slot << 1] & 0xfff;
    }

    public int port(int slot) {
        return (int) (words[(slot << 1) + 1] >>> PORT_SHIFT);
    }

    public int flags(int slot) {
        return (int) (words[(slot << 1) + 1] >>> FLAGS_SHIFT) & 0xff;
    }

    /// When the address was last seen as a source, in ticks.
    public int updated(int slot) {
        return (int) words[(slot << 1) + 1];
    }

    /// When the address was last looked up as a destination, in ticks.
    public int used(int slot) {
        return used[slot];
    }

    /// Larger for entries made later.
    public int order(int slot) {
        return order[slot];
    }

    // ---- changing

    /// Is the entry as this source would make it: same port, no flag, same time?
    public boolean isFresh(int slot, int port, int tick) {
        return words[(slot << 1) + 1] == value(port, 0, tick);
    }

    public void set(int slot, int port, int flags, int tick) {
        words[(slot << 1) + 1] = value(port, flags, tick);
    }

    public void markUsed(int slot, int tick) {
        used[slot] = tick;
    }

    /// Adds an address that is not there yet.
    ///
    /// @return its slot
    public int insert(long key, int port, int flags, int tick) {
        if (2 * (count + 1) > capacity()) {
            resize(Math.max(SMALLEST, 2 * capacity()));
        }
        int slot = place(key);
        words[(slot << 1) + 1] = value(port, flags, tick);
        used[slot] = tick;
        order[slot] = ++inserted;
        count++;
        return slot;
    }

    /// Takes an entry away and closes the gap: entries behind it move up where their probing passes it. A walk over
    /// the slots goes on at the same slot.
    public void remove(int slot) {
        int gap = slot;
        int next = (slot + 1) & mask;
        while (words[next << 1] != 0) {
            int from = home(words[next << 1]);
            if (((next - from) & mask) >= ((next - gap) & mask)) {
                move(next, gap);
                gap = next;
            }
            next = (next + 1) & mask;
        }
        words[gap << 1] = 0;
        count--;
    }

    /// Forgets everything.
    public void clear() {
        Arrays.fill(words, 0);
        count = 0;
    }

    private int place(long key) {
        int slot = home(key);
        while (words[slot << 1] != 0) {
            slot = (slot + 1) & mask;
        }
        words[slot << 1] = key;
        return slot;
    }

    private void move(int from, int to) {
        words[to << 1] = words[from << 1];
        words[(to << 1) + 1] = words[(from << 1) + 1];
        used[to] = used[from];
        order[to] = order[from];
    }

    private void resize(int capacity) {
        long[] oldWords = words;
        int[] oldUsed = used;
        int[] oldOrder = order;
        words = new long[2 * capacity];
        used = new int[capacity];
        order = new int[capacity];
        mask = capacity - 1;
        shift = 64 - Integer.numberOfTrailingZeros(capacity);
        for (int i = 0; i < oldUsed.length; i++) {
            if (oldWords[i << 1] != 0) {
                int slot = place(oldWords[i << 1]);
                words[(slot << 1) + 1] = oldWords[(i << 1) + 1];
                used[slot] = oldUsed[i];
                order[slot] = oldOrder[i];
            }
        }
    }

    private static long value(int port, int flags, int tick) {
        return (long) port << PORT_SHIFT | (long) flags << FLAGS_SHIFT | tick & TIME_MASK;
    }

    /// The tick of a moment of the clock.
    public static int tick(long nanos) {
        return (int) (nanos / TICK_NANOS);
    }
}
