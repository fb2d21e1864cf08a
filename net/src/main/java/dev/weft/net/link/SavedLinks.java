package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.ArrayList;
import java.util.List;

/// Saves the devices: each kind makes its own again, with the same index and hardware address.
public final class SavedLinks implements Saver {
    @Override
    public String title() {
        return "Devices";
    }

    /// Those that get an index by themselves come when all others have theirs.
    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            save(script, namespace, true);
            save(script, namespace, false);
        }
    }

    private static void save(Rebuild script, NetNamespace namespace, boolean indexed) {
        for (NetDevice device : namespace.devices()) {
            LinkType type = Links.typeOf(device);
            if (type != null && type.takesIndex() == indexed && script.copyOf(device) == null) {
                type.save(device, script);
            }
        }
    }

    /// The words of `ip link add` that say which device it is.
    public static List<String> identity(NetDevice device, LinkType type) {
        List<String> words = new ArrayList<>(List.of("name", device.name(), "index", Integer.toString(device.index())));
        NetDevice.Settings settings = device.settings();
        boolean itsOwn = !type.choosesAddress() || settings.isAddressAssignedByUser();
        if (itsOwn && device.hardwareType() == NetDevice.ARPHRD_ETHER) {
            words.addAll(List.of("address", MacAddress.toString(device.address())));
        }
        if (settings.transmitQueues() != type.queues()) {
            words.addAll(List.of("numtxqueues", Integer.toString(settings.transmitQueues())));
        }
        if (settings.receiveQueues() != type.queues()) {
            words.addAll(List.of("numrxqueues", Integer.toString(settings.receiveQueues())));
        }
        return words;
    }
}
