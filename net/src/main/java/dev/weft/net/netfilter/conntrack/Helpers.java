package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The helpers there are, by name.
public final class Helpers {
    private static final Map<String, Helper> ALL = new LinkedHashMap<>();

    private Helpers() {}

    static void add(Helper helper) {
        ALL.put(helper.name() + "/" + helper.protocol(), helper);
    }

    /// The helper of that name for a protocol, or null.
    public static @Nullable Helper find(String name, int protocol) {
        return ALL.get(name + "/" + protocol);
    }

    /// The name of the helper that follows a connection; empty for none.
    public static String nameOf(Conntrack conntrack, int slot) {
        Extensions.Extension extension = conntrack.extensions().peek(slot);
        return extension == null || extension.helper == null ? "" : extension.helper.name();
    }

    /// The name of the helper that follows the connection by which this one was announced; empty for none.
    public static String nameOfMaster(Conntrack conntrack, int slot) {
        Extensions.Extension extension = conntrack.extensions().peek(slot);
        if (extension == null || extension.masterHandle == 0) {
            return "";
        }
        int master = conntrack.connections().slot(extension.masterHandle);
        return master == 0 ? "" : nameOf(conntrack, master);
    }

    /// Lets the connection's helper see the packet.
    ///
    /// @return false when the packet must be dropped
    static boolean help(Conntrack conntrack, int slot, Packet packet) {
        Extensions.Extension extension = conntrack.extensions().peek(slot);
        int info = packet.connectionInfo();
        boolean isError = info == ConnectionInfo.RELATED_REPLY;
        if (extension == null || extension.helper == null || isError || packet.length() < 20) {
            return true;
        }
        int transport = (packet.u8(0) & 0xf) * 4;
        return extension.helper.help(conntrack, slot, ConnectionInfo.direction(info), packet, transport);
    }
}
