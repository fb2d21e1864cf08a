package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.graph.DeviceFeatures;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.OperState;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.link.LinkMessage;
import dev.weft.net.link.LinkUsers;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;
import java.util.Arrays;

/// How devices become ports of a bridge, cease to be, and what the bridge does when something happens to one (kernel:
/// br_if.c, `br_device_event`).
public final class BridgePorts {
    private static final int DEFAULT_COST = 100;

    /// Tells bridges what happens to their ports.
    public static final Notifier.Listener WATCHER = BridgePorts::happened;

    private BridgePorts() {}

    // ---- joining and leaving

    /// kernel: `br_add_if`
    static void add(Bridge bridge, NetDevice device) {
        if (device.has(NetDevice.IFF_LOOPBACK)
                || device.hardwareType() != NetDevice.ARPHRD_ETHER
                || !new MacAddress(device.address()).isValid()) {
            throw new KernelError(Errno.EINVAL);
        }
        if (device instanceof Bridge) {
            throw new KernelError(Errno.ELOOP, "Can not enslave a bridge to a bridge");
        }
        if (device.master() != null) {
            throw new KernelError(Errno.EBUSY);
        }
        int number = bridge.freeNumber();
        if (number == 0) {
            throw new KernelError(Errno.E2BIG);
        }
        BridgePort port = new BridgePort(bridge, device, number);
        port.pathCost = costOf(device);
        bridge.tree.initPort(port);
        port.state = PortState.DISABLED;
        LinkUsers.allMulticast(device, 1);
        bridge.add(port);
        Links.tie(device, bridge, port);
        DeviceFeatures.takeOver(Network.of(bridge.namespace()).plan(), device, BridgeInput.NAME);
        LinkUsers.promiscuity(device, 1);
        featuresChanged(bridge, 1);
        bridge.fdb.addLocal(port, device.address());
        boolean readdressed = recalculateId(bridge);
        if (isLive(port) && bridge.isUp()) {
            bridge.tree.enablePort(port);
        }
        bridge.announce(port, false);
        if (readdressed) {
            Links.addressChanged(bridge);
        }
        adjustMtu(bridge);
    }

    /// kernel: `br_del_if`
    static void remove(Bridge bridge, BridgePort port) {
        detach(bridge, port);
        adjustMtu(bridge);
        if (recalculateId(bridge)) {
            Links.addressChanged(bridge);
        }
    }

    /// kernel: `del_nbp`
    static void detach(Bridge bridge, BridgePort port) {
        NetDevice device = port.device;
        LinkUsers.promiscuity(device, -1);
        LinkUsers.allMulticast(device, -1);
        bridge.tree.disablePort(port);
        bridge.announce(port, true);
        bridge.fdb.deleteByPort(port, true);
        bridge.remove(port);
        DeviceFeatures.handBack(device);
        Links.tie(device, null, null);
        featuresChanged(bridge, 0);
    }

    // ---- what the bridge takes from its ports

    /// With the first port, and when the last one is gone, the bridge can do other things (kernel:
    /// `br_features_recompute`).
    private static void featuresChanged(Bridge bridge, int ports) {
        if (bridge.ports().size() == ports) {
            Network.of(bridge.namespace())
                    .notifier()
                    .publish(new LinkMessage(bridge, bridge.namespace(), false, "FEATURE CHANGE"));
        }
    }

    /// Without an address of a person's the bridge has the lowest of its ports' (kernel:
    /// `br_stp_recalculate_bridge_id`).
    ///
    /// @return has it changed?
    private static boolean recalculateId(Bridge bridge) {
        if (bridge.settings().isAddressAssignedByUser()) {
            return false;
        }
        long lowest = Arrays.stream(bridge.floodOrder())
                .mapToLong(port -> port.device.address())
                .min()
                .orElse(0);
        if (lowest == (bridge.tree.bridgeId() & MacAddress.BROADCAST.bits())) {
            return false;
        }
        bridge.tree.address(lowest);
        return true;
    }

    /// Without an MTU of a person's the bridge has the smallest of its ports' (kernel: `br_mtu_auto_adjust`).
    private static void adjustMtu(Bridge bridge) {
        if (!bridge.mtuGiven) {
            int smallest = Arrays.stream(bridge.floodOrder())
                    .mapToInt(port -> port.device.mtu())
                    .min()
                    .orElse(1500);
            Links.mtuFollows(bridge, smallest);
        }
    }

    /// A path's cost by the speed of the link (IEEE 802.1D-1998 table 8-5).
    static int costOf(NetDevice device) {
        return switch (device.speedMegabits()) {
            case 10_000 -> 2;
            case 5_000 -> 3;
            case 2_500, 1_000 -> 4;
            case 100 -> 19;
            case 10 -> DEFAULT_COST;
            default -> device.speedMegabits() > 10_000 ? 1 : DEFAULT_COST;
        };
    }

    /// Is the port's device up, and known to have carrier (kernel: `netif_running`, `netif_oper_up`)?
    static boolean isLive(BridgePort port) {
        OperState state = port.device.settings().operState();
        return port.device.isUp() && (state == OperState.UP || state == OperState.UNKNOWN);
    }

    // ---- what happens to ports

    private static void happened(NetEvent event) {
        if (event instanceof LinkEvent link && link.device().masterPort() instanceof BridgePort port) {
            happened(link.kind(), port);
        }
    }

    private static void happened(LinkEvent.Kind kind, BridgePort port) {
        Bridge bridge = port.bridge;
        switch (kind) {
            case CHANGE_MTU -> {
                port.mtuChanged();
                adjustMtu(bridge);
            }
            case CHANGE_ADDRESS -> {
                bridge.fdb.portAddressed(port, port.device.address());
                if (recalculateId(bridge)) {
                    Links.addressChanged(bridge);
                }
                bridge.announce(port, false);
            }
            case CHANGE -> checkCarrier(port);
            case UP -> {
                if (bridge.isUp() && isLive(port)) {
                    bridge.tree.enablePort(port);
                } else {
                    bridge.announce(port, false);
                }
            }
            case DOWN -> {
                if (bridge.isUp()) {
                    bridge.tree.disablePort(port);
                } else {
                    bridge.announce(port, false);
                }
            }
            case UNREGISTER -> remove(bridge, port);
            case REGISTER, GOING_DOWN, CHANGE_NAME, CHANGE_MASTER -> {}
        }
    }

    /// kernel: `br_port_carrier_check`
    private static void checkCarrier(BridgePort port) {
        Bridge bridge = port.bridge;
        boolean live = isLive(port);
        if (live && !port.has(PortFlag.ADMIN_COST)) {
            port.pathCost = costOf(port.device);
        }
        if (bridge.isUp() && live && port.state == PortState.DISABLED) {
            bridge.tree.enablePort(port);
        } else if (bridge.isUp() && !live && port.state != PortState.DISABLED) {
            bridge.tree.disablePort(port);
        } else {
            bridge.announce(port, false);
        }
    }
}
