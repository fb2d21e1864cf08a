package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkEvent.Kind;
import dev.weft.net.namespace.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done to devices (kernel: net/core/dev.c, rtnetlink.c): every change passes here, is checked, and is told
/// to whoever
/// listens.
public final class Links {
    private static final int LONGEST_NAME = 15;

    private Links() {}

    /// The kind of a device; null for one that has none, such as `lo`.
    public static @Nullable LinkType typeOf(NetDevice device) {
        return device instanceof TypedDevice typed ? typed.type() : null;
    }

    /// A device whose kind is known to `ip link`.
    public interface TypedDevice {
        LinkType type();
    }

    // ---- coming and going

    /// Gives the device its index and its place in its namespace.
    ///
    /// @param index the wanted one, or 0
    /// @throws KernelError EEXIST when the name is taken, EBUSY when the index is
    public static void register(NetDevice device, int index) {
        NetNamespace namespace = device.namespace();
        checkName(namespace, device.name());
        if (index != 0 && namespace.isIndexTaken(index)) {
            throw new KernelError(Errno.EBUSY);
        }
        Network network = Network.of(namespace);
        network.claim(namespace);
        device.index(index != 0 ? index : namespace.freeIndex());
        network.plan().connect(device);
        namespace.add(device);
        device.registered(true);
        publish(Kind.REGISTER, device);
        LinkType type = typeOf(device);
        if (type != null) {
            type.registered(device);
        }
    }

    /// Takes the device away for good, with all that hangs on it. It stays behind as a tombstone for packets on their
    /// way.
    public static void delete(NetDevice device) {
        if (!device.isRegistered()) {
            return;
        }
        NetNamespace namespace = device.namespace();
        Network.of(namespace).claim(namespace);
        setMaster(device, null);
        down(device);
        device.registered(false);
        publish(Kind.UNREGISTER, device);
        namespace.remove(device);
        LinkType type = typeOf(device);
        if (type != null) {
            type.deleted(device);
        }
    }

    /// Moves the device to another namespace, where it is down and without a master.
    ///
    /// @param newName empty to keep the name
    public static void move(NetDevice device, NetNamespace target, String newName) {
        NetNamespace source = device.namespace();
        if (source == target) {
            return;
        }
        String name = newName.isEmpty() ? device.name() : newName;
        checkName(target, name);
        Network network = Network.of(source);
        network.claim(source);
        network.claim(target);
        setMaster(device, null);
        down(device);
        publish(Kind.UNREGISTER, device);
        source.remove(device);
        device.namespace(target);
        device.name(name);
        if (target.isIndexTaken(device.index())) {
            device.index(target.freeIndex());
        }
        target.add(device);
        publish(Kind.REGISTER, device);
        LinkType type = typeOf(device);
        if (type != null) {
            type.registered(device);
        }
    }

    // ---- attributes

    public static void rename(NetDevice device, String name) {
        if (device.name().equals(name)) {
            return;
        }
        NetNamespace namespace = device.namespace();
        checkName(namespace, name);
        namespace.remove(device);
        device.name(name);
        namespace.add(device);
        publish(Kind.CHANGE_NAME, device);
    }

    /// @throws KernelError EINVAL outside the bounds of the device
    public static void mtu(NetDevice device, long bytes) {
        if (bytes < device.minMtu()) {
            throw new KernelError(Errno.EINVAL, "mtu less than device minimum");
        }
        if (device.maxMtu() > 0 && bytes > device.maxMtu()) {
            throw new KernelError(Errno.EINVAL, "mtu greater than device maximum");
        }
        if (device.mtu() != bytes) {
            device.mtu((int) bytes);
            publish(Kind.CHANGE_MTU, device);
        }
    }

    public static void address(NetDevice device, long address) {
        if ((address & 0x0100_0000_0000L) != 0 || address == 0) {
            throw new KernelError(Errno.EADDRNOTAVAIL);
        }
        device.settings().addressAssignedByUser(true);
        device.address(address);
        publish(Kind.CHANGE_ADDRESS, device);
    }

    public static void up(NetDevice device) {
        if (device.isUp()) {
            return;
        }
        device.flags(device.flags() | NetDevice.IFF_UP);
        LinkType type = typeOf(device);
        if (type != null) {
            type.up(device);
        }
        publish(Kind.UP, device);
    }

    public static void down(NetDevice device) {
        if (!device.isUp()) {
            return;
        }
        publish(Kind.GOING_DOWN, device);
        device.flags(device.flags() & ~NetDevice.IFF_UP);
        LinkType type = typeOf(device);
        if (type != null) {
            type.down(device);
        }
        publish(Kind.DOWN, device);
    }

    /// The other end answers, or no longer does (kernel: `netif_carrier_on`, `netif_carrier_off`).
    public static void carrier(NetDevice device, boolean on) {
        if (device.hasCarrier() != on) {
            device.carrier(on);
            device.statistics().carrierChanged();
            if (device.isRegistered()) {
                publish(Kind.CHANGE, device);
            }
        }
    }

    /// One more user wants to see every frame, or one less (kernel: `dev_set_promiscuity`).
    public static void promiscuity(NetDevice device, int change) {
        int count = device.settings().promiscuity() + change;
        device.settings().promiscuity(count);
        int flags = count > 0 ? device.flags() | NetDevice.IFF_PROMISC : device.flags() & ~NetDevice.IFF_PROMISC;
        if (flags != device.flags()) {
            device.flags(flags);
            publish(Kind.CHANGE, device);
        }
    }

    /// Enslaves the device, or frees it when `master` is null.
    public static void setMaster(NetDevice device, @Nullable NetDevice master) {
        NetDevice old = device.master();
        if (old == master) {
            return;
        }
        if (old != null) {
            LinkType type = typeOf(old);
            if (type != null) {
                type.release(old, device);
            }
            device.master(null, null);
            publish(Kind.CHANGE_MASTER, device);
        }
        if (master != null) {
            LinkType type = typeOf(master);
            if (type == null) {
                throw new KernelError(Errno.EOPNOTSUPP);
            }
            type.enslave(master, device);
            publish(Kind.CHANGE_MASTER, device);
        }
    }

    // ---- names

    /// @throws KernelError when no device may be called so here
    public static void checkName(NetNamespace namespace, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.equals(".") || name.equals("..")) {
            throw new KernelError(Errno.EINVAL);
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == ':' || Character.isWhitespace(c)) {
                throw new KernelError(Errno.EINVAL);
            }
        }
        if (namespace.device(name) != null) {
            throw new KernelError(Errno.EEXIST);
        }
    }

    /// The first free name of a pattern such as `veth%d`.
    public static String freeName(NetNamespace namespace, String prefix) {
        for (int i = 0; ; i++) {
            if (namespace.device(prefix + i) == null) {
                return prefix + i;
            }
        }
    }

    /// A random address as Linux gives them: unicast, locally administered.
    public static long randomAddress(NetNamespace namespace) {
        return (namespace.random().nextLong() & 0xfeff_ffff_ffffL) | 0x0200_0000_0000L;
    }

    public static List<NetDevice> portsOf(NetDevice master) {
        return master.namespace().devices().stream()
                .filter(d -> d.master() == master)
                .toList();
    }

    private static void publish(Kind kind, NetDevice device) {
        NetNamespace namespace = device.namespace();
        Network.of(namespace).notifier().publish(new LinkEvent(kind, device, namespace));
    }
}
