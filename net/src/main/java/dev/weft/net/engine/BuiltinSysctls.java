package dev.weft.net.engine;

import dev.weft.net.ip.v4.Ip4Sysctls;
import dev.weft.net.namespace.SysctlTable;
import java.util.List;

/// Every directory under `/proc/sys` that is built in.
public final class BuiltinSysctls {
    public static final List<SysctlTable> ALL = List.of(Ip4Sysctls.GLOBAL, Ip4Sysctls.ROUTE, Ip4Sysctls.CONF);

    private BuiltinSysctls() {}
}
