package dev.weft.net.netfilter.nat;

import dev.weft.net.netfilter.conntrack.Connections;
import java.util.Arrays;

/// The connections of a namespace by where they come from, so that another one from there gets the same
/// translation (kernel: `nf_nat_bysource`). A table that grows bucket by bucket, linked through the
/// connections' own records.
final class NatSources {
    private final Connections connections;
    private int[] heads = new int[16];
    private int buckets = 16;
    private int levelMask = 15;
    private int count;

    NatSources(Connections connections) {
        this.connections = connections;
    }

    /// The first connection that may come from there; the others follow by [Connections#natLink].
    int first(long addresses, long key) {
        return heads[bucket(addresses, key)];
    }

    /// Do both tuples have the same source, protocol and zone?
    static boolean isSame(long addresses, long key, long otherAddresses, long otherKey) {
        return addresses >>> 32 == otherAddresses >>> 32 && ((key ^ otherKey) & 0xffff_0000_ffff_ffffL) == 0;
    }

    void add(int slot) {
        int bucket = bucketOf(slot);
        connections.natLink(slot, heads[bucket]);
        heads[bucket] = slot;
        if (++count > buckets) {
            split();
        }
    }

    void remove(int slot) {
        int bucket = bucketOf(slot);
        int at = heads[bucket];
        if (at == slot) {
            heads[bucket] = connections.natLink(slot);
            count--;
            return;
        }
        while (at != 0) {
            int next = connections.natLink(at);
            if (next == slot) {
                connections.natLink(at, connections.natLink(slot));
                count--;
                return;
            }
            at = next;
        }
    }

    private void split() {
        int old = buckets - levelMask - 1;
        if (buckets == heads.length) {
            heads = Arrays.copyOf(heads, 2 * heads.length);
        }
        int slot = heads[old];
        heads[old] = 0;
        buckets++;
        if (buckets == 2 * (levelMask + 1)) {
            levelMask = 2 * levelMask + 1;
        }
        while (slot != 0) {
            int next = connections.natLink(slot);
            int bucket = bucketOf(slot);
            connections.natLink(slot, heads[bucket]);
            heads[bucket] = slot;
            slot = next;
        }
    }

    private int bucketOf(int slot) {
        return bucket(connections.addresses(2 * slot), connections.key(2 * slot));
    }

    private int bucket(long addresses, long key) {
        long x = (addresses >>> 32 ^ (key & 0xffff_0000_ffff_ffffL)) * 0x9e37_79b9_7f4a_7c15L;
        int hash = (int) (x >>> 32 ^ x);
        int bucket = hash & levelMask;
        return bucket < buckets - levelMask - 1 ? hash & (2 * levelMask + 1) : bucket;
    }
}
