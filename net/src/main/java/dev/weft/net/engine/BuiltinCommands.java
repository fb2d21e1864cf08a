package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.core.command.Session;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.arping.ArpingCommand;
import dev.weft.net.generator.GeneratorCommand;
import dev.weft.net.hostname.HostnameCommand;
import dev.weft.net.ip.address.AddressCommand;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.multicast.MulticastCommand;
import dev.weft.net.ip.neighbor.NeighborCommand;
import dev.weft.net.ip.neighbor.NeighborTableCommand;
import dev.weft.net.ip.netconf.NetconfCommand;
import dev.weft.net.ip.route.RouteCommand;
import dev.weft.net.ip.rule.RuleCommand;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.ObjectCommand;
import dev.weft.net.iproute.Tools;
import dev.weft.net.link.LinkCommand;
import dev.weft.net.link.bridge.BrctlCommand;
import dev.weft.net.link.bridge.BridgeLinkCommand;
import dev.weft.net.link.bridge.BridgeMdbCommand;
import dev.weft.net.link.bridge.BridgeVlanCommand;
import dev.weft.net.link.bridge.FdbCommand;
import dev.weft.net.monitor.MonitorCommand;
import dev.weft.net.monitor.MonitorWords;
import dev.weft.net.namespace.NetnsCommand;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.conntrack.tool.ConntrackCommand;
import dev.weft.net.netfilter.iptables.XtablesCommand;
import dev.weft.net.netfilter.set.IpsetCommand;
import dev.weft.net.nettools.arp.ArpCommand;
import dev.weft.net.nettools.arp.KernelArp;
import dev.weft.net.nettools.ifconfig.IfconfigCommand;
import dev.weft.net.nettools.ifconfig.KernelInterfaces;
import dev.weft.net.nettools.route.KernelRoutes;
import dev.weft.net.observe.ClearCommand;
import dev.weft.net.observe.ExplainCommand;
import dev.weft.net.observe.ShowCommand;
import dev.weft.net.observe.TraceCommand;
import dev.weft.net.observe.Traces;
import dev.weft.net.observe.WeftCommand;
import dev.weft.net.ping.PingCommand;
import dev.weft.net.save.SaveCommand;
import dev.weft.net.sysctl.SysctlCommand;
import dev.weft.net.tcpdump.TcpdumpCommand;
import dev.weft.net.traceroute.TracerouteCommand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every command that is built in.
public final class BuiltinCommands {
    private BuiltinCommands() {}

    /// The commands of one network, by name.
    public static Map<String, Command> of(Network network) {
        Map<String, Command> commands = new TreeMap<>();
        Traces traces = new Traces();
        for (Command command : List.of(
                new ObjectCommand(
                        Tools.IP,
                        "show and change devices, addresses, routes, neighbours, rules, namespaces",
                        ipObjects(),
                        BuiltinCommands::namespace),
                new ObjectCommand(
                        Tools.BRIDGE,
                        "show and change bridge ports and forwarding databases",
                        bridgeObjects(),
                        BuiltinCommands::namespace),
                new BrctlCommand(),
                new IfconfigCommand(KernelInterfaces::new),
                new ArpCommand(KernelArp::new),
                new dev.weft.net.nettools.route.RouteCommand(KernelRoutes::new),
                new SysctlCommand(),
                new PingCommand(),
                new ArpingCommand(),
                new TcpdumpCommand(),
                new TracerouteCommand(),
                new ConntrackCommand(),
                new IpsetCommand(),
                new GeneratorCommand(),
                new ExplainCommand(network, commands::get),
                new ShowCommand(network, traces),
                new TraceCommand(network, traces),
                new ClearCommand(network, traces),
                new SaveCommand(network, BuiltinSavers.ALL, AssembledReplica::new),
                new WeftCommand(commands::get))) {
            commands.put(command.name(), command);
        }
        XtablesCommand.NAMES.forEach(
                name -> commands.put(name, new XtablesCommand(name, BuiltinMatches.ALL, BuiltinTargets.ALL)));
        HostnameCommand.NAMES.forEach(name -> commands.put(name, new HostnameCommand(name)));
        return commands;
    }

    /// What `ip` is about.
    private static List<IpObject> ipObjects() {
        return List.of(
                new LinkCommand(BuiltinLinks.ALL),
                new AddressCommand(),
                new RouteCommand(),
                new RuleCommand(),
                new NeighborCommand(List.of(ArpTable::of)),
                new NeighborTableCommand(List.of(ArpTable::of)),
                new NetconfCommand(),
                new MulticastCommand(),
                new NetnsCommand(),
                new MonitorCommand(MonitorWords.IP, BuiltinMonitors.IP));
    }

    /// What `bridge` is about.
    private static List<IpObject> bridgeObjects() {
        return List.of(
                new BridgeLinkCommand(),
                new FdbCommand(),
                new BridgeMdbCommand(),
                new BridgeVlanCommand(),
                new MonitorCommand(MonitorWords.BRIDGE, BuiltinMonitors.BRIDGE));
    }

    private static @Nullable NetNamespace namespace(Session session, String name) {
        return Network.of(session.namespace()).named(name);
    }
}
