package dev.weft.net.nettools.ifconfig;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.DeviceStatistics;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.link.LinkFlags;
import dev.weft.net.link.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The devices of a namespace in the old interface's terms (kernel: `dev_ioctl`).
public final class KernelInterfaces implements Interfaces {
    /// What a program may switch (kernel: `__dev_change_flags`).
    private static final int CHANGEABLE = InterfaceFlag.UP.bit
            | InterfaceFlag.DEBUG.bit
            | InterfaceFlag.NOTRAILERS.bit
            | InterfaceFlag.NOARP.bit
            | InterfaceFlag.PROMISC.bit
            | InterfaceFlag.ALLMULTI.bit
            | InterfaceFlag.MULTICAST.bit
            | InterfaceFlag.DYNAMIC.bit;

    private static final int SHOWN = 0xffff;

    private final NetNamespace namespace;
    private final KernelAddresses addresses;

    public KernelInterfaces(NetNamespace namespace) {
        this.namespace = namespace;
        this.addresses = new KernelAddresses(namespace);
    }

    // ---- what is there

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (NetDevice device : namespace.devices()) {
            names.add(device.name());
            DeviceAddresses.of(device).list().stream()
                    .map(InterfaceAddress::label)
                    .filter(label -> label.contains(":"))
                    .distinct()
                    .forEach(names::add);
        }
        return names;
    }

    @Override
    public Interface get(String name) {
        NetDevice device = device(name);
        return new Interface(
                name,
                flags(name),
                device.mtu(),
                device.hardwareType(),
                new MacAddress(device.address()),
                device.settings().txQueueLength(),
                addresses.find(device, name).map(KernelInterfaces::inet),
                isAlias(name) ? Optional.empty() : Optional.of(counters(device.statistics())));
    }

    private static Interface.Inet inet(InterfaceAddress address) {
        return new Interface.Inet(
                new Ip4Address(address.local()),
                new Ip4Address(address.mask()),
                new Ip4Address(address.broadcast()),
                new Ip4Address(address.address()));
    }

    private static Interface.Counters counters(DeviceStatistics statistics) {
        return new Interface.Counters(
                statistics.rxPackets(),
                statistics.rxBytes(),
                statistics.rxErrors(),
                statistics.rxDroppedCount(),
                statistics.txPackets(),
                statistics.txBytes(),
                statistics.txErrors(),
                statistics.txDroppedCount(),
                statistics.collisions());
    }

    @Override
    public int flags(String name) {
        return LinkFlags.shown(device(name)) & SHOWN;
    }

    // ---- the device

    @Override
    public void flags(String name, int flags) {
        NetDevice device = device(name);
        if (!isAlias(name)) {
            Links.flags(device, flags & CHANGEABLE, CHANGEABLE);
        } else if ((flags & InterfaceFlag.UP.bit) == 0) {
            addresses.delete(device, name);
        } else {
            InterfaceAddress unused = addresses.require(device, name);
        }
    }

    @Override
    public void mtu(String name, int bytes) {
        Links.mtu(device(name), bytes);
    }

    @Override
    public void txQueueLength(String name, int packets) {
        if (packets < 0) {
            throw new KernelError(Errno.EINVAL);
        }
        NetDevice device = device(name);
        device.settings().txQueueLength(packets);
        Links.stateChanged(device);
    }

    @Override
    public void rename(String name, String wanted) {
        Links.rename(device(name), wanted);
    }

    @Override
    public void hardwareAddress(String name, MacAddress address) {
        Links.address(device(name), address.bits());
    }

    // ---- its addresses

    @Override
    public void address(String name, Ip4Address address) {
        addresses.set(device(name), name, address.bits());
    }

    @Override
    public void netmask(String name, Ip4Address mask) {
        addresses.netmask(device(name), name, mask.bits());
    }

    @Override
    public void broadcast(String name, Ip4Address address) {
        addresses.broadcast(device(name), name, address.bits());
    }

    @Override
    public void destination(String name, Ip4Address address) {
        addresses.destination(device(name), name, address.bits());
    }

    /// The device of a name or of an alias.
    private NetDevice device(String name) {
        int colon = name.indexOf(':');
        NetDevice device = namespace.device(colon < 0 ? name : name.substring(0, colon));
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    private static boolean isAlias(String name) {
        return name.contains(":");
    }
}
