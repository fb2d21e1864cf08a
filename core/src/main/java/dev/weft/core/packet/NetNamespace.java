package dev.weft.core.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A network of its own (network_namespaces(7)): devices, and a slot for each feature's state. One worker owns it and
/// alone
/// writes what belongs to it.
public final class NetNamespace {
    private final long id;
    private String name;
    private int worker;
    private boolean alive = true;
    private final RandomGenerator random;

    private final TreeMap<Integer, NetDevice> byIndex = new TreeMap<>();
    private final Map<String, NetDevice> byName = new HashMap<>();
    private int lastIndex;
    private @Nullable Object[] slots = new Object[16];

    /// @param id unique in its network, as an inode number is
    /// @param name empty for a namespace without one
    /// @param worker which worker owns it
    /// @param random the network's seeded source
    public NetNamespace(long id, String name, int worker, RandomGenerator random) {
        this.id = id;
        this.name = name;
        this.worker = worker;
        this.random = random;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void name(String name) {
        this.name = name;
    }

    public int worker() {
        return worker;
    }

    /// Hands the namespace to another worker; only while none of its packets is on the way.
    public void worker(int worker) {
        this.worker = worker;
    }

    public boolean isAlive() {
        return alive;
    }

    public void markDead() {
        alive = false;
    }

    public RandomGenerator random() {
        return random;
    }

    // ---- devices

    /// The index that the next new device gets: Linux counts up and never reuses one while it can.
    public int freeIndex() {
        do {
            lastIndex++;
        } while (byIndex.containsKey(lastIndex));
        return lastIndex;
    }

    public boolean isIndexTaken(int index) {
        return byIndex.containsKey(index);
    }

    public void add(NetDevice device) {
        byIndex.put(device.index(), device);
        byName.put(device.name(), device);
        for (String name : device.alternativeNames()) {
            byName.put(name, device);
        }
    }

    public void remove(NetDevice device) {
        byIndex.remove(device.index());
        byName.values().removeIf(d -> d == device);
    }

    /// Tells that `device` is also found under `name` from now on, or, without it, no longer.
    public void alias(String name, @Nullable NetDevice device) {
        if (device == null) {
            byName.remove(name);
        } else {
            byName.put(name, device);
        }
    }

    /// The device of that name or alternative name.
    public @Nullable NetDevice device(String name) {
        return byName.get(name);
    }

    public @Nullable NetDevice device(int index) {
        return byIndex.get(index);
    }

    /// All devices by rising index.
    public List<NetDevice> devices() {
        return Collections.unmodifiableList(new ArrayList<>(byIndex.values()));
    }

    // ---- feature state

    @SuppressWarnings("unchecked")
    public <T> T get(NamespaceKey<T> key) {
        int index = key.index();
        if (index < slots.length) {
            Object value = slots[index];
            if (value != null) {
                return (T) value;
            }
        }
        return create(key);
    }

    /// The feature's state if it was ever needed here, else null: for walks that should not bring every feature to
    /// life.
    @SuppressWarnings("unchecked")
    public <T> @Nullable T peek(NamespaceKey<T> key) {
        return key.index() < slots.length ? (T) slots[key.index()] : null;
    }

    /// Fills a slot with what its owner made elsewhere.
    public <T> void put(NamespaceKey<T> key, T value) {
        if (key.index() >= slots.length) {
            slots = Arrays.copyOf(slots, Math.max(2 * slots.length, key.index() + 1));
        }
        slots[key.index()] = value;
    }

    private <T> T create(NamespaceKey<T> key) {
        T value = key.create(this);
        put(key, value);
        return value;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "netns " + id : name;
    }
}
