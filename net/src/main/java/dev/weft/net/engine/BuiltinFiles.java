package dev.weft.net.engine;

import dev.weft.core.files.VirtualFiles;
import dev.weft.net.link.DeviceFiles;
import dev.weft.net.namespace.SysctlFiles;
import dev.weft.net.proc.ProcNet;
import java.util.List;

/// Every directory of the kernel's that a namespace shows in its own way.
public final class BuiltinFiles {
    public static final List<VirtualFiles> ALL = List.of(new SysctlFiles(), new DeviceFiles(), new ProcNet());

    private BuiltinFiles() {}
}
