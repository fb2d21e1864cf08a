package dev.weft.net.tcpdump.tap;

import dev.weft.core.capture.DataLink;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Clock;
import dev.weft.net.link.packet.PacketSocket;
import dev.weft.net.tcpdump.filter.FilterExpression;
import org.jspecify.annotations.Nullable;

/// What a packet socket shows, as far as its filter lets it through: copied into a ring, from which its owner takes it
/// later (kernel: `tpacket_rcv`).
public final class Capture implements PacketSocket.Receiver {
    private static final int RING_BYTES = 2 * 1024 * 1024;

    /// Is shown a packet; the bytes are valid during the call only.
    public interface Listener {
        void captured(
                long timestampNanos, byte[] data, int offset, int length, int wireLength, int packetType, int device);
    }

    private final FilterExpression filter;
    private final int snapLength;
    private final @Nullable CookedHeader header;
    private final Clock clock;
    private final Runnable wake;
    private final CaptureRing ring = new CaptureRing(RING_BYTES);
    private @Nullable TappedFrame frame;
    private long received;
    private long dropped;

    /// @param link what packets look like: with one of Linux's cooked headers, or as they are
    /// @param wake called when the first packet waits
    public Capture(FilterExpression filter, int snapLength, DataLink link, Clock clock, Runnable wake) {
        this.filter = filter;
        this.snapLength = snapLength;
        boolean cooked = link.equals(DataLink.LINUX_SLL2) || link.equals(DataLink.LINUX_SLL);
        this.header = cooked ? new CookedHeader(link) : null;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public void seen(Packet packet, NetDevice device, boolean outgoing) {
        TappedFrame seen = frame;
        if (seen == null) {
            seen = new TappedFrame(header, packet);
            frame = seen;
        }
        seen.look(packet, device, outgoing);
        if (!filter.matches(seen)) {
            return;
        }
        received++;
        int length = Math.min(seen.captured(), snapLength);
        boolean first = ring.isEmpty();
        int at = ring.reserve(length);
        if (at < 0) {
            dropped++;
            return;
        }
        seen.copyTo(ring.bytes(), at, length);
        ring.commit(length, clock.epochNanos(), seen.wireLength(), seen.packetType(), device.index());
        if (first) {
            wake.run();
        }
    }

    public boolean hasPackets() {
        return !ring.isEmpty();
    }

    /// Shows the packet that has waited longest.
    public void take(Listener listener) {
        ring.take(listener);
    }

    /// Packets that passed the filter.
    public long received() {
        return received;
    }

    /// Packets for which the ring had no room.
    public long dropped() {
        return dropped;
    }
}
