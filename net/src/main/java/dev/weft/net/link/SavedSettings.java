package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetDevice.Settings;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Saves what `ip link set` can change on a device of any kind, but for its being up. Masters follow their ports in
/// some of it, and so come after them.
public final class SavedSettings implements Saver {
    private static final List<String> LINK_MODES = List.of("default", "dormant");
    private static final List<String> ADDRESS_MODES = List.of("eui64", "none", "stable_secret", "random");

    @Override
    public String title() {
        return "Settings of devices";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            List<NetDevice> devices = new ArrayList<>(namespace.devices());
            devices.sort(Comparator.comparing(SavedSettings::isMaster));
            for (NetDevice device : devices) {
                NetDevice copy = script.copyOf(device);
                if (copy != null) {
                    save(script, device, copy);
                }
            }
        }
    }

    private static boolean isMaster(NetDevice device) {
        LinkType type = Links.typeOf(device);
        return type != null && type.takesPorts();
    }

    private static void save(Rebuild script, NetDevice device, NetDevice copy) {
        List<String> changes = new Differences(device, copy).words();
        if (!changes.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("ip", "link", "set", "dev", device.name()));
            command.addAll(changes);
            script.run(device.namespace(), command);
        }
        for (String name : device.alternativeNames()) {
            if (!copy.alternativeNames().contains(name)) {
                script.run(
                        device.namespace(),
                        List.of("ip", "link", "property", "add", "dev", device.name(), "altname", name));
            }
        }
    }

    /// The words that give the copy what it lacks.
    private static final class Differences {
        private final NetDevice device;
        private final NetDevice copy;
        private final List<String> words = new ArrayList<>();

        Differences(NetDevice device, NetDevice copy) {
            this.device = device;
            this.copy = copy;
        }

        List<String> words() {
            if (!isAddressChosen()) {
                value("address", each -> MacAddress.toString(each.address()));
            }
            value("broadcast", each -> MacAddress.toString(each.broadcast()));
            value("mtu", NetDevice::mtu);
            setting("txqueuelen", Settings::txQueueLength);
            setting("group", Settings::group);
            value("alias", each -> Objects.requireNonNullElse(each.settings().alias(), ""));
            flag("arp", NetDevice.IFF_NOARP, true);
            flag("multicast", NetDevice.IFF_MULTICAST, false);
            flag("dynamic", NetDevice.IFF_DYNAMIC, false);
            flag("trailers", NetDevice.IFF_NOTRAILERS, true);
            requested("promisc", NetDevice.IFF_PROMISC);
            requested("allmulticast", NetDevice.IFF_ALLMULTI);
            setting("mode", settings -> LINK_MODES.get(settings.linkMode()));
            setting("addrgenmode", settings -> ADDRESS_MODES.get(settings.addressGenerationMode()));
            setting("gso_max_size", Settings::gsoMaxSize);
            setting("gso_max_segs", Settings::gsoMaxSegments);
            setting("gro_max_size", Settings::groMaxSize);
            LinkType type = Links.typeOf(device);
            if (type != null && type.takesCarrier()) {
                value("carrier", each -> onOff(each.hasCarrier()));
            }
            return words;
        }

        private boolean isAddressChosen() {
            LinkType type = Links.typeOf(device);
            return device.hardwareType() == NetDevice.ARPHRD_NONE
                    || type != null
                            && type.choosesAddress()
                            && !device.settings().isAddressAssignedByUser();
        }

        private void value(String word, Function<NetDevice, @Nullable Object> get) {
            String wanted = String.valueOf(get.apply(device));
            if (!wanted.equals(String.valueOf(get.apply(copy)))) {
                words.add(word);
                words.add(wanted);
            }
        }

        private void setting(String word, Function<Settings, Object> get) {
            value(word, each -> get.apply(each.settings()));
        }

        private void flag(String word, int flag, boolean inverted) {
            value(word, each -> onOff(each.has(flag) != inverted));
        }

        /// As a person asked for it: ports of a bridge hear everything anyway.
        private void requested(String word, int flag) {
            setting(word, settings -> onOff((settings.requestedFlags() & flag) != 0));
        }

        private static String onOff(boolean on) {
            return on ? "on" : "off";
        }
    }
}
