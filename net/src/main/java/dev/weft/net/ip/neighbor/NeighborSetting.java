package dev.weft.net.ip.neighbor;

import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.SysctlNumber;
import java.util.List;

/// What can be set for the neighbours of a device (`net.ipv4.neigh`; kernel: `NEIGH_VAR_*`). Times are in jiffies.
public enum NeighborSetting {
    ANYCAST_DELAY("anycast_delay", Jiffies.HZ, SysctlNumber.CENTISECONDS),
    APP_SOLICIT("app_solicit", 0, SysctlNumber.NOT_NEGATIVE),
    BASE_REACHABLE_TIME("base_reachable_time_ms", 30 * Jiffies.HZ, SysctlNumber.MILLISECONDS),
    DELAY_FIRST_PROBE_TIME("delay_first_probe_time", 5 * Jiffies.HZ, SysctlNumber.SECONDS),
    GC_STALE_TIME("gc_stale_time", 60 * Jiffies.HZ, SysctlNumber.SECONDS),
    INTERVAL_PROBE_TIME(
            "interval_probe_time_ms",
            5 * Jiffies.HZ,
            new SysctlNumber(SysctlNumber.Unit.MILLISECONDS, 1, 0xffff_ffffL)),
    LOCKTIME("locktime", Jiffies.HZ, SysctlNumber.CENTISECONDS),
    MCAST_RESOLICIT("mcast_resolicit", 0, SysctlNumber.NOT_NEGATIVE),
    MCAST_SOLICIT("mcast_solicit", 3, SysctlNumber.NOT_NEGATIVE),
    PROXY_DELAY("proxy_delay", 8 * Jiffies.HZ / 10, SysctlNumber.CENTISECONDS),
    PROXY_QLEN("proxy_qlen", 64, SysctlNumber.NOT_NEGATIVE),
    RETRANS_TIME("retrans_time_ms", Jiffies.HZ, SysctlNumber.MILLISECONDS),
    UCAST_SOLICIT("ucast_solicit", 3, SysctlNumber.NOT_NEGATIVE),
    UNRES_QLEN_BYTES("unres_qlen_bytes", 212_992, SysctlNumber.NOT_NEGATIVE);

    static final List<NeighborSetting> ALL = List.of(values());

    private final String fileName;
    private final int initial;
    private final SysctlNumber number;

    NeighborSetting(String fileName, int initial, SysctlNumber number) {
        this.fileName = fileName;
        this.initial = initial;
        this.number = number;
    }

    public String fileName() {
        return fileName;
    }

    int initial() {
        return initial;
    }

    public SysctlNumber number() {
        return number;
    }
}
