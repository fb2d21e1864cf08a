package dev.weft.core.counter;

/// A number that one worker counts up and anybody may read.
public final class Counter {
    private final String name;
    private long value;

    public Counter(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void increment() {
        value++;
    }

    public void add(long count) {
        value += count;
    }

    public long value() {
        return value;
    }

    public void clear() {
        value = 0;
    }
}
