package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.time.Timer;
import dev.weft.net.link.AttributeGroup;
import dev.weft.net.link.DeviceAttribute;
import dev.weft.net.link.DeviceDirectory;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

/// `/sys/class/net/PORT/brport` (kernel: br_sysfs_if.c).
final class PortFiles {
    static final DeviceDirectory DIRECTORY = new AttributeGroup(
            "brport",
            List.of(
                    DeviceAttribute.text("backup_port", PortFiles::backup, PortFiles::backup),
                    choice("bpdu_guard", PortSwitch.GUARD),
                    choice("broadcast_flood", PortSwitch.BCAST_FLOOD),
                    shown("change_ack", port -> BridgeFiles.bit(port.topologyChangeAcknowledge)),
                    shown("config_pending", port -> BridgeFiles.bit(port.configPending)),
                    shown("designated_bridge", port -> BridgeFiles.id(port.designatedBridge)),
                    shown("designated_cost", port -> "" + port.designatedCost),
                    shown("designated_port", port -> "" + port.designatedPort),
                    shown("designated_root", port -> BridgeFiles.id(port.designatedRoot)),
                    DeviceAttribute.writeOnly("flush", (device, any) -> flush(port(device))),
                    timer("forward_delay_timer", port -> port.forwardDelayTimer),
                    DeviceAttribute.text(
                            "group_fwd_mask",
                            device -> "0x" + Integer.toHexString(port(device).groupForwardMask),
                            (device, text) -> change(device, number(text), PortChange::groupForwardMask)),
                    choice("hairpin_mode", PortSwitch.HAIRPIN),
                    timer("hold_timer", port -> port.holdTimer),
                    choice("isolated", PortSwitch.ISOLATED),
                    choice("learning", PortSwitch.LEARNING),
                    timer("message_age_timer", port -> port.messageAgeTimer),
                    choice("multicast_fast_leave", PortSwitch.FASTLEAVE),
                    choice("multicast_flood", PortSwitch.MCAST_FLOOD),
                    number("multicast_router", port -> port.multicastRouter, PortChange::multicastRouter),
                    choice("multicast_to_unicast", PortSwitch.MCAST_TO_UNICAST),
                    choice("neigh_suppress", PortSwitch.NEIGH_SUPPRESS),
                    number("path_cost", port -> port.pathCost, PortChange::cost),
                    shown("port_id", port -> "0x" + Integer.toHexString(port.id())),
                    shown("port_no", port -> "0x" + Integer.toHexString(port.number)),
                    number("priority", port -> port.priority, PortChange::priority),
                    choice("proxyarp", PortSwitch.PROXY_ARP),
                    choice("proxyarp_wifi", PortSwitch.PROXY_ARP_WIFI),
                    choice("root_block", PortSwitch.ROOT_BLOCK),
                    shown("state", port -> "" + port.state.ordinal()),
                    choice("unicast_flood", PortSwitch.FLOOD)));

    private PortFiles() {}

    private static BridgePort port(NetDevice device) {
        if (device.masterPort() instanceof BridgePort port) {
            return port;
        }
        throw new KernelError(Errno.EINVAL);
    }

    private static DeviceAttribute shown(String name, Function<BridgePort, String> show) {
        return DeviceAttribute.readOnly(name, device -> show.apply(port(device)));
    }

    private static DeviceAttribute timer(String name, Function<BridgePort, Timer> timer) {
        return shown(name, port -> "" + BridgeFiles.left(timer.apply(port), port.bridge));
    }

    private static DeviceAttribute choice(String name, PortSwitch choice) {
        return number(
                name, port -> choice.isOn(port) ? 1 : 0, (port, value) -> PortChange.set(port, choice, value != 0));
    }

    private static DeviceAttribute number(
            String name, ToIntFunction<BridgePort> show, ObjIntConsumer<BridgePort> store) {
        return DeviceAttribute.number(
                name, device -> show.applyAsInt(port(device)), (device, value) -> change(device, value, store));
    }

    private static long number(String text) {
        return DeviceAttribute.number(text);
    }

    private static void change(NetDevice device, long value, ObjIntConsumer<BridgePort> store) {
        BridgePort port = port(device);
        store.accept(port, (int) Math.min(value, Integer.MAX_VALUE));
        port.bridge.announce(port, false);
    }

    private static void flush(BridgePort port) {
        port.bridge.fdb.deleteByPort(port, false);
    }

    private static String backup(NetDevice device) {
        BridgePort backup = port(device).backup;
        return backup == null ? "" : backup.name();
    }

    private static void backup(NetDevice device, String text) {
        String name = text.strip();
        NetDevice wanted = name.isEmpty() ? null : device.namespace().device(name);
        if (wanted == null && !name.isEmpty()) {
            throw new KernelError(Errno.EINVAL);
        }
        BridgePort port = port(device);
        PortChange.backup(port, wanted);
        port.bridge.announce(port, false);
    }
}
