package dev.weft.net.tcpdump.tap;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.tcpdump.filter.FilterFrame;
import org.jspecify.annotations.Nullable;

/// A packet as a tap shows it: as it is, or with Linux's cooked header in place of its link header.
final class TappedFrame implements FilterFrame {
    private static final int OUTGOING = 4;

    private final @Nullable CookedHeader header;
    private final int headerLength;
    private Packet packet;
    private int skipped;
    private int type;

    /// @param placeholder a packet to begin with, which is never read
    TappedFrame(@Nullable CookedHeader header, Packet placeholder) {
        this.header = header;
        this.headerLength = header == null ? 0 : header.length();
        this.packet = placeholder;
    }

    /// Looks at the next packet.
    void look(Packet seen, NetDevice device, boolean outgoing) {
        packet = seen;
        type = outgoing ? OUTGOING : receivedType(seen, device);
        if (header != null) {
            skipped = Math.min(device.headerLength(), seen.length());
            header.write(seen, device, type);
        }
    }

    /// To whom a received frame is addressed (kernel: `eth_type_trans`).
    private static int receivedType(Packet packet, NetDevice device) {
        if (device.headerLength() == 0 || packet.length() < 6) {
            return 0;
        }
        long destination = packet.u48(0);
        if (destination == device.address()) {
            return 0;
        }
        if ((destination >>> 40 & 1) == 0) {
            return 3;
        }
        return destination == 0xffff_ffff_ffffL ? 1 : 2;
    }

    /// Copies the first `count` bytes of what is shown.
    void copyTo(byte[] target, int at, int count) {
        int cooked = Math.min(headerLength, count);
        if (header != null) {
            System.arraycopy(header.bytes(), 0, target, at, cooked);
        }
        packet.copyTo(skipped, target, at + cooked, count - cooked);
    }

    @Override
    public int captured() {
        return headerLength + packet.length() - skipped;
    }

    @Override
    public int wireLength() {
        return captured();
    }

    @Override
    public int packetType() {
        return type;
    }

    @Override
    public int u8(int at) {
        if (header != null && at < headerLength) {
            return header.bytes()[at] & 0xff;
        }
        return packet.u8(at - headerLength + skipped);
    }
}
