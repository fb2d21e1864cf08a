package dev.weft.net.nettools.arp;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;

/// A line of the ARP table, or the request to have one (arp(7), `struct arpreq`).
///
/// @param flags        such as [#COMPLETE] and [#PERMANENT]
/// @param hardwareType ARPHRD_* of if_arp.h; 0 for a published entry, which has no hardware address of its own
/// @param netmask      of a published entry
/// @param device       empty where the kernel is to find it
public record ArpEntry(
        Ip4Address address, int hardwareType, int flags, MacAddress mac, Ip4Address netmask, String device) {
    /// The hardware address is known (kernel: `ATF_COM`).
    public static final int COMPLETE = 0x02;

    /// It stays until it is deleted (kernel: `ATF_PERM`).
    public static final int PERMANENT = 0x04;

    /// It is answered for (kernel: `ATF_PUBL`).
    public static final int PUBLISHED = 0x08;

    /// Trailers are wanted (kernel: `ATF_USETRAILERS`).
    public static final int TRAILERS = 0x10;

    /// The netmask is meant (kernel: `ATF_NETMASK`).
    public static final int HAS_NETMASK = 0x20;

    /// It is not to be answered for (kernel: `ATF_DONTPUB`).
    public static final int NOT_PUBLISHED = 0x40;

    /// Answered for with the device's own address (kernel: `ATF_MAGIC`).
    public static final int AUTOMATIC = 0x80;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    ArpEntry with(int flag) {
        return new ArpEntry(address, hardwareType, flags | flag, mac, netmask, device);
    }

    ArpEntry without(int flag) {
        return new ArpEntry(address, hardwareType, flags & ~flag, mac, netmask, device);
    }

    ArpEntry on(String other) {
        return new ArpEntry(address, hardwareType, flags, mac, netmask, other);
    }

    ArpEntry masked(Ip4Address mask) {
        return new ArpEntry(address, hardwareType, flags | HAS_NETMASK, mac, mask, device);
    }
}
