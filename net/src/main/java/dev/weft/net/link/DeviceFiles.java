package dev.weft.net.link;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// `/sys/class/net`: a directory for each device of the namespace.
public final class DeviceFiles implements VirtualFiles {
    @Override
    public String root() {
        return "/sys/class/net";
    }

    @Override
    public @Nullable VirtualFile find(NetNamespace namespace, String path) {
        if (path.isEmpty()) {
            return new VirtualFile.Directory(() -> names(namespace));
        }
        String[] parts = path.split("/");
        NetDevice device = namespace.device(parts[0]);
        if (device == null || !device.name().equals(parts[0])) {
            return null;
        }
        return switch (parts.length) {
            case 1 -> new VirtualFile.Directory(() -> names(device));
            case 2 -> inDevice(device, parts[1]);
            default -> inDirectory(device, path.substring(parts[0].length() + 1));
        };
    }

    private static List<String> names(NetNamespace namespace) {
        return namespace.devices().stream().map(NetDevice::name).sorted().toList();
    }

    private static List<String> names(NetDevice device) {
        TreeSet<String> names = new TreeSet<>(DeviceAttributes.OWN.names(device));
        names.addAll(links(device).keySet());
        for (DeviceDirectory directory : directories(device)) {
            names.add(first(directory.name()));
        }
        return List.copyOf(names);
    }

    private static @Nullable VirtualFile inDevice(NetDevice device, String name) {
        String target = links(device).get(name);
        if (target != null) {
            return new VirtualFile.Link(target);
        }
        VirtualFile attribute = DeviceAttributes.OWN.find(device, name);
        return attribute != null ? attribute : directory(device, name);
    }

    /// A directory itself, or one that leads to others.
    private static @Nullable VirtualFile directory(NetDevice device, String path) {
        TreeSet<String> names = new TreeSet<>();
        for (DeviceDirectory directory : directories(device)) {
            if (directory.name().equals(path)) {
                names.addAll(directory.names(device));
                return new VirtualFile.Directory(() -> List.copyOf(names));
            }
            if (directory.name().startsWith(path + "/")) {
                names.add(first(directory.name().substring(path.length() + 1)));
            }
        }
        return names.isEmpty() ? null : new VirtualFile.Directory(() -> List.copyOf(names));
    }

    private static @Nullable VirtualFile inDirectory(NetDevice device, String path) {
        int slash = path.lastIndexOf('/');
        for (DeviceDirectory directory : directories(device)) {
            if (directory.name().equals(path.substring(0, slash))) {
                return directory.find(device, path.substring(slash + 1));
            }
        }
        return directory(device, path);
    }

    private static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static List<DeviceDirectory> directories(NetDevice device) {
        List<DeviceDirectory> all = new ArrayList<>();
        all.add(DeviceAttributes.STATISTICS);
        all.addAll(PowerAndQueues.directories(device));
        LinkType type = Links.typeOf(device);
        if (type != null) {
            all.addAll(type.directories());
        }
        NetDevice master = device.master();
        LinkType masterType = master == null ? null : Links.typeOf(master);
        if (masterType != null) {
            all.addAll(masterType.portDirectories());
        }
        return all;
    }

    /// Links to other devices.
    private static TreeMap<String, String> links(NetDevice device) {
        TreeMap<String, String> links = new TreeMap<>();
        links.put("subsystem", "../../net");
        NetDevice master = device.master();
        if (master != null) {
            links.put("master", "../" + master.name());
            links.put("upper_" + master.name(), "../" + master.name());
        }
        LinkType type = Links.typeOf(device);
        if (type != null && type.takesPorts()) {
            for (NetDevice port : Links.portsOf(device)) {
                links.put("lower_" + port.name(), "../" + port.name());
            }
        }
        return links;
    }
}
