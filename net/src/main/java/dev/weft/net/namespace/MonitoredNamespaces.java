package dev.weft.net.namespace;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import org.jspecify.annotations.Nullable;

/// `ip monitor nsid`: the numbers by which the namespace knows others.
public final class MonitoredNamespaces implements Monitored {
    @Override
    public String word() {
        return "nsid";
    }

    @Override
    public String label() {
        return "NSID";
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof NamespaceEvent.Numbered;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event
                instanceof NamespaceEvent.Numbered(NetNamespace namespace, int id, NetNamespace other, boolean added)) {
            if (added) {
                NamespaceIdPrinter.print(context.out(), id, other);
            } else {
                NamespaceIdPrinter.printDeleted(context.out(), id, other.name());
            }
        }
    }
}
