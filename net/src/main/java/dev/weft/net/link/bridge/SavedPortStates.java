package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;

/// Saves the states that people gave to ports, where no spanning tree decides.
public final class SavedPortStates implements Saver {
    @Override
    public String title() {
        return "States of ports";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            for (NetDevice device : namespace.devices()) {
                NetDevice twin = script.copyOf(device);
                if (device.masterPort() instanceof BridgePort port
                        && twin != null
                        && twin.masterPort() instanceof BridgePort copy) {
                    save(script, port, copy);
                }
            }
        }
    }

    private static void save(Rebuild script, BridgePort port, BridgePort copy) {
        boolean mayBeSet = BridgePorts.isLive(port) && BridgePorts.isLive(copy) && !port.bridge.tree.isEnabled();
        if (mayBeSet && port.state != copy.state) {
            script.run(
                    port.device.namespace(), "bridge link set dev " + port.name() + " state " + port.state.ordinal());
        }
    }
}
