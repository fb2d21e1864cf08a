package dev.weft.net.nettools.ifconfig;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import java.util.Optional;

/// What `ifconfig` knows of a device, or of an alias such as `eth0:1`, which is an address under a name of its own.
///
/// @param flags    the 16 bits of SIOCGIFFLAGS
/// @param type     ARPHRD_* of if_arp.h
/// @param counters empty for an alias
public record Interface(
        String name,
        int flags,
        int mtu,
        int type,
        MacAddress mac,
        int txQueueLength,
        Optional<Inet> inet,
        Optional<Counters> counters) {

    /// The first IPv4 address under the name.
    ///
    /// @param destination the other end of a point-to-point link, else the address itself
    public record Inet(Ip4Address address, Ip4Address netmask, Ip4Address broadcast, Ip4Address destination) {}

    /// What `/proc/net/dev` counts.
    public record Counters(
            long rxPackets,
            long rxBytes,
            long rxErrors,
            long rxDropped,
            long txPackets,
            long txBytes,
            long txErrors,
            long txDropped,
            long collisions) {}

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
