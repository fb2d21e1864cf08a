package dev.weft.net.namespace;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpPrinter;
import java.util.OptionalInt;

/// Prints the number of a namespace as `ip netns list-id` and `ip monitor nsid` do.
public final class NamespaceIdPrinter {
    private NamespaceIdPrinter() {}

    public static void print(IpPrinter out, int id, NetNamespace peer) {
        out.openObject();
        out.print("nsid", "nsid %d ", id);
        name(out, peer);
        out.text("\n");
        out.closeObject();
    }

    /// Tells that a number holds no longer.
    public static void printDeleted(IpPrinter out, int id, String name) {
        out.openObject();
        out.print("deleted", "Deleted ", true);
        out.print("nsid", "nsid %d ", id);
        if (!name.isEmpty()) {
            out.print("name", "(iproute2 netns name: %s)", name);
        }
        out.text("\n");
        out.closeObject();
    }

    /// The number in another namespace, and the one here, which only a namespace that has one shows with its name.
    static void printBoth(IpPrinter out, int id, OptionalInt current, NetNamespace peer) {
        out.openObject();
        out.print("nsid", "nsid %d ", id);
        if (current.isPresent()) {
            out.print("current-nsid", "current-nsid %d ", current.getAsInt());
            name(out, peer);
        } else {
            out.text("current-nsid unassigned ");
        }
        out.text("\n");
        out.closeObject();
    }

    private static void name(IpPrinter out, NetNamespace peer) {
        String name = Network.of(peer).newestNameOf(peer);
        if (!name.isEmpty()) {
            out.print("name", "(iproute2 netns name: %s)", name);
        }
    }
}
