package dev.weft.net.proc;

import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/proc/net`, each of whose files is made when it is read.
public final class ProcNet implements VirtualFiles {
    private static final TreeMap<String, Function<NetNamespace, String>> FILES = new TreeMap<>();

    static {
        FILES.put("arp", ArpText::of);
        FILES.put("dev", DeviceText::counters);
        FILES.put("dev_mcast", DeviceText::multicast);
        FILES.put("igmp", DeviceText::groups);
        FILES.put("netstat", SnmpText::extended);
        FILES.put("raw", SocketText::raw);
        FILES.put("route", RouteText::of);
        FILES.put("snmp", SnmpText::basic);
        FILES.put("sockstat", SocketText::summary);
        FILES.put("udp", SocketText::udp);
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
