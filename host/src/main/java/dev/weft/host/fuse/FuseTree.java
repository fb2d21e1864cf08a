package dev.weft.host.fuse;

import dev.weft.core.errno.Errno;
import dev.weft.core.files.VirtualFile;
import org.jspecify.annotations.Nullable;

/// The files that a mount shows, which may differ from one process to the next.
public interface FuseTree {
    /// @param pid who looks, as the process that mounted it sees it
    /// @param path below the mount's root, which is the empty path
    @Nullable
    VirtualFile find(int pid, String path);

    /// How making a file there is refused.
    Errno creationRefusal();
}
