package dev.weft.net.ip.rule;

/// Numbers from `first` to `last`, both included.
record Range(int first, int last) {
    boolean contains(int number) {
        return first <= number && number <= last;
    }

    boolean isSingle() {
        return first == last;
    }
}
