package dev.weft.core.wire;

/// An address of either version of IP.
public sealed interface IpAddress permits Ip4Address, Ip6Address {
    /// 32 or 128.
    int bitLength();

    boolean isMulticast();
}
