package dev.weft.net.engine;

import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.v4.Ip4Sysctls;
import dev.weft.net.namespace.SysctlTable;
import dev.weft.net.netfilter.conntrack.ConntrackSysctls;
import dev.weft.net.sysctl.KeptSysctls;
import java.util.List;
import java.util.stream.Stream;

/// Every directory under `/proc/sys` that is built in.
public final class BuiltinSysctls {
    public static final List<SysctlTable> ALL = Stream.concat(
                    Stream.of(
                            Ip4Sysctls.GLOBAL,
                            Ip4Sysctls.ROUTE,
                            Ip4Sysctls.CONF,
                            ArpTable.SYSCTLS,
                            ConntrackSysctls.INSTANCE),
                    KeptSysctls.ALL.stream())
            .toList();

    private BuiltinSysctls() {}
}
