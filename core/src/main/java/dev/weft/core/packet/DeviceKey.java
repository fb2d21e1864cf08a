package dev.weft.core.packet;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A slot that every device has for one feature's state (kernel: `ip_ptr`, `ip6_ptr` of `struct net_device`), as
/// [NamespaceKey] is one of a namespace.
public final class DeviceKey<T> {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int index = COUNT.getAndIncrement();
    private final String name;
    private final Function<NetDevice, T> factory;

    /// @param factory makes the state when it is first asked for
    public DeviceKey(String name, Function<NetDevice, T> factory) {
        this.name = name;
        this.factory = factory;
    }

    int index() {
        return index;
    }

    T create(NetDevice device) {
        return factory.apply(device);
    }

    @Override
    public String toString() {
        return name;
    }
}
