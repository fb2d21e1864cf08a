package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `bridge monitor link`: what bridges tell of their ports.
public final class MonitoredPorts implements Monitored {
    @Override
    public String word() {
        return "link";
    }

    @Override
    public String label() {
        return "LINK";
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof PortMessage;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof PortMessage message) {
            new PortPrinter(context.out(), context.options()).print(message);
        }
    }
}
