package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.OperState;
import java.util.ArrayList;
import java.util.List;

/// The flags that listings show, and their names (kernel: `dev_get_flags`; iproute2: `print_link_flags`).
public final class LinkFlags {
    private static final int REQUESTED = NetDevice.IFF_PROMISC | NetDevice.IFF_ALLMULTI;

    /// In the order in which iproute2 names them.
    private enum Flag {
        LOOPBACK(NetDevice.IFF_LOOPBACK),
        BROADCAST(NetDevice.IFF_BROADCAST),
        POINTOPOINT(NetDevice.IFF_POINTOPOINT),
        MULTICAST(NetDevice.IFF_MULTICAST),
        NOARP(NetDevice.IFF_NOARP),
        ALLMULTI(NetDevice.IFF_ALLMULTI),
        PROMISC(NetDevice.IFF_PROMISC),
        MASTER(NetDevice.IFF_MASTER),
        SLAVE(NetDevice.IFF_SLAVE),
        DYNAMIC(NetDevice.IFF_DYNAMIC),
        NOTRAILERS(NetDevice.IFF_NOTRAILERS),
        UP(NetDevice.IFF_UP),
        LOWER_UP(NetDevice.IFF_LOWER_UP),
        DORMANT(NetDevice.IFF_DORMANT);

        private final int bit;

        Flag(int bit) {
            this.bit = bit;
        }
    }

    private LinkFlags() {}

    /// The bits that the kernel tells of a device.
    public static int shown(NetDevice device) {
        int flags = device.flags() & ~REQUESTED | device.settings().requestedFlags();
        if (device.isUp()) {
            OperState state = device.settings().operState();
            if (state == OperState.UP || state == OperState.UNKNOWN) {
                flags |= NetDevice.IFF_RUNNING;
            }
            if (device.hasCarrier()) {
                flags |= NetDevice.IFF_LOWER_UP;
            }
        }
        return flags;
    }

    /// What listings print between `<` and `>`.
    ///
    /// @param linkIsDown the device below or beyond is here and down
    public static List<String> names(NetDevice device, boolean linkIsDown) {
        int flags = shown(device);
        List<String> names = new ArrayList<>();
        if ((flags & NetDevice.IFF_UP) != 0 && (flags & NetDevice.IFF_RUNNING) == 0) {
            names.add("NO-CARRIER");
        }
        for (Flag flag : Flag.values()) {
            if ((flags & flag.bit) != 0) {
                names.add(flag.name());
            }
        }
        if (linkIsDown) {
            names.add("M-DOWN");
        }
        return names;
    }
}
