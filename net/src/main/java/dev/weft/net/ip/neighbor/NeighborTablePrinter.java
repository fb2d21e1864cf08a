package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.TextColor;
import dev.weft.net.namespace.Jiffies;
import org.jspecify.annotations.Nullable;

/// Prints the settings of neighbour tables as `ip ntable` does (iproute2: `print_ntable`).
final class NeighborTablePrinter {
    private static final long MILLI = 1_000_000;

    private final IpPrinter out;
    private final IpOptions options;

    NeighborTablePrinter(IpPrinter out, IpOptions options) {
        this.out = out;
        this.options = options;
    }

    /// @param device whose settings they are; null for the table's own and those of new devices
    void print(NeighborTable table, @Nullable NetDevice device) {
        NeighborThresholds all = table.thresholds();
        NeighborParameters of = device == null ? all.defaults() : table.parameters(device);
        out.openObject();
        out.print("family", "%s ", table.protocol().family().word());
        out.print("name", "%s ", table.protocol().tableName());
        out.newLine();
        if (device == null) {
            thresholds(all);
        } else {
            out.print(TextColor.IFNAME, "dev", "    dev %s ", device.name());
            out.newLine();
        }
        out.text("    ");
        out.print("refcnt", "refcnt %d ", 1);
        out.print("reachable", "reachable %d ", of.reachableNanos(table.now()) / MILLI);
        millis("base_reachable", of, NeighborSetting.BASE_REACHABLE_TIME);
        millis("retrans", of, NeighborSetting.RETRANS_TIME);
        out.newLine();
        out.text("    ");
        millis("gc_stale", of, NeighborSetting.GC_STALE_TIME);
        millis("delay_probe", of, NeighborSetting.DELAY_FIRST_PROBE_TIME);
        number("queue", of.get(NeighborSetting.UNRES_QLEN_BYTES) / NeighborSysctls.FRAME_BYTES);
        out.newLine();
        out.text("    ");
        number("app_probes", of.get(NeighborSetting.APP_SOLICIT));
        number("ucast_probes", of.get(NeighborSetting.UCAST_SOLICIT));
        number("mcast_probes", of.get(NeighborSetting.MCAST_SOLICIT));
        out.newLine();
        out.text("    ");
        millis("anycast_delay", of, NeighborSetting.ANYCAST_DELAY);
        millis("proxy_delay", of, NeighborSetting.PROXY_DELAY);
        number("proxy_queue", of.get(NeighborSetting.PROXY_QLEN));
        millis("locktime", of, NeighborSetting.LOCKTIME);
        out.newLine();
        if (device == null && options.showsStatistics()) {
            statistics(table);
        }
        out.text("\n");
        out.closeObject();
    }

    private void thresholds(NeighborThresholds all) {
        out.text("    ");
        number("thresh1", all.threshold1());
        number("thresh2", all.threshold2());
        number("thresh3", all.threshold3());
        out.print("gc_interval", "gc_int %d ", Jiffies.toNanos(Jiffies.ofSeconds(all.gcIntervalSeconds())) / MILLI);
        out.newLine();
    }

    private void statistics(NeighborTable table) {
        NeighborStatistics counted = table.statistics();
        out.text("    stats ");
        number("allocs", counted.allocations());
        number("destroys", counted.destructions());
        out.newLine();
        out.text("    ");
        number("res_failed", counted.failures());
        out.newLine();
        out.text("    ");
        number("forced_gc_runs", counted.forcedCollections());
        out.newLine();
        out.text("    ");
        number("table_fulls", counted.overflows());
        out.newLine();
    }

    private void number(String word, long value) {
        out.print(word, word + " %d ", value);
    }

    private void millis(String word, NeighborParameters of, NeighborSetting time) {
        number(word, of.nanos(time) / MILLI);
    }
}
