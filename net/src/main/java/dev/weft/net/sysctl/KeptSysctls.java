package dev.weft.net.sysctl;

import dev.weft.net.namespace.SysctlTable;
import dev.weft.net.sysctl.KeptTable.Where;
import java.util.List;

/// Settings that scripts read and write although nothing here depends on them (yet): they are kept, with the values and
/// the bounds that Linux 6.18 has.
public final class KeptSysctls {
    public static final List<SysctlTable> ALL = List.of(
            new KeptTable("net/bridge", Where.EVERYWHERE, CoreSettings.BRIDGE),
            new KeptTable("net/core", Where.EVERYWHERE, CoreSettings.CORE),
            new KeptTable("net/core", Where.INITIAL, CoreSettings.CORE_INITIAL),
            new KeptTable("net/core", Where.OTHERS, CoreSettings.CORE_OTHERS),
            new KeptTable("net/ipv4", Where.EVERYWHERE, TcpSettings.TABLE),
            new KeptTable("net/ipv4", Where.INITIAL, TcpSettings.INITIAL),
            new KeptTable("net/ipv6", Where.EVERYWHERE, Ip6Settings.GLOBAL),
            new KeptTable("net/ipv6", Where.INITIAL, Ip6Settings.GLOBAL_INITIAL),
            new KeptTable("net/ipv6/icmp", Where.EVERYWHERE, Ip6Settings.ICMP),
            new KeptTable("net/ipv6/route", Where.EVERYWHERE, Ip6Settings.ROUTE),
            Ip6Settings.CONF,
            Ip6Settings.NEIGH,
            new KeptTable("net/ipv6/neigh/default", Where.INITIAL, Ip6Settings.NEIGH_INITIAL),
            new KeptTable("net/mptcp", Where.EVERYWHERE, CoreSettings.MPTCP),
            new KeptTable("net/unix", Where.EVERYWHERE, CoreSettings.UNIX));

    private KeptSysctls() {}
}
