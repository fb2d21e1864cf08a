package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Timer;
import org.jspecify.annotations.Nullable;

/// A device as a port of a bridge (kernel: `struct net_bridge_port`); written by the worker that owns the bridge.
public final class BridgePort {
    private static final int DEFAULT_PRIORITY = 32;
    private static final int NUMBER_BITS = 10;

    /// Bytes of a VLAN tag, which the MTU does not count.
    private static final int TAG = 4;

    final Bridge bridge;
    final NetDevice device;

    /// 1 to 1023.
    final int number;

    int flags = PortFlag.BY_DEFAULT;
    PortState state = PortState.DISABLED;
    int pathCost;
    int priority = DEFAULT_PRIORITY;

    /// Which of the link-local groups pass, a bit for each.
    int groupForwardMask;

    int multicastRouter = 1;

    /// Takes this port's packets while this one has no carrier.
    @Nullable
    BridgePort backup;

    // ---- what the spanning tree knows of the segment behind the port (IEEE 802.1D §8.5.5)

    long designatedRoot;
    int designatedCost;
    long designatedBridge;
    int designatedPort;

    /// When the information would have been fresh from the root.
    long designatedAge;

    boolean topologyChangeAcknowledge;
    boolean configPending;
    final Timer messageAgeTimer;
    final Timer forwardDelayTimer;
    final Timer holdTimer;

    private int longest;

    BridgePort(Bridge bridge, NetDevice device, int number) {
        this.bridge = bridge;
        this.device = device;
        this.number = number;
        SpanningTree tree = bridge.tree;
        messageAgeTimer = Timer.of(() -> tree.messageAgeExpired(this));
        forwardDelayTimer = Timer.of(() -> tree.forwardDelayExpired(this));
        holdTimer = Timer.of(() -> tree.holdExpired(this));
        mtuChanged();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag, boolean on) {
        flags = on ? flags | flag : flags & ~flag;
    }

    /// Priority and number, as BPDUs carry them.
    int id() {
        return priority << NUMBER_BITS | number;
    }

    void mtuChanged() {
        longest = device.mtu() + device.headerLength() + TAG;
    }

    /// May a packet leave here by its length (kernel: `is_skb_forwardable`)?
    boolean fits(Packet packet) {
        return packet.length() <= longest || packet.gsoSize() != 0;
    }

    /// May a frame that came in by `from` leave here (kernel: `should_deliver`)?
    boolean takes(BridgePort from) {
        return state == PortState.FORWARDING
                && (from != this || has(PortFlag.HAIRPIN))
                && !(has(PortFlag.ISOLATED) && from.has(PortFlag.ISOLATED));
    }

    public String name() {
        return device.name();
    }

    @Override
    public String toString() {
        return device.label();
    }
}
