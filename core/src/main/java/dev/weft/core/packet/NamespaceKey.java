package dev.weft.core.packet;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A slot that every namespace has for one feature's state (kernel: `struct pernet_operations`), so that packet, device
/// and
/// namespace need to know no feature: `Fib.of(namespace)` reads the slot that `Fib` registered.
public final class NamespaceKey<T> {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int index = COUNT.getAndIncrement();
    private final String name;
    private final Function<NetNamespace, T> factory;

    /// @param factory makes the state when it is first asked for
    public NamespaceKey(String name, Function<NetNamespace, T> factory) {
        this.name = name;
        this.factory = factory;
    }

    int index() {
        return index;
    }

    T create(NetNamespace namespace) {
        return factory.apply(namespace);
    }

    @Override
    public String toString() {
        return name;
    }
}
