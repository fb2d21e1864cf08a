package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `bridge monitor fdb`: entries come, change and go.
public final class MonitoredFdb implements Monitored {
    @Override
    public String word() {
        return "fdb";
    }

    @Override
    public String label() {
        return "NEIGH";
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof FdbMessage;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof FdbMessage message) {
            new FdbPrinter(context.out(), context.options(), true).print(message);
        }
    }
}
