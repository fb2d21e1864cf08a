package dev.weft.net.nettools.ifconfig;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import java.util.List;

/// Devices as programs without netlink reach them (netdevice(7)). Each method throws a [KernelError] when the kernel
/// refuses: ENODEV when there is no such device, EADDRNOTAVAIL when no address stands under the name.
public interface Interfaces {
    /// Every device and every alias.
    List<String> names();

    Interface get(String name);

    /// SIOCGIFFLAGS
    int flags(String name);

    /// SIOCSIFFLAGS; an alias that is not up is deleted.
    void flags(String name, int flags);

    /// SIOCSIFADDR; 0.0.0.0 deletes the address.
    void address(String name, Ip4Address address);

    /// SIOCSIFNETMASK
    void netmask(String name, Ip4Address mask);

    /// SIOCSIFBRDADDR
    void broadcast(String name, Ip4Address address);

    /// SIOCSIFDSTADDR
    void destination(String name, Ip4Address address);

    /// SIOCSIFMTU
    void mtu(String name, int bytes);

    /// SIOCSIFTXQLEN
    void txQueueLength(String name, int packets);

    /// SIOCSIFNAME
    void rename(String name, String wanted);

    /// SIOCSIFHWADDR
    void hardwareAddress(String name, MacAddress address);
}
