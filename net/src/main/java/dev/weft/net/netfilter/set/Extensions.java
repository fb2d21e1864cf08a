package dev.weft.net.netfilter.set;

import dev.weft.core.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a set keeps for each of its elements: timeout, counters, comment, what it maps packets to (kernel:
/// `ip_set_extensions`). The arrays of what the set was created without stay empty.
final class Extensions {
    private static final long NANOS = 1_000_000_000L;
    private static final long PERMANENT = 0;
    static final int NOMATCH = 1;
    static final int WILDCARD = 2;

    private final Clock clock;
    final SetOptions options;
    private byte[] flags = {};
    private long[] deadlines = {};
    private long[] packets = {};
    private long[] bytes = {};
    private long[] marks = {};
    private long[] priorities = {};
    private @Nullable String[] comments = {};
    private long commentBytes;

    Extensions(Clock clock, SetOptions options) {
        this.clock = clock;
        this.options = options;
    }

    /// Makes room for so many elements.
    void grow(int capacity) {
        flags = Arrays.copyOf(flags, capacity);
        deadlines = options.hasTimeout() ? Arrays.copyOf(deadlines, capacity) : deadlines;
        packets = options.counters ? Arrays.copyOf(packets, capacity) : packets;
        bytes = options.counters ? Arrays.copyOf(bytes, capacity) : bytes;
        marks = options.skbinfo ? Arrays.copyOf(marks, capacity) : marks;
        priorities = options.skbinfo ? Arrays.copyOf(priorities, capacity) : priorities;
        comments = options.comment ? Arrays.copyOf(comments, capacity) : comments;
    }

    /// The bytes that Linux's extensions take behind an element of so many.
    static int bytesWith(int element, SetOptions options) {
        int length = element;
        int align = 4;
        if (options.counters) {
            length = (length + 7 & ~7) + 16;
            align = 8;
        }
        if (options.hasTimeout()) {
            length = (length + 7 & ~7) + 8;
            align = 8;
        }
        if (options.skbinfo) {
            length = (length + 7 & ~7) + 16;
            align = 8;
        }
        if (options.comment) {
            length = (length + 7 & ~7) + 8;
            align = 8;
        }
        return length + align - 1 & -align;
    }

    long commentBytes() {
        return commentBytes;
    }

    boolean isExpired(int slot) {
        return options.hasTimeout() && deadlines[slot] != PERMANENT && deadlines[slot] - clock.nanos() <= 0;
    }

    boolean isNomatch(int slot) {
        return (flags[slot] & NOMATCH) != 0;
    }

    boolean isWildcard(int slot) {
        return (flags[slot] & WILDCARD) != 0;
    }

    /// Forgets what was said of an element that is no more.
    void clear(int slot) {
        flags[slot] = 0;
        if (options.counters) {
            packets[slot] = 0;
            bytes[slot] = 0;
        }
        if (options.skbinfo) {
            marks[slot] = 0;
            priorities[slot] = 0;
        }
        if (options.comment) {
            comment(slot, null);
        }
    }

    /// Says of a new element, or anew of one that is there, what was typed.
    void set(int slot, ElementValues values) {
        flags[slot] = (byte) ((values.isNomatch ? NOMATCH : 0) | (values.isWildcard ? WILDCARD : 0));
        if (options.counters) {
            packets[slot] = values.hasPackets ? values.packets : packets[slot];
            bytes[slot] = values.hasBytes ? values.bytes : bytes[slot];
        }
        if (options.comment) {
            comment(slot, values.comment);
        }
        if (options.skbinfo) {
            marks[slot] = values.hasMark ? (long) values.mark << 32 | values.markMask & 0xffff_ffffL : 0;
            priorities[slot] = (long) values.priority << 32 | values.queue;
        }
        timeout(slot, values.timeout);
    }

    /// Says of an element that a packet has it.
    ///
    /// @param seconds -1 for the set's own timeout
    void set(int slot, int length, long seconds) {
        flags[slot] = 0;
        if (options.counters) {
            packets[slot] = 1;
            bytes[slot] = length;
        }
        timeout(slot, seconds);
    }

    private void timeout(int slot, long seconds) {
        if (options.hasTimeout()) {
            long given = seconds < 0 ? options.timeout : seconds;
            deadlines[slot] = given == 0 ? PERMANENT : Math.max(1, clock.nanos() + given * NANOS);
        }
    }

    private void comment(int slot, @Nullable String text) {
        String old = comments[slot];
        commentBytes -= old == null ? 0 : old.length() + 17;
        comments[slot] = text == null || text.isEmpty() ? null : text;
        commentBytes += text == null || text.isEmpty() ? 0 : text.length() + 17;
    }

    /// Asks of an element that was found whether it fulfils what a rule says of counters, and counts the packet
    /// (kernel: `ip_set_match_extensions`).
    boolean matches(int slot, int length, @Nullable SetQuery query) {
        if (isExpired(slot)) {
            return false;
        }
        if (!options.counters || query == null) {
            return true;
        }
        if (query.updatesCounters()) {
            packets[slot]++;
            bytes[slot] += length;
        }
        return query.agrees(packets[slot], bytes[slot]);
    }

    /// Mark and mask that an element maps packets to, 0 without.
    long mark(int slot) {
        return options.skbinfo ? marks[slot] : 0;
    }

    /// Priority and queue that an element maps packets to, 0 without.
    long priority(int slot) {
        return options.skbinfo ? priorities[slot] : 0;
    }

    /// The words that stand behind an element, for people to read or for a shell.
    void describe(int slot, MemberText to) {
        if (isNomatch(slot)) {
            to.flag("nomatch");
        }
        if (isWildcard(slot)) {
            to.flag("wildcard");
        }
        if (options.hasTimeout()) {
            to.value("timeout", Long.toString(secondsLeft(slot)));
        }
        if (options.counters) {
            to.value("packets", Long.toUnsignedString(packets[slot]));
            to.value("bytes", Long.toUnsignedString(bytes[slot]));
        }
        String comment = options.comment ? comments[slot] : null;
        if (comment != null) {
            to.value("comment", '"' + comment + '"');
        }
        if (options.skbinfo) {
            describeMapping(slot, to);
        }
    }

    private void describeMapping(int slot, MemberText to) {
        int mark = (int) (marks[slot] >>> 32);
        int mask = (int) marks[slot];
        if (marks[slot] != 0) {
            to.value("skbmark", mask == -1 ? String.format("0x%x", mark) : String.format("0x%x/0x%x", mark, mask));
        }
        int priority = (int) (priorities[slot] >>> 32);
        if (priority != 0) {
            to.value("skbprio", String.format("%x:%x", priority >>> 16, priority & 0xffff));
        }
        if ((int) priorities[slot] != 0) {
            to.value("skbqueue", Integer.toString((int) priorities[slot]));
        }
    }

    private long secondsLeft(int slot) {
        if (deadlines[slot] == PERMANENT) {
            return 0;
        }
        return Math.max(1, (deadlines[slot] - clock.nanos()) / NANOS);
    }
}
