package dev.weft.net.ip.fib;

/// A number that a route tells the protocols above (`RTAX_*`), in the kernel's order.
public enum RouteMetric {
    /// The path MTU, in bytes.
    MTU("mtu"),
    /// The largest window to advertise, in bytes.
    WINDOW("window"),
    /// The initial round-trip time, in eighths of a millisecond.
    RTT("rtt"),
    /// Its variance, in quarters of a millisecond.
    RTTVAR("rttvar"),
    SSTHRESH("ssthresh"),
    CWND("cwnd"),
    ADVMSS("advmss"),
    REORDERING("reordering"),
    /// The TTL of packets sent.
    HOPLIMIT("hoplimit"),
    INITCWND("initcwnd"),
    /// Bits; 1 is ECN.
    FEATURES("features"),
    /// In milliseconds.
    RTO_MIN("rto_min"),
    INITRWND("initrwnd"),
    QUICKACK("quickack"),
    /// A name, kept beside the numbers.
    CC_ALGO("congctl"),
    FASTOPEN_NO_COOKIE("fastopen_no_cookie");

    private final String word;

    RouteMetric(String word) {
        this.word = word;
    }

    /// As `ip route` writes it.
    public String word() {
        return word;
    }
}
