package dev.weft.net.ip.neighbor;

import dev.weft.net.namespace.Jiffies;
import java.util.random.RandomGenerator;

/// The settings for the neighbours of one device, or those that new devices begin with (kernel: `struct neigh_parms`).
///
/// Devices that never differed from the defaults share one array with them; a change copies it.
public final class NeighborParameters {
    private static final int[] INITIAL =
            NeighborSetting.ALL.stream().mapToInt(NeighborSetting::initial).toArray();

    /// How long the random factor of the reachable time stays the same.
    private static final long RANDOM_NANOS = Jiffies.toNanos(Jiffies.ofSeconds(300));

    private final RandomGenerator random;
    private int[] values;
    private long touched;
    private long reachableNanos = -1;
    private long randomizedAt;

    /// The settings that a network begins with.
    NeighborParameters(RandomGenerator random) {
        this.random = random;
        this.values = INITIAL;
    }

    /// The settings of a new device.
    public static NeighborParameters from(NeighborThresholds network) {
        return new NeighborParameters(network.defaults());
    }

    private NeighborParameters(NeighborParameters defaults) {
        this.random = defaults.random;
        this.values = defaults.values;
        this.touched = defaults.touched;
    }

    public int get(NeighborSetting setting) {
        return values[setting.ordinal()];
    }

    public long nanos(NeighborSetting time) {
        return Jiffies.toNanos(get(time));
    }

    public void set(NeighborSetting setting, int value) {
        touched |= bit(setting);
        put(setting, value);
    }

    /// From now on the defaults no longer reach this device, which is in use (kernel: `neigh_parms_data_state_setall`).
    public void detachFromDefaults() {
        touched = -1;
    }

    /// The default has changed; it counts here where nothing else was set.
    void inherit(NeighborSetting setting, int value) {
        if ((touched & bit(setting)) == 0) {
            put(setting, value);
        }
    }

    private void put(NeighborSetting setting, int value) {
        if (get(setting) != value) {
            values = values.clone();
            values[setting.ordinal()] = value;
        }
        if (setting == NeighborSetting.BASE_REACHABLE_TIME) {
            reachableNanos = -1;
        }
    }

    /// How long an answer counts: between one and three halves of the base time, chosen anew every five minutes, so
    /// that hosts do not all ask at once (RFC 4861 §6.3.2).
    long reachableNanos(long now) {
        if (reachableNanos < 0 || now - randomizedAt > RANDOM_NANOS) {
            int base = get(NeighborSetting.BASE_REACHABLE_TIME);
            reachableNanos = Jiffies.toNanos(base > 0 ? random.nextInt(base) + base / 2 : 0);
            randomizedAt = now;
        }
        return reachableNanos;
    }

    /// Time between two questions.
    long retransNanos() {
        return Math.max(nanos(NeighborSetting.RETRANS_TIME), Jiffies.toNanos(Jiffies.HZ / 100));
    }

    private static long bit(NeighborSetting setting) {
        return 1L << setting.ordinal();
    }
}
