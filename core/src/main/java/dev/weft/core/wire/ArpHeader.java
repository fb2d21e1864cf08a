package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Arp] packet.
public record ArpHeader(
        int hardwareType,
        int protocolType,
        int hardwareLength,
        int protocolLength,
        int operation,
        MacAddress senderMac,
        Ip4Address senderIp,
        MacAddress targetMac,
        Ip4Address targetIp) {

    /// IPv4 over Ethernet.
    public ArpHeader(
            int operation, MacAddress senderMac, Ip4Address senderIp, MacAddress targetMac, Ip4Address targetIp) {
        this(Arp.ETHERNET, EtherType.IPV4, 6, 4, operation, senderMac, senderIp, targetMac, targetIp);
    }

    /// `who-has TARGET tell SENDER`
    public static ArpHeader request(MacAddress senderMac, Ip4Address senderIp, Ip4Address targetIp) {
        return new ArpHeader(Arp.REQUEST, senderMac, senderIp, MacAddress.ZERO, targetIp);
    }

    /// `SENDER is-at MAC`
    public static ArpHeader reply(
            MacAddress senderMac, Ip4Address senderIp, MacAddress targetMac, Ip4Address targetIp) {
        return new ArpHeader(Arp.REPLY, senderMac, senderIp, targetMac, targetIp);
    }

    public static ArpHeader read(Packet packet, int offset) {
        Arp view = new Arp(packet, offset);
        return new ArpHeader(
                view.hardwareType(),
                view.protocolType(),
                view.hardwareLength(),
                view.protocolLength(),
                view.operation(),
                new MacAddress(view.senderMac()),
                new Ip4Address(view.senderIp()),
                new MacAddress(view.targetMac()),
                new Ip4Address(view.targetIp()));
    }

    public void write(Packet packet, int offset) {
        Arp view = new Arp(packet, offset);
        view.hardwareType(hardwareType);
        view.protocolType(protocolType);
        view.hardwareLength(hardwareLength);
        view.protocolLength(protocolLength);
        view.operation(operation);
        view.senderMac(senderMac.bits());
        view.senderIp(senderIp.bits());
        view.targetMac(targetMac.bits());
        view.targetIp(targetIp.bits());
    }

    public int length() {
        return Arp.LENGTH;
    }
}
