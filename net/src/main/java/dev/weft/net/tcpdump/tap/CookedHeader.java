package dev.weft.net.tcpdump.tap;

import dev.weft.core.capture.DataLink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;

/// Linux's cooked header of either version, which stands in place of a link header where devices differ; written again
/// for each packet.
final class CookedHeader {
    private static final int LONGEST_802_3 = 1500;
    private static final int PROTOCOL_802_2 = 4;

    private final boolean second;
    private final byte[] bytes;

    CookedHeader(DataLink link) {
        second = link.equals(DataLink.LINUX_SLL2);
        bytes = new byte[second ? 20 : 16];
    }

    int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    void write(Packet packet, NetDevice device, int packetType) {
        boolean ethernet = device.headerLength() > 0 && packet.length() >= device.headerLength();
        int protocol = ethernet ? packet.u16(12) : bareProtocol(packet);
        int type = protocol <= LONGEST_802_3 ? PROTOCOL_802_2 : protocol;
        long source = ethernet ? packet.u48(6) : 0;
        if (second) {
            put16(0, type);
            put16(4, device.index() >>> 16);
            put16(6, device.index());
            put16(8, device.hardwareType());
            bytes[10] = (byte) packetType;
            bytes[11] = (byte) (ethernet ? 6 : 0);
            put48(12, source);
        } else {
            put16(0, packetType);
            put16(2, device.hardwareType());
            put16(4, ethernet ? 6 : 0);
            put48(6, source);
            put16(14, type);
        }
    }

    private static int bareProtocol(Packet packet) {
        return packet.length() > 0 && packet.u8(0) >> 4 == 6 ? 0x86dd : 0x0800;
    }

    private void put16(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    private void put48(int at, long value) {
        put16(at, (int) (value >>> 32));
        put16(at + 2, (int) (value >>> 16));
        put16(at + 4, (int) value);
    }
}
