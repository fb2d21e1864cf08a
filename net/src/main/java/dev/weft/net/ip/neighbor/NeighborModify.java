package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Bytes;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.LinkAddress;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import org.jspecify.annotations.Nullable;

/// `ip neigh add`, `change`, `replace` and `del` (iproute2: `ipneigh_modify`).
final class NeighborModify {
    private final NeighborCommand command;
    private final IpContext context;
    private @Nullable String deviceName;
    private @Nullable InetPrefix address;
    private @Nullable String linkAddress;
    private NudState state = NudState.PERMANENT;
    private int flags;
    private int protocol;
    private boolean deviceKnown;

    NeighborModify(NeighborCommand command, IpContext context, Args args) {
        this.command = command;
        this.context = context;
        while (args.hasNext()) {
            read(args);
        }
    }

    private void read(Args args) {
        if (args.takeAbbreviated("lladdr")) {
            if (linkAddress != null) {
                throw Args.duplicate("lladdr", args.next());
            }
            linkAddress = args.next();
        } else if (args.take("nud")) {
            state = NeighborCommand.state(args.next());
        } else if (args.takeAbbreviated("proxy")) {
            if (args.matches("help")) {
                throw NeighborCommand.usage();
            }
            if (address != null) {
                throw Args.duplicate("address", args.next());
            }
            address = InetPrefix.address(args.next(), family());
            deviceKnown = true;
            flags |= NeighborFlag.PROXY;
        } else if (args.take("router")) {
            flags |= NeighborFlag.ROUTER;
        } else if (args.take("use")) {
            flags |= NeighborFlag.USE;
        } else if (args.take("managed")) {
            flags |= NeighborFlag.MANAGED;
            state = NudState.NONE;
        } else if (args.takeAbbreviated("extern_learn")) {
            flags |= NeighborFlag.EXT_LEARNED;
        } else if (args.take("dev")) {
            deviceName = args.next();
            deviceKnown = true;
        } else if (args.takeAbbreviated("protocol")) {
            String word = args.next();
            protocol = NameTable.PROTOCOLS
                    .number(word)
                    .orElseThrow(() -> Args.invalid("\"protocol\" value is invalid\n", word));
        } else {
            boolean unused = args.take("to");
            if (args.matches("help")) {
                throw NeighborCommand.usage();
            }
            if (address != null) {
                throw Args.duplicateOrGarbage("to", args.next());
            }
            address = InetPrefix.address(args.next(), family());
        }
    }

    private AddressFamily family() {
        return context.options().family();
    }

    void add(NeighborControl.Mode mode) {
        NeighborTable table = command.table(context, target().family());
        Bytes octets = octets();
        NetDevice device = device();
        NeighborControl.add(table, new NeighborControl.Request(device, 0, low(), octets, state, flags, protocol), mode);
    }

    void delete() {
        NeighborTable table = command.table(context, target().family());
        Bytes unused = octets();
        NeighborControl.delete(table, device(), 0, low(), (flags & NeighborFlag.PROXY) != 0);
    }

    private InetPrefix target() {
        InetPrefix given = address;
        if (!deviceKnown || given == null || given.family() == AddressFamily.UNSPEC) {
            throw CommandFailure.exit(255, "Device and destination are required arguments.\n");
        }
        return given;
    }

    private long low() {
        return target().ip4().bits() & 0xffff_ffffL;
    }

    private @Nullable Bytes octets() {
        return linkAddress == null || linkAddress.equals("null") ? null : LinkAddress.read(linkAddress);
    }

    private @Nullable NetDevice device() {
        return deviceName == null ? null : Devices.require(context.namespace(), deviceName);
    }
}
