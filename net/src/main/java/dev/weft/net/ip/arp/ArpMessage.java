package dev.weft.net.ip.arp;

import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Arp;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ethernet;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// Makes ARP packets and starts them on their way (kernel: `arp_create`, `arp_send_dst`).
public final class ArpMessage {
    private ArpMessage() {}

    /// Sends one, unless the device does no ARP or memory is used up.
    ///
    /// @param to the Ethernet address that the frame goes to
    /// @param cause the packet because of which it is sent
    public static void send(
            NetDevice device,
            int operation,
            long to,
            long senderMac,
            int senderIp,
            long targetMac,
            int targetIp,
            @Nullable Packet cause) {
        if (device.has(NetDevice.IFF_NOARP)) {
            return;
        }
        Worker worker = Network.of(device.namespace()).workerOf(device.namespace());
        Packet packet = worker.pool().allocate();
        if (packet == null) {
            return;
        }
        packet.length(Ethernet.LENGTH + Arp.LENGTH);
        packet.macOffset(0);
        packet.networkOffset(Ethernet.LENGTH);
        packet.protocol(EtherType.ARP);
        packet.txDevice(device);
        Ethernet ethernet = new Ethernet(packet, 0);
        ethernet.destination(to);
        ethernet.source(senderMac);
        ethernet.etherType(EtherType.ARP);
        Arp arp = new Arp(packet, Ethernet.LENGTH);
        arp.hardwareType(Arp.ETHERNET);
        arp.protocolType(EtherType.IPV4);
        arp.hardwareLength(6);
        arp.protocolLength(4);
        arp.operation(operation);
        arp.senderMac(senderMac);
        arp.senderIp(senderIp);
        arp.targetMac(targetMac);
        arp.targetIp(targetIp);
        if (cause != null) {
            packet.causedBy(cause, operation == Arp.REQUEST ? "ARP request" : "ARP reply");
        }
        worker.graph().next(ArpOutput.NAME).send(packet);
    }
}
