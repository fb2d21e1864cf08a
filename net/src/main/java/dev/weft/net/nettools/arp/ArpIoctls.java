package dev.weft.net.nettools.arp;

import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.MacAddress;
import java.util.List;

/// The kernel's ARP table as programs reach it (arp(7)).
public interface ArpIoctls {
    /// What `/proc/net/arp` lists, published entries last.
    List<ArpEntry> entries();

    /// SIOCSARP
    ///
    /// @throws KernelError when the kernel refuses
    void set(ArpEntry request);

    /// SIOCDARP
    ///
    /// @throws KernelError ENXIO when there is no such entry
    void delete(ArpEntry request);

    /// SIOCGIFHWADDR
    ///
    /// @throws KernelError ENODEV when there is no such device
    MacAddress hardwareAddress(String device);
}
