package dev.weft.net.link;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.packet.NetDevice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory among the files that `/sys/class/net` shows of a device: `statistics`, `bridge`, `brport`.
public interface DeviceDirectory {
    String name();

    /// What is in it, by rising name.
    List<String> names(NetDevice device);

    @Nullable
    VirtualFile find(NetDevice device, String name);
}
