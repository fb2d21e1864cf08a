package dev.weft.net.link;

/// What a device says of its link (kernel: `struct ethtool_link_settings`).
///
/// @param megabits a second; -1 when unknown
/// @param duplex `full`, `half` or `unknown`
public record LinkSpeed(int megabits, String duplex) {}
