package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import org.jspecify.annotations.Nullable;

/// What a person may change at a port, whether by `ip link`, `bridge link` or `brctl` (kernel: `br_setport`).
final class PortChange {
    private static final int MOST_PRIORITY = 63;
    private static final int MOST_COST = 65535;
    private static final int MOST_ROUTER = 3;
    private static final int PAUSE = 1 << 1;

    private PortChange() {}

    static void set(BridgePort port, PortSwitch choice, boolean on) {
        port.set(choice.flag(), on);
    }

    /// @throws KernelError EBUSY while the spanning tree decides, ENETDOWN while there is no link
    static void state(BridgePort port, int number) {
        if (number >= PortState.values().length) {
            throw new KernelError(Errno.EINVAL);
        }
        PortState state = PortState.values()[number];
        if (port.bridge.tree.isEnabled()) {
            throw new KernelError(Errno.EBUSY);
        }
        if (!port.device.isUp() || !BridgePorts.isLive(port) && state != PortState.DISABLED) {
            throw new KernelError(Errno.ENETDOWN);
        }
        port.state = state;
        port.bridge.tree.portStateSelection();
    }

    static void priority(BridgePort port, int priority) {
        if (priority < 0 || priority > MOST_PRIORITY) {
            throw new KernelError(Errno.ERANGE);
        }
        port.bridge.tree.portPriority(port, priority);
    }

    static void cost(BridgePort port, int cost) {
        if (cost < 1 || cost > MOST_COST) {
            throw new KernelError(Errno.ERANGE);
        }
        port.bridge.tree.pathCost(port, cost);
    }

    /// 0 never, 1 when queries are seen, 2 always, 3 for a while.
    static void multicastRouter(BridgePort port, int mode) {
        if (mode > MOST_ROUTER) {
            throw new KernelError(Errno.EINVAL);
        }
        port.multicastRouter = mode;
    }

    static void groupForwardMask(BridgePort port, int mask) {
        if ((mask & PAUSE) != 0) {
            throw new KernelError(Errno.EINVAL);
        }
        port.groupForwardMask = mask;
    }

    /// Where packets go while this port has no carrier: a port of the same bridge.
    static void backup(BridgePort port, @Nullable NetDevice device) {
        if (device == null) {
            port.backup = null;
            return;
        }
        if (!(device.masterPort() instanceof BridgePort other)) {
            throw new KernelError(Errno.ENOENT);
        }
        if (other == port || other.bridge != port.bridge) {
            throw new KernelError(Errno.EINVAL);
        }
        port.backup = other;
    }
}
