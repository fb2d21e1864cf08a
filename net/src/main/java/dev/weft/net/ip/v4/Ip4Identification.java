package dev.weft.net.ip.v4;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.Network;
import java.util.random.RandomGenerator;

/// The identifications of datagrams that may be cut: one counter for each of some groups of flows, which also moves on
/// a random bit as time goes by, so that nobody can count what this host sends (kernel: `__ip_select_ident`; RFC 6864).
final class Ip4Identification {
    private static final NamespaceKey<Ip4Identification> KEY =
            new NamespaceKey<>("ipv4 identification", Ip4Identification::new);

    private static final int GROUPS = 32;

    private final NetNamespace namespace;
    private final RandomGenerator random;
    private final int key;
    private final short[] last = new short[GROUPS];
    private final int[] usedAt = new int[GROUPS];

    private Ip4Identification(NetNamespace namespace) {
        this.namespace = namespace;
        this.random = namespace.random();
        this.key = random.nextInt();
        for (int i = 0; i < GROUPS; i++) {
            last[i] = (short) random.nextInt();
        }
    }

    static Ip4Identification of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    int next(int source, int destination, int protocol) {
        int mixed = (source ^ Integer.rotateLeft(destination, 7) ^ protocol * 31 ^ key) * 0x9e37_79b9;
        int group = mixed >>> 27;
        int now = (int) Jiffies.fromNanos(Network.of(namespace).clock().nanos());
        int elapsed = now - usedAt[group];
        usedAt[group] = now;
        last[group] += (short) (1 + (elapsed > 0 ? random.nextInt(elapsed) : 0));
        return last[group] & 0xffff;
    }
}
