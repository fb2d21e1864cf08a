package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The IPv4 addresses of a device in the order in which Linux lists them: primary ones by scope, then as they came
/// (kernel: `ifa_list` of `struct in_device`).
public final class DeviceAddresses {
    private static final DeviceKey<DeviceAddresses> KEY = new DeviceKey<>("addresses", device -> new DeviceAddresses());

    private final List<InterfaceAddress> list = new ArrayList<>(1);
    private boolean leaving;
    private int mtu;

    private DeviceAddresses() {}

    public static DeviceAddresses of(NetDevice device) {
        return device.get(KEY);
    }

    static void forget(NetDevice device) {
        device.forget(KEY);
    }

    public List<InterfaceAddress> list() {
        return Collections.unmodifiableList(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    List<InterfaceAddress> mutableList() {
        return list;
    }

    /// Is the device about to go, so that no secondary address is promoted (kernel: `in_dev->dead`)?
    boolean isLeaving() {
        return leaving;
    }

    void leave() {
        leaving = true;
    }

    /// The MTU that the device had when it was last asked.
    int mtu() {
        return mtu;
    }

    void mtu(int bytes) {
        mtu = bytes;
    }

    /// The primary address of a network (kernel: `inet_ifa_byprefix`).
    @Nullable
    InterfaceAddress primaryOf(int prefix, int length) {
        for (InterfaceAddress candidate : list) {
            if (candidate.isInNetwork(prefix, length)) {
                return candidate;
            }
        }
        return null;
    }

    /// Are both addresses in a network of the device (kernel: `inet_addr_onlink`)? `b` may be 0, which is in any.
    public boolean areOnLink(int a, int b) {
        for (InterfaceAddress candidate : list) {
            if (!candidate.isSecondary() && candidate.contains(a) && (b == 0 || candidate.contains(b))) {
                return true;
            }
        }
        return false;
    }
}
