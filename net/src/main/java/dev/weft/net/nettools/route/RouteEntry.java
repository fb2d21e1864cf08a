package dev.weft.net.nettools.route;

import dev.weft.core.wire.Ip4Address;

/// A line of the routing table, or the request to have one (route.h: `struct rtentry`).
///
/// @param flags  such as [#UP] and [#GATEWAY]
/// @param mtu    of the path, 0 when nothing is said of it; so with `window` (bytes) and `irtt` (ms)
/// @param device empty where the kernel is to find it; `*` in a listing where there is none
public record RouteEntry(
        Ip4Address destination,
        Ip4Address gateway,
        Ip4Address netmask,
        int flags,
        int metric,
        int mtu,
        int window,
        int irtt,
        String device) {
    public static final int UP = 0x1;
    public static final int GATEWAY = 0x2;
    public static final int HOST = 0x4;
    public static final int REINSTATE = 0x8;
    public static final int DYNAMIC = 0x10;
    public static final int MODIFIED = 0x20;
    public static final int MTU = 0x40;
    public static final int WINDOW = 0x80;
    public static final int IRTT = 0x100;
    public static final int REJECT = 0x200;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
