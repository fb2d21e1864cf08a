package dev.weft.net.proc;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.conntrack.tool.ProcText;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/proc/net`, each of whose files is made when it is read.
public final class ProcNet implements VirtualFiles {
    private static final String MULTICAST_FILTERS = "Idx Device        MCA        SRC    INC    EXC\n";

    /// Ticks of the packet schedulers' clock, and what they are in microseconds and nanoseconds.
    private static final String SCHEDULER_CLOCK = "000003e8 00000040 000f4240 3b9aca00\n";

    /// Linux has had no cache of routes since 3.6; the file's heading has stayed.
    private static final String ROUTE_CACHE =
            "Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\tIRTT\tTOS\tHHRef"
                    + "\tHHUptod\tSpecDst                          \n";

    private static final TreeMap<String, Function<NetNamespace, String>> FILES = new TreeMap<>();

    static {
        FILES.put("arp", ArpText::of);
        FILES.put("dev", DeviceText::counters);
        FILES.put("dev_mcast", DeviceText::multicast);
        FILES.put("icmp", namespace -> SocketText.ping());
        FILES.put("igmp", DeviceText::groups);
        FILES.put("mcfilter", namespace -> MULTICAST_FILTERS);
        FILES.put("netstat", SnmpText::extended);
        FILES.put("nf_conntrack", ProcText::of);
        FILES.put("psched", namespace -> SCHEDULER_CLOCK);
        FILES.put("raw", SocketText::raw);
        FILES.put("route", RouteText::of);
        FILES.put("rt_cache", namespace -> ROUTE_CACHE);
        FILES.put("snmp", SnmpText::basic);
        FILES.put("sockstat", SocketText::summary);
        FILES.put("tcp", namespace -> SocketText.tcp());
        FILES.put("udp", SocketText::udp);
        FILES.put("udplite", namespace -> SocketText.udpLite());
    }

    @Override
    public String root() {
        return "/proc/net";
    }

    @Override
    public @Nullable VirtualFile find(NetNamespace namespace, String path) {
        if (path.isEmpty()) {
            return new VirtualFile.Directory(() -> List.copyOf(FILES.keySet()));
        }
        Function<NetNamespace, String> file = FILES.get(path);
        return file == null ? null : VirtualFile.Regular.readOnly(() -> file.apply(namespace));
    }
}
