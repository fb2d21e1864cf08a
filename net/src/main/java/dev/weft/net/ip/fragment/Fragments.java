package dev.weft.net.ip.fragment;

import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Global;
import dev.weft.net.ip.v4.Ip4Local;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.Network;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The datagrams of a namespace of which some fragments have come: bounded in memory and time, so that a flood of
/// fragments can do no more than push out others (kernel: `struct fqdir`, net/ipv4/ip_fragment.c).
public final class Fragments {
    /// For whom fragments are put together; those of different users never meet (kernel: `enum ip_defrag_users`).
    public static final int LOCAL_DELIVER = 0;

    public static final int CONNTRACK_IN = 4;
    public static final int CONNTRACK_OUT = 5;

    private static final NamespaceKey<Fragments> KEY = new NamespaceKey<>("ipv4 fragments", Fragments::new);
    private static final int QUEUE_BYTES = 200;
    private static final int LONGEST = 0xffff;

    private final NetNamespace namespace;
    private final Ip4Config config;
    private final Ip4Counters counters;
    private @Nullable FragmentQueue[] buckets = new FragmentQueue[8];
    private @Nullable FragmentQueue free;
    private int size;
    private long memory;
    private final Map<Integer, Integer> fragmentsOf = new HashMap<>(4);

    private Fragments(NetNamespace namespace) {
        this.namespace = namespace;
        this.config = Ip4Config.of(namespace);
        this.counters = Ip4Counters.of(namespace);
    }

    public static Fragments of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// Datagrams that wait for more fragments.
    public int size() {
        return size;
    }

    /// Bytes of memory that Linux would account for what waits: `memory` in `/proc/net/sockstat`.
    public long memory() {
        return memory;
    }

    /// What to do with fragments that end here, and who can allocate.
    public interface Ends {
        /// It has become part of a whole datagram.
        void used(Packet fragment);

        /// What it brings was there already, or contradicts it.
        void overlapping(Packet fragment);

        /// Too many others of its sender have come since.
        void tooFar(Packet fragment);

        /// There is no memory for it.
        void noRoom(Packet fragment);

        /// It was the first of a datagram whose others did not come in time: its sender may be told.
        void late(Packet fragment, boolean isFirst);

        @Nullable
        Packet allocate(int bytes);
    }

    /// Takes a fragment (kernel: `ip_defrag`).
    ///
    /// @param user [#LOCAL_DELIVER] and its like
    /// @return the whole datagram if this was the last fragment missing; else null, and the fragment is not the
    /// caller's any more
    public @Nullable Packet add(Packet packet, int user, Ends ends) {
        counters.increment(Ip4Counter.REASM_REQDS);
        Ipv4 ip = new Ipv4(packet, 0);
        FragmentQueue queue = find(ip, user);
        if (queue == null) {
            counters.increment(Ip4Counter.REASM_FAILS);
            ends.noRoom(packet);
            return null;
        }
        if (isTooFar(queue, ip.source())) {
            counters.increment(Ip4Counter.REASM_FAILS);
            memory -= queue.memory();
            for (Packet old = queue.takeOut(); old != null; old = queue.takeOut()) {
                ends.tooFar(old);
            }
            startTimer(queue);
        }
        int before = queue.memory();
        switch (queue.add(packet)) {
            case ADDED -> memory += queue.memory() - before;
            case DUPLICATE -> ends.overlapping(packet);
            case CONTRADICTION -> {
                counters.increment(Ip4Counter.REASM_OVERLAPS);
                counters.increment(Ip4Counter.REASM_FAILS);
                ends.overlapping(packet);
                kill(queue);
                for (Packet old = queue.takeOut(); old != null; old = queue.takeOut()) {
                    ends.overlapping(old);
                }
                recycle(queue);
            }
            case COMPLETE -> {
                memory += queue.memory() - before;
                return assemble(queue, ends);
            }
        }
        return null;
    }

    private @Nullable Packet assemble(FragmentQueue queue, Ends ends) {
        kill(queue);
        Packet whole = null;
        if (queue.wholeLength() <= LONGEST && !queue.hasInvalidEcn()) {
            whole = ends.allocate(queue.wholeLength());
        }
        if (whole != null) {
            queue.assemble(whole);
            counters.increment(Ip4Counter.REASM_OKS);
        } else {
            counters.increment(Ip4Counter.REASM_FAILS);
        }
        for (Packet old = queue.takeOut(); old != null; old = queue.takeOut()) {
            if (whole != null) {
                ends.used(old);
            } else {
                ends.noRoom(old);
            }
        }
        recycle(queue);
        return whole;
    }

    /// The other fragments did not come in time (kernel: `ip_expire`).
    void expired(FragmentQueue queue) {
        counters.increment(Ip4Counter.REASM_FAILS);
        counters.increment(Ip4Counter.REASM_TIMEOUT);
        kill(queue);
        Packet first = queue.first();
        Ends ends = worker().graph().node(Ip4Local.class);
        for (Packet old = queue.takeOut(); old != null; old = queue.takeOut()) {
            ends.late(old, old == first && queue.user == LOCAL_DELIVER);
        }
        recycle(queue);
    }

    /// Have so many other fragments of the same sender come since the last of this datagram that its identification may
    /// be in use again (`ipfrag_max_dist`)?
    private boolean isTooFar(FragmentQueue queue, int source) {
        int most = config.get(Ip4Global.IPFRAG_MAX_DIST);
        if (most == 0) {
            return false;
        }
        int before = queue.distanceStamp;
        int now = fragmentsOf.merge(source, 1, Integer::sum);
        queue.distanceStamp = now;
        return !queue.isEmpty() && now - before > most;
    }

    // ---- the table of datagrams

    private @Nullable FragmentQueue find(Ipv4 ip, int user) {
        int source = ip.source();
        int destination = ip.destination();
        int id = ip.identification();
        int protocol = ip.protocol();
        int bucket = hash(source, destination, id) & buckets.length - 1;
        for (FragmentQueue queue = buckets[bucket]; queue != null; queue = queue.next) {
            if (queue.isFor(source, destination, id, protocol, user)) {
                return queue;
            }
        }
        if (memory > config.get(Ip4Global.IPFRAG_HIGH_THRESH)) {
            return null;
        }
        FragmentQueue queue = free != null ? free : new FragmentQueue(this);
        free = queue.next;
        queue.source = source;
        queue.destination = destination;
        queue.identification = id;
        queue.protocol = protocol;
        queue.user = user;
        if (size >= 2 * buckets.length) {
            grow();
        }
        link(queue);
        size++;
        memory += QUEUE_BYTES;
        startTimer(queue);
        return queue;
    }

    private void startTimer(FragmentQueue queue) {
        long wait = Jiffies.toNanos(config.get(Ip4Global.IPFRAG_TIME));
        worker().timers().set(queue.timer, worker().now() + wait);
    }

    private void link(FragmentQueue queue) {
        int bucket = hash(queue.source, queue.destination, queue.identification) & buckets.length - 1;
        queue.next = buckets[bucket];
        buckets[bucket] = queue;
    }

    private void grow() {
        @Nullable FragmentQueue[] old = buckets;
        buckets = new FragmentQueue[4 * old.length];
        for (FragmentQueue first : old) {
            FragmentQueue queue = first;
            while (queue != null) {
                FragmentQueue following = queue.next;
                link(queue);
                queue = following;
            }
        }
    }

    /// Takes it out of the table; its fragments stay in it.
    private void kill(FragmentQueue queue) {
        worker().timers().cancel(queue.timer);
        int bucket = hash(queue.source, queue.destination, queue.identification) & buckets.length - 1;
        FragmentQueue at = buckets[bucket];
        if (at == queue) {
            buckets[bucket] = queue.next;
        } else {
            while (at != null && at.next != queue) {
                at = at.next;
            }
            if (at != null) {
                at.next = queue.next;
            }
        }
        size--;
        memory -= queue.memory() + QUEUE_BYTES;
        if (size == 0) {
            fragmentsOf.clear();
        }
    }

    private void recycle(FragmentQueue queue) {
        queue.next = free;
        free = queue;
    }

    private Worker worker() {
        return Network.of(namespace).workerOf(namespace);
    }

    private static int hash(int source, int destination, int id) {
        int mixed = (source ^ Integer.rotateLeft(destination, 13) ^ id * 0x85eb_ca6b) * 0x9e37_79b9;
        return mixed ^ mixed >>> 15;
    }
}
