package dev.weft.net.ip.fib;

/// Who made a route (`RTPROT_*`): those that the kernel itself or `ip route` puts down.
public final class RouteProtocol {
    public static final int UNSPEC = 0;

    /// Made because of an ICMP redirect.
    public static final int REDIRECT = 1;

    /// Made by the kernel, for an address.
    public static final int KERNEL = 2;

    /// Made while the system came up: what `ip route add` says by default.
    public static final int BOOT = 3;

    /// Made by an administrator.
    public static final int STATIC = 4;

    private RouteProtocol() {}
}
