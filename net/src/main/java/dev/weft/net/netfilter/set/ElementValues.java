package dev.weft.net.netfilter.set;

import org.jspecify.annotations.Nullable;

/// What is said of an element beside what it is (kernel: `struct ip_set_ext`).
final class ElementValues {
    /// Seconds; -1 for the set's own.
    long timeout = -1;

    boolean hasPackets;
    boolean hasBytes;
    long packets;
    long bytes;

    @Nullable
    String comment;

    boolean hasMark;
    boolean hasPriority;
    boolean hasQueue;
    int mark;
    int markMask = -1;
    int priority;
    int queue;
    boolean isNomatch;
    boolean isWildcard;

    boolean hasSkbinfo() {
        return hasMark || hasPriority || hasQueue;
    }
}
