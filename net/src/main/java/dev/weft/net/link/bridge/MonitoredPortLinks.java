package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.LinkPrinter;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `ip monitor link`: what bridges tell of their ports, beside what these tell of themselves.
public final class MonitoredPortLinks implements Monitored {
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
        if (event instanceof PortMessage message && (only == null || only == message.device())) {
            new LinkPrinter(context.out(), context.options(), LinkPrinter.Form.MONITOR)
                    .printPort(message.device(), message.namespace(), message.deleted());
        }
    }
}
