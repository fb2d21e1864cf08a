package dev.weft.net.transport;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Sysctls;
import java.util.BitSet;

/// The ports that the kernel chooses from for those who do not care (`ip_local_port_range`, less
/// `ip_local_reserved_ports`).
public record LocalPorts(int first, int last, BitSet reserved) {
    private static final LocalPorts USUAL = new LocalPorts(32_768, 60_999, new BitSet());

    /// As they are set in a namespace now.
    public static LocalPorts of(NetNamespace namespace) {
        Sysctls sysctls = Sysctls.of(namespace);
        if (!sysctls.exists(namespace, "net/ipv4/ip_local_port_range")) {
            return USUAL;
        }
        String[] range =
                sysctls.read(namespace, "net/ipv4/ip_local_port_range").strip().split("\\s+");
        BitSet reserved = new BitSet();
        for (String part : sysctls.read(namespace, "net/ipv4/ip_local_reserved_ports")
                .strip()
                .split(",")) {
            if (!part.isEmpty()) {
                String[] ends = part.split("-");
                reserved.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return new LocalPorts(Integer.parseInt(range[0]), Integer.parseInt(range[1]), reserved);
    }

    public int count() {
        return last - first + 1;
    }

    public boolean isReserved(int port) {
        return reserved.get(port);
    }
}
