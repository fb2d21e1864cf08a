package dev.weft.net.netfilter.hook;

/// For whose packets a hook is (kernel: `NFPROTO_*`).
public enum HookFamily {
    IPV4,
    IPV6,
    ARP,
    BRIDGE
}
