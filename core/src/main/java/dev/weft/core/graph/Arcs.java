package dev.weft.core.graph;

import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.Packet;

/// How a node puts packets on a feature arc or a hook, and sends them on along it.
public final class Arcs {
    private Next[] byNode = new Next[0];

    void bind(Graph graph) {
        byNode = graph.allNodes();
    }

    /// Lets the packet walk `program` and then go on at `end`; straight there when the program is empty.
    public void enter(Packet packet, ArcProgram program, Next end) {
        if (program.isEmpty()) {
            end.send(packet);
        } else {
            packet.enterArc(program, end.targetId());
            byNode[packet.nextOnArc()].send(packet);
        }
    }

    /// As [#enter], with the end as data: the id of a node.
    public void enter(Packet packet, ArcProgram program, int endNode) {
        if (program.isEmpty()) {
            byNode[endNode].send(packet);
        } else {
            packet.enterArc(program, endNode);
            byNode[packet.nextOnArc()].send(packet);
        }
    }

    /// Sends the packet to the next node of the arc that it walks.
    public void proceed(Packet packet) {
        byNode[packet.nextOnArc()].send(packet);
    }

    /// Sends the packets from `from` up to `to` of the frame at work to a node known by its id.
    public void jump(Frame frame, int from, int to, int node) {
        byNode[node].send(frame, from, to);
    }

    /// Sends the packet to a node known by its id, outside any arc.
    public void jump(Packet packet, int node) {
        byNode[node].send(packet);
    }
}
