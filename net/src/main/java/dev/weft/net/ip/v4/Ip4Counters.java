package dev.weft.net.ip.v4;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;

/// The numbers behind [Ip4Counter] in a namespace, and how many ICMP messages of each type came and went (kernel:
/// `struct netns_mib`).
public final class Ip4Counters {
    private static final NamespaceKey<Ip4Counters> KEY = new NamespaceKey<>("ipv4 counters", ns -> new Ip4Counters());

    private final long[] values = new long[Ip4Counter.values().length];
    private long[] icmpIn = new long[0];
    private long[] icmpOut = new long[0];

    public static Ip4Counters of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    public void increment(Ip4Counter counter) {
        values[counter.ordinal()]++;
    }

    public void add(Ip4Counter counter, long count) {
        values[counter.ordinal()] += count;
    }

    public long get(Ip4Counter counter) {
        return values[counter.ordinal()];
    }

    /// An ICMP message of a type came in.
    public void icmpIn(int type) {
        if (icmpIn.length == 0) {
            icmpIn = new long[256];
        }
        icmpIn[type]++;
    }

    /// An ICMP message of a type goes out.
    public void icmpOut(int type) {
        if (icmpOut.length == 0) {
            icmpOut = new long[256];
        }
        icmpOut[type]++;
        increment(Ip4Counter.ICMP_OUT_MSGS);
    }

    /// How many messages of a type came in: the `InType8` of `/proc/net/snmp`, of which `InEchos` is another name.
    public long icmpInOf(int type) {
        return type < icmpIn.length ? icmpIn[type] : 0;
    }

    public long icmpOutOf(int type) {
        return type < icmpOut.length ? icmpOut[type] : 0;
    }
}
