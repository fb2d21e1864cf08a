package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.LinkEvent.Kind;
import dev.weft.net.namespace.NamespaceIds;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done to devices (kernel: net/core/dev.c): every change passes here, is checked, and is told to whoever
/// listens.
public final class Links {
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
        device.name(LinkNames.resolve(namespace, device.name()));
        if (index != 0 && namespace.isIndexTaken(index)) {
            throw new KernelError(Errno.EBUSY);
        }
        Network network = Network.of(namespace);
        network.claim(namespace);
        device.index(index != 0 ? index : namespace.freeIndex());
        network.plan().connect(device);
        arrive(device);
    }

    /// @throws KernelError when no device can be called so in the namespace
    public static void checkFree(NetNamespace namespace, String name) {
        String unused = LinkNames.resolve(namespace, name);
    }

    /// Takes the device away for good, with all that hangs on it. It stays behind as a tombstone for packets on their
    /// way.
    public static void delete(NetDevice device) {
        if (!device.isRegistered()) {
            return;
        }
        List<NetDevice> leaving = new ArrayList<>();
        leaving.add(device);
        LinkType type = typeOf(device);
        if (type != null) {
            leaving.addAll(type.dissolve(device));
        }
        for (NetDevice each : leaving) {
            Network.of(each.namespace()).claim(each.namespace());
            down(each);
        }
        for (NetDevice each : leaving) {
            setMaster(each, null);
            leave(each);
            each.registered(false);
        }
    }

    /// Moves the device to another namespace, where it is down and without a master (kernel:
    /// `dev_change_net_namespace`).
    ///
    /// @param substitute the name to take when the device's own is taken there; empty for none
    /// @param index the wanted one, or 0 to keep the device's own if that is free
    public static void move(NetDevice device, NetNamespace target, String substitute, int index) {
        NetNamespace source = device.namespace();
        if (source == target) {
            return;
        }
        if (device.isBoundToNamespace()) {
            throw new KernelError(Errno.EINVAL, "The interface netns is immutable");
        }
        String name = nameThere(device, target, substitute);
        if (index != 0 && target.isIndexTaken(index)) {
            throw new KernelError(Errno.EBUSY, "The ifindex " + index + " is not available in the target netns");
        }
        Network network = Network.of(source);
        network.claim(source);
        network.claim(target);
        down(device);
        setMaster(device, null);
        leave(device);
        device.namespace(target);
        device.name(name);
        if (index != 0 || target.isIndexTaken(device.index())) {
            device.index(index != 0 ? index : target.freeIndex());
        }
        arrive(device);
    }

    private static String nameThere(NetDevice device, NetNamespace target, String substitute) {
        for (String name : device.alternativeNames()) {
            if (target.device(name) != null) {
                throw new KernelError(
                        Errno.EEXIST, "An interface with the altname " + name + " exists in the target netns");
            }
        }
        if (target.device(device.name()) == null) {
            return device.name();
        }
        if (substitute.isEmpty()) {
            throw new KernelError(Errno.EEXIST, "An interface with the same name exists in the target netns");
        }
        if (target.device(substitute) != null) {
            throw new KernelError(
                    Errno.EEXIST, "Unable to use '" + substitute + "' for the new interface name in the target netns");
        }
        return LinkNames.resolve(target, substitute);
    }

    private static void arrive(NetDevice device) {
        device.namespace().add(device);
        device.registered(true);
        publish(Kind.REGISTER, device);
        LinkType type = typeOf(device);
        if (type != null) {
            type.registered(device);
        }
        announce(device);
    }

    private static void leave(NetDevice device) {
        device.settings().activated(false);
        publish(Kind.UNREGISTER, device);
        publish(device, new LinkMessage(device, device.namespace(), true, ""));
        device.namespace().remove(device);
        LinkAddresses.forget(device);
        LinkType type = typeOf(device);
        if (type != null) {
            type.unregistered(device);
        }
    }

    // ---- attributes

    public static void rename(NetDevice device, String name) {
        if (device.name().equals(name)) {
            return;
        }
        NetNamespace namespace = device.namespace();
        String resolved = LinkNames.resolve(namespace, name);
        namespace.remove(device);
        device.name(resolved);
        namespace.add(device);
        publish(Kind.CHANGE_NAME, device);
        announce(device);
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
            LinkType type = typeOf(device);
            if (type != null) {
                type.mtuAsked(device);
            }
            mtuFollows(device, (int) bytes);
        }
    }

    /// The MTU changes because of another device's, not because a person asked.
    public static void mtuFollows(NetDevice device, int bytes) {
        if (device.mtu() != bytes) {
            device.mtu(bytes);
            publish(Kind.CHANGE_MTU, device);
            announce(device);
        }
    }

    /// A person gives the hardware address.
    public static void address(NetDevice device, long address) {
        if (device.hardwareType() != NetDevice.ARPHRD_LOOPBACK && !new MacAddress(address).isValid()) {
            throw new KernelError(Errno.EADDRNOTAVAIL);
        }
        device.settings().addressAssignedByUser(true);
        LinkType type = typeOf(device);
        if (type == null) {
            device.address(address);
        } else {
            type.address(device, address);
        }
        addressChanged(device);
    }

    /// The device has another address now, because of a person or of another device, as a bridge of its ports.
    public static void addressChanged(NetDevice device) {
        publish(Kind.CHANGE_ADDRESS, device);
        announce(device);
    }

    public static void up(NetDevice device) {
        flags(device, NetDevice.IFF_UP, NetDevice.IFF_UP);
    }

    public static void down(NetDevice device) {
        flags(device, 0, NetDevice.IFF_UP);
    }

    /// Sets the flags in `mask` to those of `flags` (kernel: `dev_change_flags`).
    public static void flags(NetDevice device, int flags, int mask) {
        int before = device.flags();
        int requested = NetDevice.IFF_PROMISC | NetDevice.IFF_ALLMULTI;
        int plain = mask & ~requested & ~NetDevice.IFF_UP;
        int shownBefore = LinkFlags.shown(device);
        device.flags(before & ~plain | flags & plain);
        if ((mask & NetDevice.IFF_UP) != 0) {
            open(device, (flags & NetDevice.IFF_UP) != 0);
        }
        LinkUsers.request(device, flags, mask & requested);
        int after = device.flags();
        boolean changesUp = ((before ^ after) & NetDevice.IFF_UP) != 0;
        if (shownBefore != LinkFlags.shown(device)) {
            announce(device);
        }
        if (changesUp) {
            publish(device.isUp() ? Kind.UP : Kind.DOWN, device);
        } else if (device.isUp() && before != after) {
            publish(Kind.CHANGE, device);
        }
    }

    /// Opens or closes the device (kernel: `__dev_open`, `__dev_close`).
    private static void open(NetDevice device, boolean up) {
        if (device.isUp() == up) {
            return;
        }
        if (!up) {
            publish(Kind.GOING_DOWN, device);
        }
        device.flags(device.flags() ^ NetDevice.IFF_UP);
        LinkType type = typeOf(device);
        if (type != null && up) {
            type.up(device);
        } else if (type != null) {
            type.down(device);
        }
        if (up) {
            device.settings().activated(true);
        }
    }

    /// The other end answers, or no longer does (kernel: `netif_carrier_on`, `netif_carrier_off`).
    public static void carrier(NetDevice device, boolean on) {
        if (device.hasCarrier() != on) {
            device.carrier(on);
            if (device.isRegistered()) {
                device.statistics().carrierChanged();
                LinkWatch.fire(device);
            }
        }
    }

    /// An attribute without an event of its own has changed (kernel: `netdev_state_change`).
    public static void stateChanged(NetDevice device) {
        if (device.isUp()) {
            publish(Kind.CHANGE, device);
            announce(device);
        }
    }

    /// Enslaves the device, or frees it when `master` is null (kernel: `do_set_master`).
    public static void setMaster(NetDevice device, @Nullable NetDevice master) {
        NetDevice old = device.master();
        if (old != null && old == master) {
            return;
        }
        if (old != null) {
            LinkType type = typeOf(old);
            if (type != null) {
                type.release(old, device);
            }
        }
        if (master != null) {
            LinkType type = typeOf(master);
            if (type == null) {
                throw new KernelError(Errno.EOPNOTSUPP);
            }
            type.enslave(master, device);
        }
    }

    /// Called by a kind when it has taken a port in, or let it go: the tie itself, and the news of it.
    public static void tie(NetDevice port, @Nullable NetDevice master, @Nullable Object masterPort) {
        port.master(master, masterPort);
        publish(Kind.CHANGE_MASTER, port);
        announce(port);
    }

    public static List<NetDevice> portsOf(NetDevice master) {
        return master.namespace().devices().stream()
                .filter(d -> d.master() == master)
                .toList();
    }

    /// Says again what the device is like, to `ip monitor`; where its other end is, must have a number for that.
    public static void announce(NetDevice device) {
        NetDevice link = device.link();
        if (device.isRegistered() && link != null && link.namespace() != device.namespace()) {
            NamespaceIds.of(device.namespace()).allocate(link.namespace());
        }
        publish(device, new LinkMessage(device, device.namespace(), false, ""));
    }

    private static void publish(Kind kind, NetDevice device) {
        publish(device, new LinkEvent(kind, device, device.namespace()));
    }

    private static void publish(NetDevice device, NetEvent event) {
        if (device.isRegistered()) {
            Network.of(device.namespace()).notifier().publish(event);
        }
    }
}
