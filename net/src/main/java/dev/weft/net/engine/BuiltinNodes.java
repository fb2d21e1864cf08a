package dev.weft.net.engine;

import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.NodeType;
import dev.weft.net.generator.PacketGenerator;
import dev.weft.net.link.BareIpInput;
import dev.weft.net.link.EthernetInput;
import dev.weft.net.link.bridge.BpduInput;
import dev.weft.net.link.bridge.BridgeInput;
import dev.weft.net.link.bridge.BridgeOutput;
import dev.weft.net.link.dummy.DummyOutput;
import dev.weft.net.link.host.HostInput;
import dev.weft.net.link.host.HostOutput;
import dev.weft.net.link.lo.LoopbackOutput;
import dev.weft.net.link.veth.VethOutput;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every node that is built in, roughly in the order in which packets meet them.
public final class BuiltinNodes {
    /// The protocols above Ethernet.
    private static final SortedMap<Integer, String> ETHER_TYPES = new TreeMap<>();

    public static final List<NodeType> ALL = List.of(
            PacketGenerator.TYPE,
            DeviceInput.TYPE,
            HostInput.TYPE,
            EthernetInput.type(ETHER_TYPES),
            BridgeInput.TYPE,
            BpduInput.TYPE,
            BareIpInput.type(ETHER_TYPES),
            DeviceOutput.TYPE,
            BridgeOutput.TYPE,
            LoopbackOutput.TYPE,
            VethOutput.TYPE,
            DummyOutput.TYPE,
            HostOutput.TYPE);

    private BuiltinNodes() {}
}
