package dev.weft.net.sysctl;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Sysctl;
import dev.weft.net.namespace.SysctlTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A directory with one directory of kept settings for each device, and those for `all` devices and for `default`.
///
/// A new device begins with the defaults of that moment. Only what differs from them takes room.
final class KeptDeviceTable implements SysctlTable {
    /// What depends on the kind of table.
    interface Special {
        /// The directories beside those of devices.
        List<String> general(NetNamespace namespace);

        /// The value for all devices that nobody has set.
        default String initialForAll(KeptSetting setting) {
            return setting.initial();
        }

        /// The value of a device that nobody has set.
        String initial(KeptSetting setting, NetDevice device);
    }

    /// What a namespace keeps.
    private static final class Values {
        final Map<String, String> all = new HashMap<>();
        Map<String, String> defaults = Map.of();
    }

    /// What a device keeps, while it is in this namespace.
    private record DeviceValues(NetNamespace namespace, Map<String, String> values) {}

    private final NamespaceKey<Values> key;
    private final DeviceKey<DeviceValues> deviceKey;
    private final String directory;
    private final Set<String> spreading;
    private final Special special;
    private final List<Sysctl> entries;

    /// @param spreading settings that go to every device and to the default when they are set for all
    KeptDeviceTable(String directory, Set<String> spreading, Special special, String lines) {
        this.key = new NamespaceKey<>(directory, ns -> new Values());
        this.deviceKey = new DeviceKey<>(directory, this::fresh);
        this.directory = directory;
        this.spreading = spreading;
        this.special = special;
        this.entries = KeptSetting.table(lines).stream()
                .map(setting -> new Sysctl(setting.name(), setting.mode(), new Kept(setting)))
                .toList();
    }

    private DeviceValues fresh(NetDevice device) {
        return new DeviceValues(
                device.namespace(), new HashMap<>(device.namespace().get(key).defaults));
    }

    @Override
    public String directory() {
        return directory;
    }

    @Override
    public boolean hasInstances() {
        return true;
    }

    @Override
    public List<String> instances(NetNamespace namespace) {
        List<String> names = new ArrayList<>(special.general(namespace));
        namespace.devices().forEach(device -> names.add(device.name()));
        return names;
    }

    @Override
    public List<Sysctl> entries(NetNamespace namespace, String instance) {
        return entries;
    }

    /// The device's own values; null while they are the defaults.
    private Map<String, String> own(NetDevice device) {
        DeviceValues kept = device.peek(deviceKey);
        return kept != null && kept.namespace() == device.namespace()
                ? kept.values()
                : device.namespace().get(key).defaults;
    }

    private Map<String, String> ownToChange(NetDevice device) {
        DeviceValues kept = device.get(deviceKey);
        if (kept.namespace() != device.namespace()) {
            device.forget(deviceKey);
            kept = device.get(deviceKey);
        }
        return kept.values();
    }

    private final class Kept implements Sysctl.Access {
        private final KeptSetting setting;
        private final String name;

        Kept(KeptSetting setting) {
            this.setting = setting;
            this.name = setting.name();
        }

        @Override
        public String read(NetNamespace namespace, String instance) {
            Values values = namespace.get(key);
            return switch (instance) {
                case "all" -> values.all.getOrDefault(name, special.initialForAll(setting));
                case "default" -> values.defaults.getOrDefault(name, setting.initial());
                default -> {
                    NetDevice device = device(namespace, instance);
                    String own = own(device).get(name);
                    yield own != null ? own : special.initial(setting, device);
                }
            };
        }

        @Override
        public void write(NetNamespace namespace, String instance, String text) {
            String value = setting.rule().accept(text, read(namespace, instance));
            Values values = namespace.get(key);
            switch (instance) {
                case "all" -> {
                    values.all.put(name, value);
                    if (spreading.contains(name)) {
                        setDefault(namespace, values, value);
                        namespace
                                .devices()
                                .forEach(device -> ownToChange(device).put(name, value));
                    }
                }
                case "default" -> setDefault(namespace, values, value);
                default -> ownToChange(device(namespace, instance)).put(name, value);
            }
        }

        /// Devices that are there already stay as they are.
        private void setDefault(NetNamespace namespace, Values values, String value) {
            namespace.devices().forEach(KeptDeviceTable.this::ownToChange);
            Map<String, String> changed = new HashMap<>(values.defaults);
            changed.put(name, value);
            values.defaults = Map.copyOf(changed);
        }
    }

    private static NetDevice device(NetNamespace namespace, String name) {
        return Objects.requireNonNull(namespace.device(name), name);
    }
}
