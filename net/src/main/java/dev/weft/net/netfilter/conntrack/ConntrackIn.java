package dev.weft.net.netfilter.conntrack;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.ip.v4.Ip4Input;
import dev.weft.net.ip.v4.Ip4LocalOutput;

/// Finds the connection of each packet, or begins one (kernel: `nf_conntrack_in`).
///
/// The connections of a whole frame are looked up together. A packet that meets a connection whose first
/// packet is still on its way is held back, with all that follow, until that one has come through or has
/// ended: so a frame of 256 packets gives what 256 frames give.
public final class ConntrackIn extends Node {
    static final String PRE_ROUTING = "conntrack-in";
    static final String LOCAL_OUT = "conntrack-out";

    public static final NodeType ON_INPUT = type(PRE_ROUTING, true);
    public static final NodeType ON_OUTPUT = type(LOCAL_OUT, false);

    private static final int KNOWN = 1;
    private static final int NO_TUPLE = 2;
    private static final int TUPLE = 3;

    private final boolean input;
    private final Arcs arcs = arcs();
    private final Drop full =
            drop(new DropReason("NETFILTER_DROP", "the connection tracking table is full (nf_conntrack_max)"));
    private final TupleReader reader = new TupleReader();
    private final PacketTracker tracker;

    private final long[] addresses = new long[Frame.CAPACITY];
    private final long[] keys = new long[Frame.CAPACITY];
    private final int[] transports = new int[Frame.CAPACITY];
    private final int[] found = new int[Frame.CAPACITY];
    private final byte[] kinds = new byte[Frame.CAPACITY];

    private ConntrackIn(boolean input) {
        this.input = input;
        this.tracker = new PacketTracker(input);
    }

    private static NodeType type(String name, boolean input) {
        return NodeType.of(
                        name,
                        () -> new ConntrackIn(input),
                        input ? "ipv4_conntrack_in" : "ipv4_conntrack_local",
                        "nf_conntrack_in",
                        "resolve_normal_ct",
                        "nf_conntrack_handle_packet")
                .behind(input ? Ip4Input.NAME : Ip4LocalOutput.NAME);
    }

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            next = track(frame, i, device(frame.get(i)));
        }
    }

    private NetDevice device(Packet packet) {
        return input ? packet.rxDevice() : packet.txDevice();
    }

    /// Tracks the run of packets from `start` on at the same device.
    ///
    /// @return where the next run starts
    private int track(Frame frame, int start, NetDevice device) {
        Conntrack conntrack = Conntrack.of(device.namespace());
        conntrack.begin(now(), pass());
        int end = start;
        for (; end < frame.size() && device(frame.get(end)) == device; end++) {
            read(conntrack, frame.get(end), end - start);
        }
        conntrack.connections().find(addresses, keys, found, end - start);
        for (int i = start; i < end; i++) {
            Packet packet = frame.get(i);
            int at = i - start;
            if (conntrack.isHolding()) {
                holdBack(packet);
                continue;
            }
            if (kinds[at] != KNOWN) {
                int verdict = kinds[at] == NO_TUPLE
                        ? tracker.untrackable(conntrack, packet)
                        : tracker.track(conntrack, packet, addresses[at], keys[at], found[at], transports[at]);
                if (verdict == PacketTracker.HOLD) {
                    conntrack.hold();
                    holdBack(packet);
                    continue;
                }
                if (verdict == PacketTracker.DROP) {
                    full.send(packet);
                    continue;
                }
            }
            if (packet.isTraced()) {
                packet.trace(Tracked.of(conntrack, packet));
            }
            arcs.proceed(packet);
        }
        return end;
    }

    private void read(Conntrack conntrack, Packet packet, int at) {
        addresses[at] = 0;
        keys[at] = 0;
        if (packet.connection() > 0 || packet.connectionInfo() == ConnectionInfo.UNTRACKED) {
            kinds[at] = KNOWN; // it has come back by lo, or a rule wants it not to be tracked
            return;
        }
        if (!reader.read(packet, 0)) {
            kinds[at] = NO_TUPLE;
            return;
        }
        kinds[at] = TUPLE;
        addresses[at] = reader.addresses;
        keys[at] = reader.key;
        transports[at] = reader.transport;
        if (packet.connection() < 0) {
            int zone = PacketTracker.originalZone(conntrack.template(packet.connection()), packet);
            keys[at] = Tuples.withZone(reader.key, zone);
        }
    }

    /// Is it ICMP, which may be an error about another connection?
    static boolean isIcmp(long key) {
        return Tuples.protocol(key) == IpProtocol.ICMP;
    }
}
