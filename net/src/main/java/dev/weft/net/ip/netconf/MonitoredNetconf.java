package dev.weft.net.ip.netconf;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.NetconfEvent;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `ip monitor netconf`: settings of devices change, come and go.
public final class MonitoredNetconf implements Monitored {
    private static final Set<Ip4Setting> TOLD = EnumSet.of(
            Ip4Setting.FORWARDING,
            Ip4Setting.RP_FILTER,
            Ip4Setting.MC_FORWARDING,
            Ip4Setting.PROXY_ARP,
            Ip4Setting.IGNORE_ROUTES_WITH_LINKDOWN);

    @Override
    public String word() {
        return "netconf";
    }

    @Override
    public String label() {
        return "NETCONF";
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof NetconfEvent told && (told.setting() == null || TOLD.contains(told.setting()));
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof NetconfEvent told && (only == null || only == told.device())) {
            NetconfPrinter printer = new NetconfPrinter(context.out());
            if (told.deleted()) {
                printer.printDeleted(told.who());
            } else {
                printer.print(told.who(), told::value, told.setting());
            }
        }
    }
}
