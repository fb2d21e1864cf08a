package dev.weft.net.ip.fib;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The destinations behind one next hop of which something was learnt: open addressing by destination.
final class NexthopExceptions {
    /// So many fit at most; then the one that expires first makes room (kernel: `FNHE_RECLAIM_DEPTH` for each of 2,048
    /// buckets).
    private static final int MOST = 10_240;

    private @Nullable NexthopException[] table = new NexthopException[8];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    @Nullable
    NexthopException find(int destination) {
        return table[place(destination)];
    }

    void add(NexthopException exception) {
        if (size == MOST) {
            NexthopException first = all().min(Comparator.comparingLong(NexthopException::expiresNanos))
                    .orElseThrow();
            removeIf(other -> other == first);
        }
        if (2 * (size + 1) > table.length) {
            rebuild(2 * table.length, all().toList());
        }
        table[place(exception.destination())] = exception;
        size++;
    }

    void removeIf(Predicate<NexthopException> condition) {
        rebuild(table.length, all().filter(condition.negate()).toList());
    }

    void forEach(Consumer<NexthopException> action) {
        all().toList().forEach(action);
    }

    private Stream<NexthopException> all() {
        return Arrays.stream(table).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private void rebuild(int capacity, Iterable<NexthopException> exceptions) {
        table = new NexthopException[capacity];
        size = 0;
        for (NexthopException exception : exceptions) {
            table[place(exception.destination())] = exception;
            size++;
        }
    }

    private int place(int destination) {
        int mask = table.length - 1;
        int at = destination * 0x9e37_79b9 >>> 8 & mask;
        for (NexthopException there = table[at]; there != null; there = table[at]) {
            if (there.destination() == destination) {
                return at;
            }
            at = at + 1 & mask;
        }
        return at;
    }
}
