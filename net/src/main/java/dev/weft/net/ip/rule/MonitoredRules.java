package dev.weft.net.ip.rule;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NetEvent;
import org.jspecify.annotations.Nullable;

/// `ip monitor rule`: rules come and go.
public final class MonitoredRules implements Monitored {
    @Override
    public String word() {
        return "rule";
    }

    @Override
    public String label() {
        return "RULE";
    }

    @Override
    public AddressFamily family() {
        return AddressFamily.INET;
    }

    @Override
    public boolean concerns(NetEvent event) {
        return event instanceof RuleEvent;
    }

    @Override
    public void print(IpContext context, NetEvent event, @Nullable NetDevice only) {
        if (event instanceof RuleEvent told) {
            new RulePrinter(context.out(), context.options()).print(told.rule(), !told.added());
        }
    }
}
