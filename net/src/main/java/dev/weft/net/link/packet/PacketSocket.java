package dev.weft.net.link.packet;

import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.trace.TraceLog;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// Sees every frame that one device, or any device of a namespace, receives and sends, and can send frames of its own
/// (packet(7)).
/// It is used on the worker that owns the namespace.
public final class PacketSocket implements AutoCloseable {
    /// Is shown frames.
    public interface Receiver {
        /// @param packet its data begin with the link-layer header; it goes on its way afterwards and must not be
        /// changed or kept
        /// @param device that receives or sends it
        /// @param outgoing does the device send it?
        void seen(Packet packet, NetDevice device, boolean outgoing);
    }

    private final NetNamespace namespace;
    private final @Nullable NetDevice device;
    private final Receiver receiver;
    private boolean closed;

    private PacketSocket(NetNamespace namespace, @Nullable NetDevice device, Receiver receiver) {
        this.namespace = namespace;
        this.device = device;
        this.receiver = receiver;
    }

    /// On one device, or on all that are there now and to come when `device` is null.
    public static PacketSocket open(NetNamespace namespace, @Nullable NetDevice device, Receiver receiver) {
        PacketSocket socket = new PacketSocket(namespace, device, receiver);
        PacketSockets.of(namespace).add(socket);
        return socket;
    }

    /// An empty packet; null when memory is used up.
    public @Nullable Packet allocate(int bytes) {
        Packet packet = worker().pool().allocate(bytes);
        if (packet != null) {
            packet.length(bytes);
        }
        return packet;
    }

    /// Sends a frame out by a device; the packet is no longer the caller's.
    ///
    /// @param log where its way is told, or null
    public void send(Packet packet, NetDevice out, @Nullable TraceLog log, String why) {
        packet.macOffset(0);
        packet.txDevice(out);
        if (log != null) {
            packet.trace(log.begin(why));
        }
        worker().graph().next(DeviceOutput.NAME).send(packet);
    }

    private Worker worker() {
        return Network.of(namespace).workerOf(namespace);
    }

    boolean listensTo(NetDevice candidate) {
        return device == null || device == candidate;
    }

    void show(Packet packet, NetDevice at, boolean outgoing) {
        receiver.seen(packet, at, outgoing);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            PacketSockets.of(namespace).remove(this);
        }
    }
}
