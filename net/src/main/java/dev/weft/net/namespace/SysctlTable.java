package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;
import java.util.List;

/// A directory under `/proc/sys` with the files in it, or a directory of such directories, one for each device (kernel:
/// `register_net_sysctl`).
public interface SysctlTable {
    /// Where it is, without a slash at the end: `net/ipv4/conf`.
    String directory();

    /// The directories between [#directory] and the files, such as `all`, `default`, `eth0`; empty where the files lie
    /// in it directly.
    default List<String> instances(NetNamespace namespace) {
        return List.of();
    }

    /// Do the files lie in directories of their own?
    default boolean hasInstances() {
        return false;
    }

    /// The files, by rising name.
    List<Sysctl> entries(NetNamespace namespace, String instance);
}
