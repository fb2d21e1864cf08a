package dev.weft.core.packet;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;

/// Opens the far ends of devices: whoever assembles a network decides what it may reach.
public interface FarEnds {
    /// A network that reaches nothing outside of itself.
    FarEnds NONE = request -> {
        throw new KernelError(Errno.EPERM, "this network is not to reach the host: use weft up, or weft run --attach");
    };

    /// @throws KernelError when it cannot be opened
    FarEnd open(Request request);

    /// Which device of the host.
    ///
    /// @param ethernet frames with a link-layer header (TAP), or bare IP (TUN)
    /// @param device its name on the host
    /// @param namespacePath a file that stands for the network namespace it is in; empty for the engine's own
    record Request(boolean ethernet, String device, String namespacePath) {}
}
