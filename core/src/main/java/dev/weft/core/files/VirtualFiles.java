package dev.weft.core.files;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import org.jspecify.annotations.Nullable;

/// A directory of the kernel's that every namespace sees in its own way. All is called under the network's control.
public interface VirtualFiles {
    /// Where it stands: `/proc/net`, `/proc/sys/net`, `/sys/class/net`.
    String root();

    /// What is at a path below the root, as the namespace sees it; null for nothing.
    ///
    /// @param path such as `ipv4/ip_forward`; empty for the root itself
    @Nullable
    VirtualFile find(NetNamespace namespace, String path);

    /// How the kernel refuses to make a file there that does not exist.
    default Errno creationRefusal() {
        return Errno.EACCES;
    }
}
