package dev.weft.net.generator;

import dev.weft.core.graph.Arrival;
import dev.weft.core.graph.InputNode;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Timer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the packets of the enabled streams, a vector at a time, and lets them arrive on the streams' devices (VPP:
/// `pg-input`).
public final class PacketGenerator extends InputNode {
    public static final String NAME = "pg-input";
    public static final NodeType TYPE = NodeType.of(NAME, PacketGenerator::new);

    private static final int VECTOR = 256;

    private final Arrival arrival = arrival();
    private final List<PacketStream> streams = new ArrayList<>();
    private final @Nullable Packet[] packets = new Packet[VECTOR];
    private final Timer pacer = Timer.of(() -> {});

    public void add(PacketStream stream) {
        streams.add(stream);
    }

    public void remove(PacketStream stream) {
        streams.remove(stream);
    }

    public List<PacketStream> streams() {
        return List.copyOf(streams);
    }

    public void enable(PacketStream stream) {
        stream.enable(worker().clock().nanos());
    }

    public void disable(PacketStream stream) {
        stream.disable();
    }

    @Override
    public int poll() {
        int made = 0;
        for (int i = 0; i < streams.size(); i++) {
            PacketStream stream = streams.get(i);
            if (stream.isEnabled()) {
                made += send(stream);
            }
        }
        return made;
    }

    private int send(PacketStream stream) {
        NetDevice device = stream.device();
        if (!device.isRegistered()) {
            stream.disable();
            return 0;
        }
        int room = Math.min(VECTOR, NetDevice.BACKLOG_LIMIT - device.backlog());
        int count = make(stream, arrival.reserve(device, stream.due(now(), room)));
        stream.sent(count);
        if (stream.hasRate() && stream.isEnabled()) {
            worker().timers().set(pacer, stream.nextNanos());
        }
        return count;
    }

    /// @return how many of the packets could be made
    private int make(PacketStream stream, int count) {
        int made = allocate(packets, count);
        if (made < count) {
            arrival.giveBack(stream.device(), count - made);
        }
        stream.template().write(packets, made, stream.sent());
        arrival.place(packets, made, stream.device());
        return made;
    }
}
