package dev.weft.app.server;

import java.util.List;

/// Where a command stands among those that come at the same instant: by the process ids from the run's first process
/// down
/// to the client. Brothers have one parent, which forks one after the other, so the order does not depend on which
/// processor was faster.
///
/// @param ancestry process ids, the eldest first
public record Order(List<Long> ancestry) implements Comparable<Order> {
    public static final Order NONE = new Order(List.of());

    @Override
    public int compareTo(Order other) {
        int common = Math.min(ancestry.size(), other.ancestry.size());
        for (int i = 0; i < common; i++) {
            int order = Long.compare(ancestry.get(i), other.ancestry.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ancestry.size(), other.ancestry.size());
    }
}
