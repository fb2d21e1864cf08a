package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.OperState;
import dev.weft.core.wire.Bytes;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.LinkAddress;

/// `ip link set` on one device: each attribute in the kernel's order, so that what fails leaves what came before it
/// done, as there (kernel: `do_setlink`).
final class LinkChange {
    private final IpContext context;
    private final NetDevice device;
    private boolean notify;

    LinkChange(IpContext context, NetDevice device) {
        this.context = context;
        this.device = device;
    }

    void apply(LinkSpec spec, LinkModify.Details details) {
        changeKind(spec, details);
        move(spec);
        changeIdentity(spec);
        changeTies(spec);
        changeSettings(spec);
        if (notify) {
            Links.stateChanged(device);
        }
    }

    private void changeKind(LinkSpec spec, LinkModify.Details details) {
        LinkOptions options = details.options();
        if (options != null && !options.isEmpty()) {
            LinkType type = Links.typeOf(device);
            if (type == null || !type.kind().equals(spec.type)) {
                throw new KernelError(Errno.EOPNOTSUPP);
            }
            options.change(device);
        }
        if (details.port() != null) {
            NetDevice master = device.master();
            LinkType type = master == null ? null : Links.typeOf(master);
            if (type == null || details.type().orElse(null) != type) {
                throw new KernelError(Errno.EOPNOTSUPP);
            }
            details.port().accept(device);
        }
    }

    private void move(LinkSpec spec) {
        NetNamespace target = spec.namespace(context);
        if (target != null) {
            Links.move(device, target, spec.name, spec.index);
        }
    }

    private void changeIdentity(LinkSpec spec) {
        Bytes address = spec.address;
        if (address != null) {
            Links.address(device, LinkAddress.mac(address).bits());
        }
        if (spec.mtu != null) {
            Links.mtu(device, spec.mtu);
        }
        if (spec.group != null && !spec.dev.isEmpty() && device.settings().group() != spec.group) {
            device.settings().group(spec.group);
            notify = true;
        }
        if (!spec.name.isEmpty()) {
            Links.rename(device, spec.name);
        }
        String alias = spec.alias;
        if (alias != null) {
            device.settings().alias(alias.isEmpty() ? null : alias);
            notify = true;
        }
        Bytes broadcast = spec.broadcast;
        if (broadcast != null) {
            if (broadcast.length() != 6) {
                throw new KernelError(Errno.EINVAL);
            }
            device.broadcast(LinkAddress.mac(broadcast).bits());
            Links.announce(device);
        }
    }

    private void changeTies(LinkSpec spec) {
        if (spec.master != null) {
            Links.setMaster(device, spec.master);
        } else if (spec.noMaster) {
            Links.setMaster(device, null);
        }
        if (spec.changedFlags != 0) {
            Links.flags(device, spec.flags, spec.changedFlags);
        }
        if (spec.carrier != null) {
            LinkType type = Links.typeOf(device);
            if (type == null || !type.takesCarrier()) {
                throw new KernelError(Errno.EOPNOTSUPP);
            }
            Links.carrier(device, spec.carrier);
        }
    }

    private void changeSettings(LinkSpec spec) {
        NetDevice.Settings settings = device.settings();
        if (spec.transmitQueueLength != null) {
            settings.txQueueLength(spec.transmitQueueLength);
            notify = true;
        }
        changeOffload(spec);
        if (spec.operState != null) {
            operState(spec.operState);
        }
        if (spec.linkMode != null && settings.linkMode() != spec.linkMode) {
            settings.linkMode(spec.linkMode);
            notify = true;
        }
        if (spec.addressGenerationMode != null) {
            settings.addressGenerationMode(spec.addressGenerationMode);
            notify = true;
        }
        if (spec.protodown != null) {
            throw new KernelError(Errno.EOPNOTSUPP, "Protodown not supported by device");
        }
    }

    private void changeOffload(LinkSpec spec) {
        NetDevice.Settings settings = device.settings();
        if (spec.gsoMaxSize != null) {
            if (spec.gsoMaxSize > device.tsoMaxSize()) {
                throw new KernelError(Errno.EINVAL, "too big gso_max_size");
            }
            settings.gsoMaxSize(spec.gsoMaxSize);
        }
        if (spec.gsoMaxSegments != null) {
            settings.gsoMaxSegments(spec.gsoMaxSegments);
        }
        if (spec.groMaxSize != null) {
            if (spec.groMaxSize > 8 * 65535) {
                throw new KernelError(Errno.EINVAL, "too big gro_max_size");
            }
            settings.groMaxSize(spec.groMaxSize);
        }
    }

    /// A person moves the device between UP, DORMANT and UNKNOWN, and no further (kernel: `set_operstate`).
    private void operState(OperState wanted) {
        NetDevice.Settings settings = device.settings();
        OperState present = settings.operState();
        OperState after = switch (wanted) {
            case UP ->
                present == OperState.DORMANT || present == OperState.TESTING || present == OperState.UNKNOWN
                        ? OperState.UP
                        : present;
            case TESTING, DORMANT -> present == OperState.UP || present == OperState.UNKNOWN ? wanted : present;
            case UNKNOWN, NOTPRESENT, DOWN, LOWERLAYERDOWN -> present;
        };
        if (after != present) {
            settings.operState(after);
            Links.stateChanged(device);
        }
    }
}
