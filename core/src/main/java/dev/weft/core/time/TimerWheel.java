package dev.weft.core.time;

import org.jspecify.annotations.Nullable;

/// A worker's timers in a hierarchy of wheels (Varghese and Lauck, scheme 7): setting and cancelling cost the same
/// however many
/// there are, and the next deadline is found by bit tricks.
///
/// A tick is 1,024 ns. Level `n` has 64 slots of 64ⁿ ticks each; a timer lies in the level of the highest bit in which
/// its tick
/// differs from the present one, and moves down as time comes near. Timers of one tick fire in the order of their
/// deadlines,
/// and of one deadline in the order in which they were set.
public final class TimerWheel {
    /// What [#nextDeadlineNanos] says when no timer is set.
    public static final long NEVER = Long.MAX_VALUE;

    private static final int TICK_SHIFT = 10;
    private static final int LEVEL_BITS = 6;
    private static final int SLOTS = 1 << LEVEL_BITS;
    private static final int LEVELS = 9;

    private final @Nullable Timer[] first = new Timer[LEVELS * SLOTS];
    private final @Nullable Timer[] last = new Timer[LEVELS * SLOTS];
    private final long[] occupied = new long[LEVELS];
    private long tick;
    private int count;

    /// Sets the timer, or moves it when it is set already. A deadline that has passed fires at the next [#advance].
    public void set(Timer timer, long deadlineNanos) {
        cancel(timer);
        timer.deadline = deadlineNanos;
        insert(timer);
        count++;
    }

    public void cancel(Timer timer) {
        if (timer.slot >= 0) {
            unlink(timer);
            count--;
        }
    }

    public int size() {
        return count;
    }

    /// Fires what is due by `nowNanos`.
    ///
    /// @return how many timers fired
    public int advance(long nowNanos) {
        if (count == 0) {
            tick = Math.max(tick, nowNanos >> TICK_SHIFT);
            return 0;
        }
        int fired = 0;
        long target = nowNanos >> TICK_SHIFT;
        while (count > 0) {
            long next = nextTick();
            if (next > target) {
                break;
            }
            tick = Math.max(tick, next);
            cascade();
            int now = fire(nowNanos);
            fired += now;
            if (now == 0 && nextTick() == tick) {
                break; // what is left of this tick is due later within it
            }
        }
        if (count == 0 || nextTick() > target) {
            tick = Math.max(tick, target);
            cascade();
        }
        return fired;
    }

    /// When [#advance] has something to do next; [#NEVER] when no timer is set. For a far timer this may be a moment
    /// before its
    /// deadline, at which it moves to a finer wheel.
    public long nextDeadlineNanos() {
        if (count == 0) {
            return NEVER;
        }
        int slot = slotAt(0, tick);
        long earliest = earliest(slot);
        if (earliest != NEVER) {
            return earliest;
        }
        long next = nextTick();
        if (next == tick) {
            return tick << TICK_SHIFT;
        }
        long deadline = (next >>> LEVEL_BITS) == (tick >>> LEVEL_BITS) ? earliest(slotAt(0, next)) : NEVER;
        return deadline != NEVER ? deadline : next << TICK_SHIFT;
    }

    private long earliest(int slot) {
        long earliest = NEVER;
        for (Timer t = first[slot]; t != null; t = t.next) {
            earliest = Math.min(earliest, t.deadline);
        }
        return earliest;
    }

    private int fire(long nowNanos) {
        int fired = 0;
        int slot = slotAt(0, tick);
        while (true) {
            Timer due = null;
            for (Timer t = first[slot]; t != null; t = t.next) {
                if (t.deadline <= nowNanos && (due == null || t.deadline < due.deadline)) {
                    due = t;
                }
            }
            if (due == null) {
                return fired;
            }
            unlink(due);
            count--;
            fired++;
            due.expire(nowNanos);
        }
    }

    /// Moves down what the present tick has reached on the coarser wheels.
    private void cascade() {
        for (int level = LEVELS - 1; level > 0; level--) {
            int slot = slotAt(level, tick);
            Timer timer = first[slot];
            if (timer == null) {
                continue;
            }
            first[slot] = null;
            last[slot] = null;
            occupied[level] &= ~(1L << (slot & (SLOTS - 1)));
            while (timer != null) {
                Timer next = timer.next;
                timer.next = null;
                timer.previous = null;
                insert(timer);
                timer = next;
            }
        }
    }

    /// The first tick from the present one on that has a timer or begins a slot with timers.
    private long nextTick() {
        for (int level = 0; level < LEVELS; level++) {
            int shift = level * LEVEL_BITS;
            int position = (int) (tick >>> shift) & (SLOTS - 1);
            long ahead = occupied[level] & (-1L << position);
            if (ahead != 0) {
                long block = tick >>> (shift + LEVEL_BITS);
                long start = ((block << LEVEL_BITS) | Long.numberOfTrailingZeros(ahead)) << shift;
                return Math.max(start, tick);
            }
        }
        return NEVER;
    }

    private void insert(Timer timer) {
        long when = Math.max(timer.deadline >> TICK_SHIFT, tick);
        long differ = when ^ tick;
        int level = differ == 0 ? 0 : Math.min(LEVELS - 1, (63 - Long.numberOfLeadingZeros(differ)) / LEVEL_BITS);
        int slot = slotAt(level, when);
        Timer tail = last[slot];
        timer.slot = slot;
        timer.previous = tail;
        timer.next = null;
        if (tail == null) {
            first[slot] = timer;
        } else {
            tail.next = timer;
        }
        last[slot] = timer;
        occupied[level] |= 1L << (slot & (SLOTS - 1));
    }

    private void unlink(Timer timer) {
        int slot = timer.slot;
        Timer before = timer.previous;
        Timer after = timer.next;
        if (before == null) {
            first[slot] = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last[slot] = before;
        } else {
            after.previous = before;
        }
        if (first[slot] == null) {
            occupied[slot >> LEVEL_BITS] &= ~(1L << (slot & (SLOTS - 1)));
        }
        timer.slot = -1;
        timer.next = null;
        timer.previous = null;
    }

    private static int slotAt(int level, long tick) {
        return (level << LEVEL_BITS) | ((int) (tick >>> (level * LEVEL_BITS)) & (SLOTS - 1));
    }
}
