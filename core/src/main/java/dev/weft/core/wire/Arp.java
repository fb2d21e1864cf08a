package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of an ARP packet for IPv4 over Ethernet (RFC 826).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |         Hardware Type         |         Protocol Type         |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |  Hw. Length   |  Pr. Length   |           Operation           |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                    Sender Hardware Address                    |
/// +                               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                               |    Sender Protocol Address    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                               |                               |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               +
/// |                    Target Hardware Address                    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                    Target Protocol Address                    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Arp(Packet packet, int offset) {
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    /// ARPHRD_ETHER of if_arp.h.
    public static final int ETHERNET = 1;

    private static final int HARDWARE_TYPE = 0;
    private static final int PROTOCOL_TYPE = 2;
    private static final int HARDWARE_LENGTH = 4;
    private static final int PROTOCOL_LENGTH = 5;
    private static final int OPERATION = 6;
    private static final int SENDER_MAC = 8;
    private static final int SENDER_IP = 14;
    private static final int TARGET_MAC = 18;
    private static final int TARGET_IP = 24;

    public Arp(Packet packet) {
        this(packet, packet.networkOffset());
    }

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    /// Do type and length say IPv4 over Ethernet, as the other accessors take for granted?
    public boolean isIp4OverEthernet() {
        return hardwareType() == ETHERNET
                && protocolType() == EtherType.IPV4
                && hardwareLength() == 6
                && protocolLength() == 4;
    }

    public int hardwareType() {
        return packet.u16(offset + HARDWARE_TYPE);
    }

    public void hardwareType(int type) {
        packet.put16(offset + HARDWARE_TYPE, type);
    }

    public int protocolType() {
        return packet.u16(offset + PROTOCOL_TYPE);
    }

    public void protocolType(int etherType) {
        packet.put16(offset + PROTOCOL_TYPE, etherType);
    }

    public int hardwareLength() {
        return packet.u8(offset + HARDWARE_LENGTH);
    }

    public void hardwareLength(int bytes) {
        packet.put8(offset + HARDWARE_LENGTH, bytes);
    }

    public int protocolLength() {
        return packet.u8(offset + PROTOCOL_LENGTH);
    }

    public void protocolLength(int bytes) {
        packet.put8(offset + PROTOCOL_LENGTH, bytes);
    }

    public int operation() {
        return packet.u16(offset + OPERATION);
    }

    public void operation(int operation) {
        packet.put16(offset + OPERATION, operation);
    }

    public long senderMac() {
        return packet.u48(offset + SENDER_MAC);
    }

    public void senderMac(long address) {
        packet.put48(offset + SENDER_MAC, address);
    }

    public int senderIp() {
        return packet.i32(offset + SENDER_IP);
    }

    public void senderIp(int address) {
        packet.put32(offset + SENDER_IP, address);
    }

    public long targetMac() {
        return packet.u48(offset + TARGET_MAC);
    }

    public void targetMac(long address) {
        packet.put48(offset + TARGET_MAC, address);
    }

    public int targetIp() {
        return packet.i32(offset + TARGET_IP);
    }

    public void targetIp(int address) {
        packet.put32(offset + TARGET_IP, address);
    }
}
