package dev.weft.net.ip.neighbor;

import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.TimerWheel;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The neighbours of a namespace for one network protocol (kernel: `struct neigh_table`): found by device and address,
/// collected when there are too many.
public final class NeighborTable {
    static final int ETHERNET_BYTES = 14;

    /// No timer of a neighbour fires sooner than this.
    static final long SHORTEST_WAIT_NANOS = Jiffies.toNanos(Jiffies.HZ / 100);

    private final NetNamespace namespace;
    private final Network network;
    private final NeighborProtocol protocol;
    private final NeighborCollector collector;
    private final ProxyNeighbors proxies;
    private final NeighborStatistics statistics = new NeighborStatistics();
    private final ManagedNeighbors managed;

    private @Nullable Neighbor[] buckets = new Neighbor[8];
    private int size;
    private long lastSerial;

    public NeighborTable(NetNamespace namespace, NeighborProtocol protocol) {
        this.namespace = namespace;
        this.network = Network.of(namespace);
        this.protocol = protocol;
        this.collector = new NeighborCollector(this);
        this.proxies = new ProxyNeighbors(this);
        this.managed = new ManagedNeighbors(this);
    }

    public NetNamespace namespace() {
        return namespace;
    }

    public NeighborProtocol protocol() {
        return protocol;
    }

    /// Those for whom this host answers.
    public ProxyNeighbors proxies() {
        return proxies;
    }

    public NeighborStatistics statistics() {
        return statistics;
    }

    public NeighborParameters parameters(NetDevice device) {
        return device.get(protocol.parameters());
    }

    public int size() {
        return size;
    }

    // ---- finding

    /// The neighbour with an IPv4 address.
    public @Nullable Neighbor lookup(NetDevice device, int address) {
        return lookup(device, 0, address & 0xffff_ffffL);
    }

    public @Nullable Neighbor lookup(NetDevice device, long high, long low) {
        Neighbor neighbor = buckets[hash(device, high, low) & buckets.length - 1];
        while (neighbor != null) {
            if (neighbor.low() == low && neighbor.device() == device && neighbor.high() == high) {
                return neighbor;
            }
            neighbor = neighbor.next;
        }
        return null;
    }

    /// The neighbour with an IPv4 address, made if it is not there; null when the table is full.
    public @Nullable Neighbor lookupOrCreate(NetDevice device, int address) {
        return lookupOrCreate(device, 0, address & 0xffff_ffffL, false);
    }

    /// @param exempt it is to stay however full the table is, for a person wants it
    public @Nullable Neighbor lookupOrCreate(NetDevice device, long high, long low, boolean exempt) {
        long key = protocol.key(device, low);
        Neighbor known = lookup(device, high, key);
        return known != null ? known : create(device, high, key, exempt);
    }

    private @Nullable Neighbor create(NetDevice device, long high, long low, boolean exempt) {
        if (!exempt && !collector.makeRoom()) {
            statistics.tableFull();
            return null;
        }
        Neighbor neighbor = new Neighbor(this, device, high, low, ++lastSerial);
        protocol.construct(neighbor);
        if (size >= buckets.length) {
            grow();
        }
        link(neighbor);
        size++;
        statistics.allocated();
        collector.grown();
        return neighbor;
    }

    /// All neighbours, the oldest first.
    public List<Neighbor> neighbors() {
        List<Neighbor> all = new ArrayList<>(size);
        for (Neighbor first : buckets) {
            for (Neighbor neighbor = first; neighbor != null; neighbor = neighbor.next) {
                all.add(neighbor);
            }
        }
        all.sort((a, b) -> Long.compare(a.serial(), b.serial()));
        return all;
    }

    // ---- leaving

    /// Takes a neighbour out.
    public void remove(Neighbor neighbor) {
        int index = bucket(neighbor);
        Neighbor before = null;
        for (Neighbor at = buckets[index]; at != null; at = at.next) {
            if (at == neighbor) {
                if (before == null) {
                    buckets[index] = at.next;
                } else {
                    before.next = at.next;
                }
                at.next = null;
                size--;
                statistics.destroyed();
                managed.set(neighbor, false);
                neighbor.die();
                network.notifier().publish(new NeighborEvent(namespace, neighbor, true));
                return;
            }
            before = at;
        }
    }

    /// The device has gone down, or its own address has changed (kernel: `neigh_ifdown`, `neigh_changeaddr`).
    public void flush(NetDevice device) {
        flush(device, false);
    }

    /// @param keepPermanent the cable was pulled: what people have set stays (kernel: `neigh_carrier_down`)
    public void flush(NetDevice device, boolean keepPermanent) {
        for (Neighbor neighbor : neighbors()) {
            if (neighbor.device() == device && !(keepPermanent && neighbor.state() == NudState.PERMANENT)) {
                remove(neighbor);
            }
        }
        proxies.drop(device);
    }

    // ---- resolving

    /// Readies a packet for a neighbour, or keeps it until that is known.
    ///
    /// @return whether it has its header now; else it is no longer the caller's
    public boolean resolve(Neighbor neighbor, Packet packet, NeighborNode node) {
        return neighbor.send(packet, node);
    }

    /// A person wants it resolved (`ip neigh … use`).
    public void use(Neighbor neighbor) {
        neighbor.use();
    }

    /// A packet from that neighbour names its address: it is taken down, to be proved when it is used (kernel:
    /// `neigh_event_ns`).
    public @Nullable Neighbor heard(NetDevice device, long high, long low, long linkAddress) {
        Neighbor neighbor = lookupOrCreate(device, high, low, false);
        if (neighbor != null) {
            neighbor.update(linkAddress, NudState.STALE, Neighbor.OVERRIDE);
        }
        return neighbor;
    }

    /// Has enough time gone by since the neighbour changed that another answer may replace the first (`locktime`)?
    public boolean isUnlocked(Neighbor neighbor) {
        return now() > neighbor.updatedAt() + neighbor.parameters().nanos(NeighborSetting.LOCKTIME);
    }

    // ---- for the neighbours

    long now() {
        return worker().now();
    }

    TimerWheel timers() {
        return worker().timers();
    }

    Worker worker() {
        return network.workerOf(namespace);
    }

    NeighborNode node() {
        return worker().graph().node(protocol.node());
    }

    NeighborThresholds thresholds() {
        return NeighborThresholds.of(network);
    }

    void manage(Neighbor neighbor, boolean on) {
        managed.set(neighbor, on);
    }

    void discarded() {
        statistics.discarded();
    }

    void resolveFailed() {
        statistics.resolveFailed();
    }

    void changed(Neighbor neighbor) {
        network.notifier().publish(new NeighborEvent(namespace, neighbor, false));
    }

    String text(Neighbor neighbor) {
        return protocol.text(neighbor.high(), neighbor.low());
    }

    // ---- the hash table

    private static int hash(NetDevice device, long high, long low) {
        long mixed = (low ^ high * 0x9e37_79b9_7f4a_7c15L ^ device.index()) * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 32);
    }

    private int bucket(Neighbor neighbor) {
        return hash(neighbor.device(), neighbor.high(), neighbor.low()) & buckets.length - 1;
    }

    private void link(Neighbor neighbor) {
        int index = bucket(neighbor);
        neighbor.next = buckets[index];
        buckets[index] = neighbor;
    }

    private void grow() {
        @Nullable Neighbor[] old = buckets;
        buckets = new Neighbor[2 * old.length];
        for (Neighbor first : old) {
            Neighbor neighbor = first;
            while (neighbor != null) {
                Neighbor following = neighbor.next;
                link(neighbor);
                neighbor = following;
            }
        }
    }
}
