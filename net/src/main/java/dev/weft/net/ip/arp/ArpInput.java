package dev.weft.net.ip.arp;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Arp;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.hook.Hooks;

/// The door of ARP: what is no sound ARP packet for this host ends here, all others pass arptables' INPUT (kernel:
/// `arp_rcv`).
public final class ArpInput extends Node {
    public static final String NAME = "arp-input";
    public static final NodeType TYPE = NodeType.of(NAME, ArpInput::new, "arp_rcv");

    private final Next process = next(ArpProcess.NAME);
    private final Arcs arcs = arcs();
    private final Drop noArp = drop(DropReason.NOT_SPECIFIED);
    private final Drop otherHost = drop(DropReason.OTHERHOST);
    private final Drop malformed = drop(DropReason.HDR_TRUNC);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.rxDevice();
            if (packet.type() == PacketType.OTHERHOST) {
                otherHost.send(packet);
            } else if (device.has(NetDevice.IFF_NOARP) || packet.isLoopback()) {
                noArp.send(packet);
            } else if (!Arp.fits(packet, 0) || !isForAddressesOf(device, new Arp(packet, 0))) {
                malformed.send(packet);
            } else {
                Hooks hooks = Hooks.of(device.namespace());
                arcs.enter(packet, hooks.program(HookFamily.ARP, Hook.LOCAL_IN), process);
            }
        }
    }

    private static boolean isForAddressesOf(NetDevice device, Arp arp) {
        return arp.hardwareLength() == 6 && arp.protocolLength() == 4 && device.headerLength() != 0;
    }
}
