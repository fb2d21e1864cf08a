package dev.weft.net.link.bridge;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.DeviceDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/sys/class/net/DEV/brif`: a link to each port's own files.
final class PortLinks implements DeviceDirectory {
    @Override
    public String name() {
        return "brif";
    }

    @Override
    public List<String> names(NetDevice device) {
        return ((Bridge) device).ports().stream().map(BridgePort::name).sorted().toList();
    }

    @Override
    public @Nullable VirtualFile find(NetDevice device, String name) {
        return names(device).contains(name) ? new VirtualFile.Link("../../" + name + "/brport") : null;
    }
}
