package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.Comparator;
import java.util.List;

/// Saves the settings of bridges, and their ports in the order of their numbers.
public final class SavedBridges implements Saver {
    @Override
    public String title() {
        return "Bridges and their ports";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            for (NetDevice device : namespace.devices()) {
                if (device instanceof Bridge bridge && script.copyOf(device) instanceof Bridge copy) {
                    saveSettings(script, bridge, copy);
                    savePorts(script, bridge, copy);
                }
            }
        }
    }

    private static void saveSettings(Rebuild script, Bridge bridge, Bridge copy) {
        StringBuilder changes = new StringBuilder();
        for (BridgeAttribute attribute : BridgeAttribute.values()) {
            long wanted = attribute.own(bridge);
            if (wanted != attribute.own(copy)) {
                changes.append(' ').append(attribute.word()).append(' ').append(Long.toUnsignedString(wanted));
            }
        }
        if (bridge.stored.groupAddress != copy.stored.groupAddress) {
            changes.append(" group_address ").append(MacAddress.toString(bridge.stored.groupAddress));
        }
        if (!changes.isEmpty()) {
            script.run(bridge.namespace(), "ip link set dev " + bridge.name() + " type bridge" + changes);
        }
    }

    private static void savePorts(Rebuild script, Bridge bridge, Bridge copy) {
        List<BridgePort> ports = bridge.ports().stream()
                .sorted(Comparator.comparingInt(port -> port.number))
                .toList();
        for (BridgePort port : ports) {
            script.run(bridge.namespace(), "ip link set dev " + port.name() + " master " + bridge.name());
        }
        for (BridgePort port : ports) { // a port may name another as its backup
            NetDevice twin = script.copyOf(port.device);
            if (twin != null && twin.masterPort() instanceof BridgePort there && there.bridge == copy) {
                saveOptions(script, port, there);
            }
        }
    }

    private static void saveOptions(Rebuild script, BridgePort port, BridgePort copy) {
        StringBuilder changes = new StringBuilder();
        number(changes, "priority", port.priority, copy.priority);
        if (port.has(PortFlag.ADMIN_COST)) {
            number(changes, "cost", port.pathCost, copy.has(PortFlag.ADMIN_COST) ? copy.pathCost : -1);
        }
        number(changes, "mcast_router", port.multicastRouter, copy.multicastRouter);
        number(changes, "group_fwd_mask", port.groupForwardMask, copy.groupForwardMask);
        for (PortSwitch choice : PortSwitch.values()) {
            boolean another = choice != PortSwitch.MCAST_FAST_LEAVE; // a second word for the same
            if (another && choice.isOn(port) != choice.isOn(copy)) {
                changes.append(' ').append(choice.word()).append(choice.isOn(port) ? " on" : " off");
            }
        }
        if (port.backup != null) {
            changes.append(" backup_port ").append(port.backup.name());
        }
        if (!changes.isEmpty()) {
            script.run(port.device.namespace(), "ip link set dev " + port.name() + " type bridge_slave" + changes);
        }
    }

    private static void number(StringBuilder changes, String word, int wanted, int present) {
        if (wanted != present) {
            changes.append(' ').append(word).append(' ').append(wanted);
        }
    }
}
