package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;

/// Saves which devices are up.
public final class SavedStates implements Saver {
    @Override
    public String title() {
        return "Up";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            for (NetDevice device : namespace.devices()) {
                NetDevice copy = script.copyOf(device);
                if (copy != null && device.isUp() && !copy.isUp()) {
                    script.run(namespace, "ip link set dev " + device.name() + " up");
                }
            }
        }
    }
}
