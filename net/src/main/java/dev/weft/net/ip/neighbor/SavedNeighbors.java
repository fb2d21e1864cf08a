package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.namespace.Rebuild;
import dev.weft.net.namespace.Saver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Saves the neighbours that people made for good, and those for whom the host answers.
public final class SavedNeighbors implements Saver {
    private final List<Function<NetNamespace, NeighborTable>> tables;

    /// @param tables one of each protocol
    public SavedNeighbors(List<Function<NetNamespace, NeighborTable>> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String title() {
        return "Neighbours";
    }

    @Override
    public void save(Rebuild script) {
        for (NetNamespace namespace : script.namespaces()) {
            for (Function<NetNamespace, NeighborTable> table : tables) {
                script.match(
                        namespace,
                        entries(table.apply(namespace)),
                        entries(table.apply(script.copyOf(namespace))),
                        words -> "ip neigh del " + words,
                        words -> "ip neigh add " + words);
            }
        }
    }

    private static List<String> entries(NeighborTable table) {
        List<String> entries = new ArrayList<>();
        for (Neighbor neighbor : table.neighbors()) {
            boolean managed = (neighbor.flags() & NeighborFlag.MANAGED) != 0;
            if (managed || neighbor.state() == NudState.PERMANENT) {
                entries.add(words(table, neighbor, managed));
            }
        }
        entries.sort(null); // the table's own order follows from hashes
        for (ProxyNeighbors.Proxy proxy : table.proxies().all()) {
            NetDevice device = proxy.device();
            entries.add("proxy " + table.protocol().text(proxy.high(), proxy.low())
                    + (device == null ? "" : " dev " + device.name())
                    + flags(proxy.flags(), proxy.protocol()));
        }
        return entries;
    }

    private static String words(NeighborTable table, Neighbor neighbor, boolean managed) {
        long address = neighbor.address();
        return table.protocol().text(neighbor.high(), neighbor.low())
                + (managed || address == Neighbor.NO_ADDRESS ? "" : " lladdr " + MacAddress.toString(address))
                + " dev " + neighbor.device().name()
                + (managed ? " managed" : " nud permanent")
                + flags(neighbor.flags(), neighbor.protocol());
    }

    private static String flags(int flags, int protocol) {
        return ((flags & NeighborFlag.ROUTER) != 0 ? " router" : "")
                + ((flags & NeighborFlag.EXT_LEARNED) != 0 ? " extern_learn" : "")
                + (protocol == 0 ? "" : " protocol " + NameTable.PROTOCOLS.name(protocol, IpOptions.DEFAULT));
    }
}
