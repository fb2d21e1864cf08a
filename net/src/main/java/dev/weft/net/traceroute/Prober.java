package dev.weft.net.traceroute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.net.transport.PathMtuDiscovery;
import dev.weft.net.transport.Socket4;
import dev.weft.net.transport.SocketError;
import org.jspecify.annotations.Nullable;

/// A method of tracing: what probes are made of and how their answers are recognized.
abstract sealed class Prober permits UdpProber, EchoProber {
    private static final int FIRST_FILLER = 0x40;
    private static final int FILLER_MASK = 0x3f;

    protected final Session session;
    protected final TracerouteOptions options;
    protected final int source;
    protected final int target;
    protected final Listener listener;

    /// Is told what became of a probe.
    interface Listener {
        void answered(Probe probe, int from, boolean last, String annotation);

        /// This host refused to send it.
        void refused(Probe probe, String annotation);

        /// Sending failed, and so does the command.
        void failed(CommandFailure failure);
    }

    protected Prober(Session session, TracerouteOptions options, int source, int target, Listener listener) {
        this.session = session;
        this.options = options;
        this.source = source;
        this.target = target;
        this.listener = listener;
    }

    /// Sends a probe.
    ///
    /// @return false when it could not be sent for now
    /// @throws CommandFailure with traceroute's words when it never can
    abstract boolean send(Probe probe, int ttl);

    /// No answer to it is wanted any more.
    abstract void release(Probe probe);

    abstract void close();

    protected final int payloadBytes() {
        return options.packetBytes - TracerouteOptions.LEAST_BYTES;
    }

    /// Writes what fills up a probe, from an offset to its end.
    protected final void fill(Packet packet, int from) {
        for (int i = from; i < packet.length(); i++) {
            packet.put8(i, FIRST_FILLER + (i - from & FILLER_MASK));
        }
    }

    protected final void configure(Socket4 socket) {
        if (!options.device.isEmpty()) {
            NetDevice device = session.namespace().device(options.device);
            if (device == null) {
                throw failure("setsockopt SO_BINDTODEVICE", Errno.ENODEV);
            }
            socket.bindDevice(device);
        }
        socket.broadcast(true);
        socket.tos(options.tos);
        socket.mark(options.mark);
        socket.dontRoute(options.dontRoute);
        socket.pathMtuDiscovery(options.dontFragment ? PathMtuDiscovery.PROBE : PathMtuDiscovery.DONT);
        socket.explain(session.trace());
    }

    /// Does what may fail as the system call of that name.
    protected static void call(String name, Runnable action) {
        try {
            action.run();
        } catch (KernelError error) {
            throw failure(name, error.errno());
        }
    }

    /// Judges what sending came to.
    protected static boolean isSent(@Nullable Errno errno) {
        if (errno == null || errno == Errno.EMSGSIZE) {
            return true; // what is too big is told by the socket's errors
        }
        if (errno == Errno.ENOBUFS || errno == Errno.EAGAIN) {
            return false;
        }
        throw failure("send", errno);
    }

    protected final void tell(SocketError error, Probe probe) {
        if (error.origin() == SocketError.Origin.LOCAL) {
            listener.refused(probe, ProbeText.tooBig(error.info()));
            return;
        }
        if (error.origin() == SocketError.Origin.SEND) {
            listener.failed(failure("send", error.errno()));
            return;
        }
        boolean passing = error.type() == Icmp.TIME_EXCEEDED;
        listener.answered(probe, error.offender(), !passing, ProbeText.mark(error.type(), error.code(), error.info()));
    }

    static CommandFailure failure(String call, Errno errno) {
        return CommandFailure.exit(1, "\n" + call + ": " + errno.text() + "\n");
    }
}
