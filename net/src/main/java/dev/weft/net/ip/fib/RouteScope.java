package dev.weft.net.ip.fib;

/// How far a destination is away (`RT_SCOPE_*`): the greater the number, the nearer; numbers between are free for use.
public final class RouteScope {
    /// Anywhere, behind gateways.
    public static final int UNIVERSE = 0;

    public static final int SITE = 200;

    /// On an attached link.
    public static final int LINK = 253;

    /// This host.
    public static final int HOST = 254;

    /// Does not exist.
    public static final int NOWHERE = 255;

    private RouteScope() {}
}
