package dev.weft.net.engine;

import dev.weft.net.ip.address.SavedAddresses;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.neighbor.SavedNeighbors;
import dev.weft.net.ip.route.SavedRoutes;
import dev.weft.net.ip.rule.SavedRules;
import dev.weft.net.link.SavedLinks;
import dev.weft.net.link.SavedSettings;
import dev.weft.net.link.SavedStates;
import dev.weft.net.link.bridge.SavedBridges;
import dev.weft.net.link.bridge.SavedFdb;
import dev.weft.net.link.bridge.SavedPortStates;
import dev.weft.net.namespace.SavedNamespaces;
import dev.weft.net.namespace.Saver;
import dev.weft.net.netfilter.iptables.SavedTables;
import dev.weft.net.netfilter.set.SavedSets;
import dev.weft.net.sysctl.SavedSysctls;
import java.util.List;

/// Everything that `weft save` writes, in the order in which a network can be built.
final class BuiltinSavers {
    static final List<Saver> ALL = List.of(
            new SavedNamespaces(),
            new SavedSysctls("Settings of namespaces"),
            new SavedLinks(),
            new SavedBridges(),
            new SavedSettings(),
            new SavedSysctls("Settings of devices below /proc/sys"),
            new SavedStates(),
            new SavedPortStates(),
            new SavedAddresses(),
            new SavedNeighbors(List.of(ArpTable::of)),
            new SavedFdb(),
            new SavedRules(),
            new SavedRoutes(),
            new SavedSets(),
            new SavedTables());

    private BuiltinSavers() {}
}
