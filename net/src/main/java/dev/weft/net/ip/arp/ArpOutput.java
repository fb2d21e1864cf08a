package dev.weft.net.ip.arp;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Arp;
import dev.weft.core.wire.Ethernet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.hook.Hooks;

/// The way out of ARP packets, past arptables' OUTPUT (kernel: `arp_solicit`, `arp_xmit`).
public final class ArpOutput extends Node {
    public static final String NAME = "arp-output";
    public static final NodeType TYPE = NodeType.of(NAME, ArpOutput::new, "arp_solicit", "arp_send_dst", "arp_xmit");

    private final Next deviceOutput = next(DeviceOutput.NAME);
    private final Arcs arcs = arcs();

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.isTraced()) {
                Arp arp = new Arp(packet, Ethernet.LENGTH);
                packet.trace(new Message(
                        arp.operation() == Arp.REQUEST ? "request" : "reply",
                        Ip4Address.toString(arp.targetIp()),
                        Ip4Address.toString(arp.senderIp())));
            }
            Hooks hooks = Hooks.of(packet.txDevice().namespace());
            arcs.enter(packet, hooks.program(HookFamily.ARP, Hook.LOCAL_OUT), deviceOutput);
        }
    }

    /// Trace line: what is asked or answered.
    public record Message(String operation, String target, String sender) {}
}
