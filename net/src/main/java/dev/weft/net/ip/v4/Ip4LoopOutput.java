package dev.weft.net.ip.v4;

import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.EtherType;
import dev.weft.net.link.BareIpInput;
import dev.weft.net.link.EthernetInput;

/// Brings this host's own broadcasts and multicasts back to it, as if the device they leave by had received them; but
/// the device does not count them, nor do its taps and its master see them (kernel: `ip_mc_finish_output`,
/// `dev_loopback_xmit`, PACKET_LOOPBACK).
public final class Ip4LoopOutput extends Node {
    public static final String NAME = "ip4-loop-output";
    public static final NodeType TYPE =
            NodeType.of(NAME, Ip4LoopOutput::new, "ip_mc_finish_output", "dev_loopback_xmit", "netif_rx");

    private static final int ETHERNET_BYTES = 14;

    private final Next ethernet = next(EthernetInput.NAME);
    private final Next bareIp = next(BareIpInput.NAME);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            NetDevice device = packet.txDevice();
            packet.checksumState(ChecksumState.UNNECESSARY);
            packet.loopBack(device);
            if (device.headerLength() == 0) {
                bareIp.send(packet);
                continue;
            }
            packet.push(ETHERNET_BYTES);
            packet.put64(0, device.broadcast() << 16);
            packet.put64(6, EtherType.IPV4);
            ethernet.send(packet);
        }
    }
}
