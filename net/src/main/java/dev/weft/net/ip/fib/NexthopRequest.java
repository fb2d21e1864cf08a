package dev.weft.net.ip.fib;

/// One way of a route as it is asked for (kernel: `struct rtnexthop`).
///
/// @param device its index, 0 when the gateway tells it
/// @param gateway 0 when the destination is on the link
/// @param flags [Nexthop#ONLINK]
/// @param weight 1 to 256
/// @param realm of the destination, shifted by 16 that of the source; 0 for none
public record NexthopRequest(int device, int gateway, int flags, int weight, int realm) {
    public static final NexthopRequest NONE = new NexthopRequest(0, 0, 0, 1, 0);

    public static NexthopRequest via(int gateway) {
        return new NexthopRequest(0, gateway, 0, 1, 0);
    }

    public static NexthopRequest dev(int device) {
        return new NexthopRequest(device, 0, 0, 1, 0);
    }
}
