package dev.weft.net.ip.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.address.AddressEvent;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// `ip monitor address`: addresses come, change and go.
public final class MonitoredAddresses implements Monitored {
    @Override
    public String word() {
        return "address";
    }

    @Override
    public String label() {
        return "ADDR";
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof AddressEvent;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof AddressEvent told
                && (only == null || only == told.address().device())) {
            new AddressPrinter(context.out(), context.options(), true)
                    .print(
                            told.address(),
                            told.change() == AddressEvent.Change.DELETED,
                            Network.of(told.namespace()).clock().nanos());
        }
    }
}
