package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Bytes;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.LinkAddress;
import org.jspecify.annotations.Nullable;

/// What `ip link add` asks of every kind of device (kernel: `rtnl_create_link`, `rtnl_configure_link`).
///
/// @param home the namespace in which the command runs: parents and peers are looked up here (kernel: `src_net`, link
/// netns)
/// @param namespace where the device is to be
/// @param spec the words common to all kinds
public record LinkRequest(NetNamespace home, NetNamespace namespace, LinkSpec spec) {
    private static final int MAC_LENGTH = 6;
    private static final int MOST_QUEUES = 4096;

    /// For a device about which nothing but its name is said.
    public static LinkRequest named(NetNamespace namespace, String name) {
        LinkSpec spec = new LinkSpec();
        spec.name = name;
        spec.dev = name;
        return new LinkRequest(namespace, namespace, spec);
    }

    /// The wanted name; a pattern of the kind when the kernel is to choose one.
    public String nameOr(String pattern) {
        return spec.name.isEmpty() ? pattern : spec.name;
    }

    /// The device below (`link DEV`); null without one.
    public @Nullable NetDevice link() {
        return spec.link;
    }

    /// The wanted hardware address, or a random one.
    ///
    /// @throws KernelError when no Ethernet device may have it
    public long addressOrRandom() {
        Bytes wanted = spec.address;
        if (wanted == null) {
            return MacAddress.random(namespace.random()).bits();
        }
        if (wanted.length() != MAC_LENGTH) {
            throw new KernelError(Errno.EINVAL);
        }
        MacAddress address = LinkAddress.mac(wanted);
        if (!address.isValid()) {
            throw new KernelError(Errno.EADDRNOTAVAIL);
        }
        return address.bits();
    }

    /// Gives a device that is not registered yet what the words ask for.
    ///
    /// @throws KernelError when it cannot be so
    public void configure(NetDevice device) {
        NetDevice.Settings settings = device.settings();
        settings.addressAssignedByUser(spec.address != null);
        if (spec.mtu != null) {
            int mtu = spec.mtu;
            if (mtu < device.minMtu() || device.maxMtu() > 0 && mtu > device.maxMtu()) {
                throw new KernelError(Errno.EINVAL);
            }
            device.mtu(mtu);
        }
        Bytes broadcast = spec.broadcast;
        if (broadcast != null && broadcast.length() == MAC_LENGTH) {
            device.broadcast(LinkAddress.mac(broadcast).bits());
        }
        if (spec.transmitQueueLength != null) {
            settings.txQueueLength(spec.transmitQueueLength);
        }
        if (spec.group != null) {
            settings.group(spec.group);
        }
        if (spec.linkMode != null) {
            settings.linkMode(spec.linkMode);
        }
        settings.queues(
                queues("transmit", spec.transmitQueues, settings.transmitQueues()),
                queues("receive", spec.receiveQueues, settings.receiveQueues()));
    }

    private static int queues(String which, @Nullable Integer wanted, int byDefault) {
        if (wanted == null) {
            return byDefault;
        }
        if (wanted < 1 || wanted > MOST_QUEUES) {
            throw new KernelError(Errno.EINVAL, "Invalid number of " + which + " queues");
        }
        return wanted;
    }

    /// What can be done only once the device is registered: flags, and its master.
    public void complete(NetDevice device) {
        if (spec.changedFlags != 0) {
            Links.flags(device, spec.flags, spec.changedFlags);
        }
        if (spec.master != null && device.namespace() == spec.master.namespace()) {
            Links.setMaster(device, spec.master);
        }
    }
}
