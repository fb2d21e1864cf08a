package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import java.util.SplittableRandom;

/// Translation in a namespace: decides once for each connection what its addresses and ports become (kernel:
/// nf_nat_core.c).
public final class Nat {
    private static final NamespaceKey<Nat> KEY = new NamespaceKey<>("nat", Nat::new);

    private final Conntrack conntrack;
    private final Connections connections;
    private final NatSources sources;

    // With numbers of its own, so that what others draw meanwhile changes nothing here.
    private final UniqueTuple unique;

    private boolean used;

    private Nat(NetNamespace namespace) {
        conntrack = Conntrack.of(namespace);
        connections = conntrack.connections();
        sources = new NatSources(connections);
        unique = new UniqueTuple(
                conntrack, sources, new SplittableRandom(namespace.random().nextLong()));
        conntrack.onRemoval(this::removed);
    }

    public static Nat of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// A rule translates: connections are tracked as long as it is there.
    public void use() {
        conntrack.use();
        if (!used) {
            used = true;
            conntrack.useNat(true);
        }
    }

    /// A rule that translates has gone. After the last of them what was translated goes as it comes, for nobody
    /// looks whose it is.
    public void leave() {
        conntrack.leave();
    }

    private void removed(int slot) {
        if (connections.has(slot, ConnectionStatus.SRC_NAT_DONE)) {
            sources.remove(slot);
        }
    }

    public boolean isDone(int slot, Manip manip) {
        return connections.has(slot, manip.done());
    }

    /// Decides what one end of a connection that is about to begin becomes (kernel: `nf_nat_setup_info`).
    public void setup(int slot, NatRange range, Manip manip) {
        if (connections.has(slot, ConnectionStatus.CONFIRMED | manip.done())) {
            return;
        }
        long addresses = Tuples.invertAddresses(connections.addresses(2 * slot + 1));
        long replyKey = connections.key(2 * slot + 1);
        long key = Tuples.invertKey(replyKey);
        unique.find(slot, addresses, key, range, manip);
        if (unique.addresses != addresses || unique.key != key) {
            conntrack.alterReply(slot, Tuples.invertAddresses(unique.addresses), Tuples.invertKey(unique.key));
            conntrack.addStatus(slot, manip.status());
        }
        conntrack.addStatus(slot, manip.done());
        if (manip == Manip.SOURCE) {
            sources.add(slot);
        }
    }

    /// No rule has asked for anything: it stays as it is, unless it collides with another (kernel:
    /// `nf_nat_alloc_null_binding`).
    void bindAsIs(int slot, Manip manip) {
        long reply = connections.addresses(2 * slot + 1);
        int address = manip == Manip.SOURCE ? Tuples.destination(reply) : Tuples.source(reply);
        unique.reuse(address);
        setup(slot, unique.asIs(), manip);
    }
}
