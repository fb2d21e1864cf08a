package dev.weft.net.tcpdump.filter;

import dev.weft.core.capture.DataLink;

/// What an expression is compiled for.
///
/// @param live packets come from a device and not from a file, so that their direction is known
/// @param netmask of the device, for `ip broadcast`; zero if unknown
public record FilterTarget(DataLink link, boolean live, int netmask, FilterNames names) {}
