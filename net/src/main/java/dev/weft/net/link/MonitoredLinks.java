package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `ip monitor link`: devices come, change and go.
public final class MonitoredLinks implements Monitored {
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
        return event instanceof LinkMessage;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof LinkMessage message && (only == null || only == message.device())) {
            new LinkPrinter(context.out(), context.options(), LinkPrinter.Form.MONITOR).print(message);
        }
    }
}
