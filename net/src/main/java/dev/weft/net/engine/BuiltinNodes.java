package dev.weft.net.engine;

import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.NodeType;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.generator.PacketGenerator;
import dev.weft.net.ip.arp.ArpInput;
import dev.weft.net.ip.arp.ArpOutput;
import dev.weft.net.ip.arp.ArpProcess;
import dev.weft.net.ip.arp.ArpResolve;
import dev.weft.net.ip.icmp.IcmpInput;
import dev.weft.net.ip.icmp.IcmpSend;
import dev.weft.net.ip.v4.Ip4FinishOutput;
import dev.weft.net.ip.v4.Ip4Forward;
import dev.weft.net.ip.v4.Ip4Input;
import dev.weft.net.ip.v4.Ip4Local;
import dev.weft.net.ip.v4.Ip4LocalOutput;
import dev.weft.net.ip.v4.Ip4LoopOutput;
import dev.weft.net.ip.v4.Ip4Output;
import dev.weft.net.ip.v4.Ip4Protocol;
import dev.weft.net.ip.v4.Ip4RouteInput;
import dev.weft.net.link.BareIpInput;
import dev.weft.net.link.EthernetInput;
import dev.weft.net.link.bridge.BpduInput;
import dev.weft.net.link.bridge.BridgeInput;
import dev.weft.net.link.bridge.BridgeOutput;
import dev.weft.net.link.dummy.DummyOutput;
import dev.weft.net.link.host.HostInput;
import dev.weft.net.link.host.HostOutput;
import dev.weft.net.link.lo.LoopbackOutput;
import dev.weft.net.link.packet.PacketTap;
import dev.weft.net.link.veth.VethOutput;
import dev.weft.net.netfilter.conntrack.ConntrackConfirm;
import dev.weft.net.netfilter.conntrack.ConntrackDefrag;
import dev.weft.net.netfilter.conntrack.ConntrackIn;
import dev.weft.net.netfilter.nat.NatNode;
import dev.weft.net.netfilter.table.TableNode;
import dev.weft.net.transport.udp.UdpInput;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every node that is built in, roughly in the order in which packets meet them.
public final class BuiltinNodes {
    /// The protocols above Ethernet.
    private static final SortedMap<Integer, String> ETHER_TYPES =
            new TreeMap<>(Map.of(EtherType.IPV4, Ip4Input.NAME, EtherType.ARP, ArpInput.NAME));

    /// The protocols above IPv4.
    private static final SortedMap<Integer, String> IP4_PROTOCOLS =
            new TreeMap<>(Map.of(IpProtocol.ICMP, IcmpInput.NAME, IpProtocol.UDP, UdpInput.NAME));

    private static final List<NodeType> SINGLE = List.of(
            PacketGenerator.TYPE,
            DeviceInput.TYPE,
            PacketTap.ON_INPUT,
            HostInput.TYPE,
            EthernetInput.type(ETHER_TYPES),
            BridgeInput.TYPE,
            BpduInput.TYPE,
            BareIpInput.type(ETHER_TYPES),
            ArpInput.TYPE,
            ArpProcess.TYPE,
            Ip4Input.TYPE,
            Ip4RouteInput.TYPE,
            Ip4Local.TYPE,
            Ip4Protocol.type(IP4_PROTOCOLS),
            IcmpInput.TYPE,
            IcmpSend.TYPE,
            UdpInput.TYPE,
            Ip4LocalOutput.TYPE,
            Ip4Forward.TYPE,
            Ip4Output.TYPE,
            Ip4FinishOutput.TYPE,
            Ip4LoopOutput.TYPE,
            ConntrackDefrag.ON_INPUT,
            ConntrackDefrag.ON_OUTPUT,
            ConntrackIn.ON_INPUT,
            ConntrackIn.ON_OUTPUT,
            ConntrackConfirm.ON_OUTPUT,
            ConntrackConfirm.ON_INPUT,
            ArpResolve.TYPE,
            ArpOutput.TYPE,
            DeviceOutput.TYPE,
            PacketTap.ON_OUTPUT,
            BridgeOutput.TYPE,
            LoopbackOutput.TYPE,
            VethOutput.TYPE,
            DummyOutput.TYPE,
            HostOutput.TYPE);

    public static final List<NodeType> ALL = Stream.of(SINGLE, TableNode.types(), NatNode.TYPES)
            .flatMap(List::stream)
            .toList();

    private BuiltinNodes() {}
}
