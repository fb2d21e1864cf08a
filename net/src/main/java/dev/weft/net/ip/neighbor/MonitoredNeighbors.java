package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `ip monitor neigh`: neighbours are found, change and go.
public final class MonitoredNeighbors implements Monitored {
    @Override
    public String word() {
        return "neigh";
    }

    @Override
    public String label() {
        return "NEIGH";
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof NeighborEvent;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof NeighborEvent told
                && (only == null || only == told.neighbor().device())) {
            new NeighborPrinter(context.out(), context.options(), only == null).print(told.neighbor(), told.deleted());
        }
    }
}
