package dev.weft.net.ip.fib;

/// What was learnt of one destination behind a next hop: the path's MTU from ICMP "fragmentation needed", a better
/// gateway from ICMP redirect (kernel: `struct fib_nh_exception`).
public final class NexthopException {
    private final int destination;
    private Nexthop nexthop;
    private boolean redirected;
    private int mtu;
    private boolean mtuLocked;
    private long expiresNanos;

    NexthopException(Nexthop usual, int destination) {
        this.destination = destination;
        this.nexthop = new Nexthop(usual, usual.gateway(), this);
    }

    public int destination() {
        return destination;
    }

    /// The next hop that packets to the destination take.
    public Nexthop nexthop() {
        return nexthop;
    }

    /// Was another gateway learnt?
    public boolean isRedirected() {
        return redirected;
    }

    /// The path's MTU in bytes, 0 when only the gateway was learnt.
    public int mtu() {
        return mtu;
    }

    /// Is the MTU so small that packets are rather fragmented than measured again?
    public boolean isMtuLocked() {
        return mtuLocked;
    }

    public long expiresNanos() {
        return expiresNanos;
    }

    /// @param newGateway 0 to keep the one there is
    /// @param newMtu 0 to keep the one there is
    void update(int newGateway, int newMtu, boolean locked, long expires) {
        if (newGateway != 0 && newGateway != nexthop.gateway()) {
            nexthop = new Nexthop(nexthop, newGateway, this);
            redirected = true;
        }
        if (newMtu != 0) {
            mtu = newMtu;
            mtuLocked = locked;
        }
        expiresNanos = expires;
    }

    /// The device has another MTU (kernel: `fib_nhc_update_mtu`).
    void deviceMtu(int before, int after) {
        if (mtuLocked) {
            if (after <= mtu) {
                mtu = after;
                mtuLocked = false;
            }
        } else if (after < mtu || before == mtu) {
            mtu = after;
        }
    }
}
