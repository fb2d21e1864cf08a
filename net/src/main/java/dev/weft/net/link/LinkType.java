package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpPrinter;

/// A kind of device: the word behind `type`, and how one is made (kernel: `struct rtnl_link_ops`).
public abstract class LinkType {
    private final String kind;
    private final String usage;

    protected LinkType(String kind, String usage) {
        this.kind = kind;
        this.usage = usage;
    }

    public final String kind() {
        return kind;
    }

    /// What may follow the kind, as its help prints it.
    public final String usage() {
        return usage;
    }

    /// Reads what follows the kind, checks it, and makes the device, and its peer if it has one; nothing is registered
    /// when it
    /// throws.
    ///
    /// @return the device, not yet registered
    public abstract NetDevice create(LinkRequest request, Args args);

    /// `ip link set DEV type KIND …`.
    public void change(NetDevice device, Args args) {
        if (args.hasNext()) {
            throw CommandFailure.exit(255, kind + ": unknown option \"" + args.peek() + "\"?\n");
        }
    }

    /// `ip -d link show`: the words behind the kind.
    public void describe(NetDevice device, IpPrinter printer) {}

    /// `ip -d link show PORT`: the words of the master's kind about its port.
    public void describePort(NetDevice port, IpPrinter printer) {}

    /// Called when the device has been registered, and again in its new namespace when it moved.
    public void registered(NetDevice device) {}

    /// `ip link set DEV up` (kernel: `ndo_open`).
    public void up(NetDevice device) {}

    /// `ip link set DEV down` (kernel: `ndo_stop`).
    public void down(NetDevice device) {}

    /// The device is about to go: what goes with it goes now (kernel: `dellink`).
    public void deleted(NetDevice device) {}

    /// `ip link set PORT master DEV`; by default nothing can be enslaved.
    public void enslave(NetDevice master, NetDevice port) {
        throw new KernelError(Errno.EOPNOTSUPP);
    }

    public void release(NetDevice master, NetDevice port) {}
}
