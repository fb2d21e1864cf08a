package dev.weft.net.engine;

import dev.weft.core.graph.DeviceInput;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.NodeType;
import dev.weft.net.link.EthernetInput;
import dev.weft.net.link.dummy.DummyOutput;
import dev.weft.net.link.lo.LoopbackOutput;
import dev.weft.net.link.veth.VethOutput;
import java.util.List;

/// Every node that is built in, roughly in the order in which packets meet them.
public final class BuiltinNodes {
    public static final List<NodeType> ALL = List.of(
            DeviceInput.TYPE,
            EthernetInput.TYPE,
            DeviceOutput.TYPE,
            LoopbackOutput.TYPE,
            VethOutput.TYPE,
            DummyOutput.TYPE);

    private BuiltinNodes() {}
}
