package dev.weft.net.nettools.ifconfig;

/// A device's flags in the order in which `ifconfig` names them (if.h: `IFF_*`).
enum InterfaceFlag {
    UP(0x1),
    BROADCAST(0x2),
    DEBUG(0x4),
    LOOPBACK(0x8),
    POINTOPOINT(0x10),
    NOTRAILERS(0x20),
    RUNNING(0x40),
    NOARP(0x80),
    PROMISC(0x100),
    ALLMULTI(0x200),
    SLAVE(0x800),
    MASTER(0x400),
    MULTICAST(0x1000),
    DYNAMIC(0x8000);

    final int bit;

    InterfaceFlag(int bit) {
        this.bit = bit;
    }
}
