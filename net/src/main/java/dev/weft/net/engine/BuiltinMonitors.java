package dev.weft.net.engine;

import dev.weft.net.ip.address.MonitoredAddresses;
import dev.weft.net.ip.neighbor.MonitoredNeighbors;
import dev.weft.net.ip.netconf.MonitoredNetconf;
import dev.weft.net.ip.route.MonitoredRoutes;
import dev.weft.net.ip.rule.MonitoredRules;
import dev.weft.net.link.MonitoredLinks;
import dev.weft.net.link.bridge.MonitoredFdb;
import dev.weft.net.link.bridge.MonitoredPortLinks;
import dev.weft.net.link.bridge.MonitoredPorts;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.MonitoredNamespaces;
import java.util.List;

/// Every kind of news that can be followed.
final class BuiltinMonitors {
    /// `ip monitor`
    static final List<Monitored> IP = List.of(
            new MonitoredLinks(),
            new MonitoredPortLinks(),
            new MonitoredAddresses(),
            new MonitoredRoutes(),
            new MonitoredNeighbors(),
            new MonitoredNetconf(),
            new MonitoredRules(),
            new MonitoredNamespaces());

    /// `bridge monitor`
    static final List<Monitored> BRIDGE = List.of(new MonitoredPorts(), new MonitoredFdb());

    private BuiltinMonitors() {}
}
