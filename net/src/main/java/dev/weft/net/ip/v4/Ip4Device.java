package dev.weft.net.ip.v4;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import org.jspecify.annotations.Nullable;

/// What IPv4 keeps of a device (kernel: `struct in_device`): its settings.
///
/// Devices that never differed from the defaults share one array with them; a change copies it.
public final class Ip4Device {
    private static final DeviceKey<Ip4Device> KEY = new DeviceKey<>("ipv4", Ip4Device::new);

    private final Ip4Config config;
    private int[] values;
    private int @Nullable [] effective;
    private long touched;

    private Ip4Device(NetDevice device) {
        config = Ip4Config.of(device.namespace());
        values = config.defaults();
        touched = config.touchedDefaults();
        if (device.has(NetDevice.IFF_LOOPBACK)) {
            put(Ip4Setting.DISABLE_XFRM, 1);
            put(Ip4Setting.DISABLE_POLICY, 1);
        }
    }

    public static Ip4Device of(NetDevice device) {
        return device.get(KEY);
    }

    /// The device leaves its namespace and takes nothing along (kernel: `inetdev_destroy`).
    static void forget(NetDevice device) {
        device.forget(KEY);
    }

    /// The settings of the device's namespace.
    public Ip4Config config() {
        return config;
    }

    /// What holds for the device, all that is set for `all` devices considered (kernel: `IN_DEV_RPFILTER` and its kin).
    public int get(Ip4Setting setting) {
        int[] known = effective;
        return (known != null ? known : combine())[setting.ordinal()];
    }

    public boolean is(Ip4Setting setting) {
        return get(setting) != 0;
    }

    /// Does it take redirects (kernel: `IN_DEV_RX_REDIRECTS`)? A router needs both switches on, a host one.
    public boolean acceptsRedirects() {
        boolean own = own(Ip4Setting.ACCEPT_REDIRECTS) != 0;
        boolean all = config.all(Ip4Setting.ACCEPT_REDIRECTS) != 0;
        return is(Ip4Setting.FORWARDING) ? own && all : own || all;
    }

    /// The device's own value, as `net.ipv4.conf.DEV` shows it.
    public int own(Ip4Setting setting) {
        return values[setting.ordinal()];
    }

    /// Sets the device's own value.
    public void set(Ip4Setting setting, int value) {
        touched |= bit(setting);
        put(setting, value);
    }

    /// From now on the defaults no longer reach this device, which is in use (kernel: `ipv4_devconf_setall`): said when
    /// it gets its first address.
    public void detachFromDefaults() {
        touched = -1;
    }

    /// The default has changed; it counts here where nothing else was set.
    void inherit(Ip4Setting setting, int value) {
        if ((touched & bit(setting)) == 0) {
            put(setting, value);
        }
    }

    /// `all` has changed.
    void recombine() {
        effective = null;
    }

    void put(Ip4Setting setting, int value) {
        if (own(setting) != value) {
            values = values.clone();
            values[setting.ordinal()] = value;
        }
        effective = null;
    }

    private int[] combine() {
        return effective = config.combined(values);
    }

    static long bit(Ip4Setting setting) {
        return 1L << setting.ordinal();
    }
}
