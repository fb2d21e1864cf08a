package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.MacTable;
import org.jspecify.annotations.Nullable;

/// `bridge fdb flush` (iproute2: `fdb_flush`; kernel: `br_fdb_delete_bulk`).
final class FdbFlush {
    private String dev = "";
    private String brport = "";
    private boolean self;
    private boolean master;
    private boolean vlan;
    private int flags;
    private int mask;

    private FdbFlush() {}

    static void run(IpContext context, Args args) {
        FdbFlush flush = new FdbFlush();
        flush.read(args);
        if (flush.dev.isEmpty()) {
            throw FdbWords.failure("Device is a required argument.\n");
        }
        NetDevice device = FdbWords.bridge(context.namespace(), flush.dev);
        NetDevice port = flush.brport.isEmpty()
                ? null
                : FdbWords.device(context.namespace(), flush.brport, "Cannot find bridge port device");
        flush.apply(device, port);
    }

    private void read(Args args) {
        while (args.hasNext()) {
            if (args.take("dev")) {
                dev = args.next();
            } else if (args.take("brport")) {
                brport = args.next();
            } else if (args.take("vlan")) {
                vlan(args.next());
            } else if (args.take("self")) {
                self = true;
            } else if (args.take("master")) {
                master = true;
            } else if (args.take("help")) {
                args.next();
            } else {
                readKind(args.next());
            }
        }
    }

    private void vlan(String word) {
        long id = Numbers.signed(word.replaceFirst("^([-+]?\\d*).*", "$1"), 10, 32)
                .orElse(0);
        if (id < 1 || id > 4094) {
            throw new KernelError(Errno.ERANGE, "integer out of range");
        }
        vlan = true;
    }

    private void readKind(String word) {
        switch (word) {
            case "permanent" -> select(FdbFlag.LOCAL, FdbFlag.LOCAL);
            case "nopermanent" -> select(FdbFlag.LOCAL, 0);
            case "static" -> select(FdbFlag.LOCAL | FdbFlag.STATIC, FdbFlag.STATIC);
            case "nostatic" -> select(FdbFlag.STATIC, 0);
            case "dynamic" -> select(FdbFlag.LOCAL | FdbFlag.STATIC, 0);
            case "nodynamic" -> select(FdbFlag.STATIC, FdbFlag.STATIC);
            case "added_by_user" -> select(FdbFlag.ADDED_BY_USER, FdbFlag.ADDED_BY_USER);
            case "noadded_by_user" -> select(FdbFlag.ADDED_BY_USER, 0);
            case "extern_learn" -> select(FdbFlag.EXTERN_LEARN, FdbFlag.EXTERN_LEARN);
            case "noextern_learn" -> select(FdbFlag.EXTERN_LEARN, 0);
            case "sticky" -> select(FdbFlag.STICKY, FdbFlag.STICKY);
            case "nosticky" -> select(FdbFlag.STICKY, 0);
            default -> {} // as iproute2 has it
        }
    }

    private void select(int which, int value) {
        mask |= which;
        flags = flags & ~which | value;
    }

    private void apply(NetDevice device, @Nullable NetDevice port) {
        boolean done = false;
        if (master && device.masterPort() instanceof BridgePort own) {
            flush(own.bridge, own, port);
            done = true;
        }
        if ((self || !master) && device instanceof Bridge bridge) {
            flush(bridge, null, port);
            done = true;
        }
        if (!done) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
    }

    private void flush(Bridge bridge, @Nullable BridgePort own, @Nullable NetDevice asked) {
        int number = own == null ? -1 : own.number;
        if (asked != null) {
            number = numberOf(bridge, asked);
        }
        int only = number;
        MacTable table = bridge.fdb.table;
        bridge.fdb.deleteIf(
                slot -> !vlan && (only < 0 || table.port(slot) == only) && (table.flags(slot) & mask) == flags);
    }

    private static int numberOf(Bridge bridge, NetDevice asked) {
        if (asked instanceof Bridge other) {
            if (other != bridge) {
                throw refused("bridge: Flush bridge device does not match target bridge device");
            }
            return Fdb.NO_PORT;
        }
        if (!(asked.masterPort() instanceof BridgePort port)) {
            throw refused("bridge: Flush device is not a bridge or bridge port");
        }
        if (port.bridge != bridge) {
            throw refused("bridge: Port belongs to a different bridge device");
        }
        return port.number;
    }

    private static KernelError refused(String why) {
        return new KernelError(Errno.EINVAL, why);
    }
}
