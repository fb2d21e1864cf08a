package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.LinkMessage;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `bridge monitor link`: devices, and what bridges tell of their ports.
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
        return event instanceof PortMessage || event instanceof LinkMessage;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        PortPrinter printer = new PortPrinter(context.out(), context.options());
        if (event instanceof PortMessage message) {
            printer.print(message);
        } else if (event instanceof LinkMessage message) {
            printer.print(message);
        }
    }
}
