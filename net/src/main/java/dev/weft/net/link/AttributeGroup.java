package dev.weft.net.link;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.packet.NetDevice;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory of attributes (kernel: `struct attribute_group`).
public final class AttributeGroup implements DeviceDirectory {
    private final String name;
    private final TreeMap<String, DeviceAttribute> attributes = new TreeMap<>();
    private final List<String> names;

    public AttributeGroup(String name, List<DeviceAttribute> attributes) {
        this.name = name;
        attributes.forEach(attribute -> this.attributes.put(attribute.name(), attribute));
        this.names = List.copyOf(this.attributes.keySet());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> names(NetDevice device) {
        return names;
    }

    @Override
    public @Nullable VirtualFile find(NetDevice device, String file) {
        DeviceAttribute attribute = attributes.get(file);
        return attribute == null ? null : attribute.file(device);
    }
}
