package dev.weft.net.transport;

/// What a socket does about the path's MTU (`IP_MTU_DISCOVER` of ip(7)).
public enum PathMtuDiscovery {
    /// Packets may be cut anywhere.
    DONT,
    /// Packets that fit must not be cut on their way; larger ones are cut here.
    WANT,
    /// No packet is cut: one that does not fit is refused.
    DO,
    /// As DO, but what was learnt of the path is not believed.
    PROBE,
    /// The device's MTU counts, not the path's.
    INTERFACE,
    /// As INTERFACE, but packets may be cut.
    OMIT;

    /// Do packets carry the flag that forbids cutting, when they fit?
    boolean forbidsCutting() {
        return this == DO || this == WANT || this == PROBE;
    }

    /// Is what was learnt of the path believed (kernel: `ip_sk_use_pmtu`)?
    boolean believesPath() {
        return this == DONT || this == WANT || this == DO;
    }

    /// May a packet that does not fit be cut here (kernel: `ip_sk_ignore_df`)?
    boolean mayCut() {
        return this == DONT || this == WANT || this == OMIT;
    }
}
