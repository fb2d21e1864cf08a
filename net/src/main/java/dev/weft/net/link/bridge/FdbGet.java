package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.Rtnetlink;
import dev.weft.net.link.MacTable;
import org.jspecify.annotations.Nullable;

/// `bridge fdb get` (iproute2: `fdb_get`; kernel: `rtnl_fdb_get`).
final class FdbGet {
    /// Where `bridge` says -2, shells see this.
    private static final int REFUSED = 254;

    private FdbGet() {}

    static void run(IpContext context, Args args) {
        String br = "";
        String dev = "";
        String address = "";
        boolean self = false;
        while (args.hasNext()) {
            if (args.take("brport") || args.take("dev")) {
                dev = args.next();
            } else if (args.take("br")) {
                br = args.next();
            } else if (args.take("vlan") || args.take("vni")) {
                args.next();
            } else if (args.take("self")) {
                self = true;
            } else if (!args.takeAbbreviated("master") && !args.takeAbbreviated("dynamic")) {
                boolean unused = args.take("to");
                if (args.matches("help")) {
                    throw FdbCommand.usage();
                }
                String next = args.next();
                if (!address.isEmpty()) {
                    throw Args.duplicateOrGarbage("to", next);
                }
                address = next;
            }
        }
        if (br.isEmpty() && dev.isEmpty() || address.isEmpty()) {
            throw FdbWords.failure("Device or master and address are required arguments.\n");
        }
        long mac = FdbWords.mac(address);
        NetDevice device = dev.isEmpty() ? null : FdbWords.device(context.namespace(), dev);
        NetDevice master = br.isEmpty() ? null : FdbWords.bridge(context.namespace(), br);
        print(context, find(bridge(device, master, self), mac));
    }

    private static Bridge bridge(@Nullable NetDevice device, @Nullable NetDevice master, boolean self) {
        if (master == null && !self && device != null) {
            if (device.masterPort() instanceof BridgePort port) {
                return port.bridge;
            }
            throw refused(Errno.EINVAL, "Device is not a bridge port");
        }
        if ((master == null ? device : master) instanceof Bridge bridge) {
            return bridge;
        }
        throw refused(Errno.EOPNOTSUPP, "Fdb get operation not supported by device");
    }

    private static FdbEntry find(Bridge bridge, long address) {
        int slot = bridge.fdb.table.find(MacTable.key(address, 0));
        if (slot == MacTable.ABSENT) {
            throw refused(Errno.ENOENT, "Fdb entry not found");
        }
        BridgePort port = bridge.portOrNull(bridge.fdb.table.port(slot));
        return FdbEntry.of(bridge, slot, port == null ? bridge : port.device);
    }

    private static void print(IpContext context, FdbEntry entry) {
        context.out().begin();
        new FdbPrinter(context.out(), context.options(), true).print(entry);
        context.out().end();
    }

    private static CommandFailure refused(Errno errno, String why) {
        return Rtnetlink.failure(new KernelError(errno, why), REFUSED);
    }
}
