package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;

/// Counts who wants to see every frame of a device, or every multicast (kernel: `dev_set_promiscuity`,
/// `dev_set_allmulti`).
public final class LinkUsers {
    private LinkUsers() {}

    /// One more user (1), or one less (-1).
    public static void promiscuity(NetDevice device, int change) {
        int before = device.flags();
        count(device, change);
        if (before != device.flags()) {
            Links.announce(device);
        }
    }

    private static void count(NetDevice device, int change) {
        int count = device.settings().promiscuity() + change;
        device.settings().promiscuity(count);
        set(device, NetDevice.IFF_PROMISC, count > 0);
    }

    public static void allMulticast(NetDevice device, int change) {
        int count = device.settings().allMulticast() + change;
        device.settings().allMulticast(count);
        set(device, NetDevice.IFF_ALLMULTI, count > 0);
    }

    /// A person asks for, or gives up, what `mask` holds of the two; asking twice counts once.
    static void request(NetDevice device, int flags, int mask) {
        int before = device.settings().requestedFlags();
        int after = before & ~mask | flags & mask;
        device.settings().requestedFlags(after);
        if (((before ^ after) & NetDevice.IFF_PROMISC) != 0) {
            count(device, (after & NetDevice.IFF_PROMISC) != 0 ? 1 : -1);
        }
        if (((before ^ after) & NetDevice.IFF_ALLMULTI) != 0) {
            allMulticast(device, (after & NetDevice.IFF_ALLMULTI) != 0 ? 1 : -1);
        }
    }

    private static void set(NetDevice device, int flag, boolean on) {
        device.flags(on ? device.flags() | flag : device.flags() & ~flag);
    }
}
