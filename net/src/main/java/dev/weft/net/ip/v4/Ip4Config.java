package dev.weft.net.ip.v4;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// The IPv4 settings of a namespace (kernel: `struct netns_ipv4`): its own, those for `all` devices, and those that new
/// devices begin with.
public final class Ip4Config {
    public static final String ALL = "all";
    public static final String DEFAULT = "default";

    private static final NamespaceKey<Ip4Config> KEY = new NamespaceKey<>("ipv4", Ip4Config::new);

    private static final int[] INITIAL =
            Ip4Global.ALL.stream().mapToInt(Ip4Global::initial).toArray();
    private static final int[] INITIAL_ALL =
            Ip4Setting.ALL.stream().mapToInt(Ip4Setting::initial).toArray();
    private static final int[] INITIAL_DEFAULTS = initialDefaults();

    private final NetNamespace namespace;
    private int[] values = INITIAL;
    private int[] all = INITIAL_ALL;
    private int[] defaults = INITIAL_DEFAULTS;
    private long touchedDefaults;
    private int[] combinedFrom = new int[0];
    private int[] combined = new int[0];

    private Ip4Config(NetNamespace namespace) {
        this.namespace = namespace;
    }

    public static Ip4Config of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    // ---- the namespace's own

    public int get(Ip4Global setting) {
        return values[setting.ordinal()];
    }

    public boolean is(Ip4Global setting) {
        return get(setting) != 0;
    }

    /// @throws KernelError EINVAL where one setting bounds another
    public void set(Ip4Global setting, int value) {
        boolean crossed = switch (setting) {
            case IPFRAG_HIGH_THRESH -> value < get(Ip4Global.IPFRAG_LOW_THRESH);
            case IPFRAG_LOW_THRESH -> value > get(Ip4Global.IPFRAG_HIGH_THRESH);
            default -> false;
        };
        if (crossed) {
            throw new KernelError(Errno.EINVAL);
        }
        values = values.clone();
        values[setting.ordinal()] = value;
    }

    // ---- all and default

    /// What is set for `all` devices.
    public int all(Ip4Setting setting) {
        return all[setting.ordinal()];
    }

    /// Sets it for `all` devices.
    public void setAll(Ip4Setting setting, int value) {
        boolean changes = all(setting) != value;
        if (setting == Ip4Setting.FORWARDING && changes) {
            forwarding(value);
        }
        all = with(all, setting, value);
        combinedFrom = new int[0];
        for (NetDevice device : namespace.devices()) {
            Ip4Device.of(device).recombine();
        }
        publish(ALL, setting);
        tell(ALL, null, setting, changes);
        if (setting == Ip4Setting.FORWARDING && changes) {
            tell(DEFAULT, null, setting, true);
            namespace.devices().forEach(device -> tell(device.name(), device, setting, true));
        }
    }

    /// Makes a router or a host of all devices, present and to come (kernel: `inet_forward_change`).
    private void forwarding(int value) {
        all = with(all, Ip4Setting.ACCEPT_REDIRECTS, value == 0 ? 1 : 0);
        defaults = with(defaults, Ip4Setting.FORWARDING, value);
        for (NetDevice device : namespace.devices()) {
            Ip4Device.of(device).put(Ip4Setting.FORWARDING, value);
        }
    }

    /// What new devices begin with.
    public int defaultOf(Ip4Setting setting) {
        return defaults[setting.ordinal()];
    }

    /// Sets what new devices begin with, and those present too that nobody has set nor given an address.
    public void setDefault(Ip4Setting setting, int value) {
        boolean changes = defaultOf(setting) != value;
        defaults = with(defaults, setting, value);
        if (setting != Ip4Setting.FORWARDING) {
            touchedDefaults |= Ip4Device.bit(setting);
            for (NetDevice device : namespace.devices()) {
                Ip4Device.of(device).inherit(setting, value);
            }
        }
        publish(DEFAULT, setting);
        tell(DEFAULT, null, setting, changes);
    }

    /// Sets it for one device.
    public void set(NetDevice device, Ip4Setting setting, int value) {
        boolean changes = Ip4Device.of(device).own(setting) != value;
        Ip4Device.of(device).set(setting, value);
        publish(device.name(), setting);
        tell(device.name(), device, setting, changes);
    }

    // ---- for Ip4Device

    int[] defaults() {
        return defaults;
    }

    long touchedDefaults() {
        return touchedDefaults;
    }

    /// What holds on a device with these values; devices with the same array share the result.
    int[] combined(int[] own) {
        if (combinedFrom != own) {
            int[] result = new int[own.length];
            for (Ip4Setting setting : Ip4Setting.ALL) {
                int i = setting.ordinal();
                result[i] = setting.combine(own[i], all[i]);
            }
            combinedFrom = own;
            combined = result;
        }
        return combined;
    }

    private void publish(String who, Ip4Setting setting) {
        Network.of(namespace).notifier().publish(new Ip4ConfigEvent(namespace, who, setting));
    }

    private void tell(String who, @Nullable NetDevice device, Ip4Setting setting, boolean changes) {
        if (changes) {
            Network.of(namespace).notifier().publish(new NetconfEvent(namespace, who, device, setting, false));
        }
    }

    private static int[] with(int[] values, Ip4Setting setting, int value) {
        int[] changed = values.clone();
        changed[setting.ordinal()] = value;
        return changed;
    }

    private static int[] initialDefaults() {
        int[] values = INITIAL_ALL.clone();
        values[Ip4Setting.ACCEPT_SOURCE_ROUTE.ordinal()] = 1;
        return values;
    }
}
