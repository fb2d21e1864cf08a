package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;

/// What the words behind `type KIND` ask for: read, and not yet done.
public interface LinkOptions {
    /// Checks what can be checked and makes the device, and its peer if it has one (kernel: `newlink` up to
    /// `register_netdevice`).
    ///
    /// @return the device, configured by [LinkRequest#configure] and not yet registered
    NetDevice create(LinkRequest request);

    /// The device has been registered: the rest of what was asked is done now.
    default void created(NetDevice device) {}

    /// `ip link set DEV type KIND …` (kernel: `changelink`).
    default void change(NetDevice device) {
        throw new KernelError(Errno.EOPNOTSUPP);
    }

    /// Was anything said at all? Without it nothing is changed.
    default boolean isEmpty() {
        return false;
    }
}
