package dev.weft.net.netfilter.hook;

/// The five places on a packet's way at which netfilter may act (kernel: `enum nf_inet_hooks`). ARP knows two of them,
/// in and out.
public enum Hook {
    /// It has come in, and it is not yet known whether it is for this host.
    PRE_ROUTING,
    /// It is for this host.
    LOCAL_IN,
    /// It is for another one.
    FORWARD,
    /// This host has made it.
    LOCAL_OUT,
    /// It is about to leave.
    POST_ROUTING
}
