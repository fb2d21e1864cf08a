package dev.weft.net.ip.v4;

import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Forwards plain packets from the door to the device in one go: does to them all that the nodes from `ip4-route-input`
/// to `ip4-finish-output` would do, where none of these would have anything special to do.
///
/// It takes as many packets from the start of a frame as are plain and leaves the rest alone, and takes none while
/// others are on the long way, so that no packet overtakes another. Nor does it take traced ones, which show every
/// step.
final class Ip4ShortWay {
    private static final long PLAIN_HEADER = 0x45;
    private static final int LANE = 16;

    /// So many packets go through all steps together, and stay in the cache meanwhile.
    private static final int CHUNK = 64;

    private static final int TOS = 1;
    private static final int TTL = 8;

    /// Where the type of service stands in the first eight bytes.
    private static final long TOS_BYTE = 0xffL << 48;

    private final List<Next> longWay;
    private final Next deviceOutput;
    private final int[] destinations = new int[Frame.CAPACITY];
    private final int[] words = new int[Frame.CAPACITY];
    private final @Nullable Nexthop[] ways = new Nexthop[Frame.CAPACITY];
    private final SourceValidation validation = new SourceValidation();
    private final Ip4Flow flow = new Ip4Flow();

    // What was found for the packet before.
    private @Nullable Nexthop way;
    private @Nullable Neighbor neighbor;
    private int believed;
    private int mtu;
    private long bytesIn;
    private long bytesOut;

    /// How many packets bear each mark of congestion, 16 bits for each; no frame has more.
    private long marks;

    /// @param longWay arcs to all nodes that plain packets would pass otherwise
    Ip4ShortWay(List<Next> longWay, Next deviceOutput) {
        this.longWay = longWay;
        this.deviceOutput = deviceOutput;
    }

    /// Forwards what it can of a frame, from `start` on, that came by `device`.
    ///
    /// @return the first packet that it has not taken
    int take(Frame frame, int start, NetDevice device) {
        if (frame.isTraced() || !isOpen(device)) {
            return start;
        }
        Fib fib = Fib.of(device.namespace());
        bytesIn = 0;
        bytesOut = 0;
        marks = 0;
        int end = start;
        boolean more = true;
        while (more && end < frame.size()) {
            int count = plainPackets(frame, end, Math.min(end + CHUNK, frame.size()), device);
            fib.simple(destinations, words, ways, count);
            int taken = forward(frame, end, count, device);
            end += taken;
            more = taken == CHUNK;
        }
        if (end > start) {
            deviceOutput.send(frame, start, end);
            count(Ip4Counters.of(device.namespace()), end - start);
            forget();
        }
        return end;
    }

    /// Forwards up to `count` packets from `start` on.
    ///
    /// @return how many it was
    private int forward(Frame frame, int start, int count, NetDevice device) {
        int i = 0;
        while (i < count) {
            Nexthop found = ways[i];
            if (found == null || found != way && !prepare(found, device)) {
                break;
            }
            boolean routed = found.gateway() != 0;
            Neighbor next = routed ? neighbor : neighborOf(found, destinations[i]);
            if (next == null || !next.isReady()) {
                break;
            }
            int end = i + 1;
            while (routed && end < count && ways[end] == found) {
                end++;
            }
            int sent = forward(frame, start + i, start + end, next, device);
            i += sent;
            if (i < end) {
                break;
            }
        }
        return i;
    }

    private void count(Ip4Counters counters, int packets) {
        counters.add(Ip4Counter.IN_RECEIVES, packets);
        counters.add(Ip4Counter.IN_OCTETS, bytesIn);
        counters.add(Ip4Counter.FORW_DATAGRAMS, packets);
        counters.add(Ip4Counter.OUT_TRANSMITS, packets);
        counters.add(Ip4Counter.OUT_OCTETS, bytesOut);
        int unmarked = packets;
        for (int mark = 1; mark < 4 && marks != 0; mark++) {
            int marked = (int) (marks >>> mark * LANE) & 0xffff;
            counters.add(Ip4Counter.ofCongestion(mark), marked);
            unmarked -= marked;
        }
        counters.add(Ip4Counter.ofCongestion(0), unmarked);
    }

    /// Nothing is remembered from one frame to the next: routes and neighbours may go in between.
    private void forget() {
        way = null;
        neighbor = null;
        believed = 0;
    }

    /// Does nobody look at forwarded packets, and is nothing on the long way?
    private boolean isOpen(NetDevice device) {
        NetNamespace namespace = device.namespace();
        Hooks hooks = Hooks.of(namespace);
        if (!Ip4Device.of(device).is(Ip4Setting.FORWARDING)
                || Fib.of(namespace).hasPolicy()
                || !hooks.program(Hook.PRE_ROUTING).isEmpty()
                || !hooks.program(Hook.FORWARD).isEmpty()
                || !hooks.program(Hook.POST_ROUTING).isEmpty()) {
            return false;
        }
        for (int i = 0; i < longWay.size(); i++) {
            if (!longWay.get(i).isIdle()) {
                return false;
            }
        }
        return true;
    }

    // ---- ip_rcv_core

    /// Counts the packets from `start` on that are sound and plain, and notes their destinations.
    private int plainPackets(Frame frame, int start, int end, NetDevice device) {
        int count = 0;
        while (start + count < end) {
            Packet packet = frame.get(start + count);
            if (!packet.isPlain(device) || packet.length() < Ipv4.LENGTH || !isPlain(packet)) {
                break;
            }
            destinations[count++] = packet.i32(16);
        }
        return count;
    }

    /// Is it whole, without options, with a right checksum, between ordinary addresses, with more than a hop to live?
    private static boolean isPlain(Packet packet) {
        long first = packet.i64(0);
        long second = packet.i64(8);
        long destination = packet.u32(16);
        long sum = (first >>> 32) + (first & 0xffff_ffffL) + (second >>> 32) + (second & 0xffff_ffffL) + destination;
        sum = (sum >>> 32) + (sum & 0xffff_ffffL);
        sum = (sum >>> 16) + (sum & 0xffff);
        int total = (int) (first >>> 32) & 0xffff;
        return first >>> 56 == PLAIN_HEADER
                && (sum >>> 16) + (sum & 0xffff) == 0xffff
                && total >= Ipv4.LENGTH
                && total <= packet.length()
                && second >>> 57 != 0
                && isOrdinary((int) second)
                && isOrdinary((int) destination);
    }

    /// Neither 0/8 nor 127/8, nor a group or above.
    private static boolean isOrdinary(int address) {
        int top = address >>> 24;
        return top != 0 && top != 127 && top < 224;
    }

    // ---- fib_validate_source, ip_forward, ip_finish_output2

    /// Forwards packets to the same neighbour.
    ///
    /// @return how many it was
    private int forward(Frame frame, int from, int to, Neighbor next, NetDevice device) {
        NetDevice out = next.device();
        int longest = mtu;
        int known = believed;
        long in = 0;
        long sent = 0;
        int i = from;
        for (; i < to; i++) {
            Packet packet = frame.get(i);
            long first = packet.i64(0);
            int total = (int) (first >>> 32) & 0xffff;
            int source = packet.i32(12);
            if (total > longest || source != known && !isBelieved(packet, source, device)) {
                break;
            }
            known = believed;
            hop(packet);
            if ((first & TOS_BYTE) != 0) {
                int tos = packet.u8(TOS);
                marks += 1L << (tos & 3) * LANE;
                prioritize(packet, tos);
            }
            in += packet.length();
            sent += total;
            packet.length(total); // without the padding of a short Ethernet frame
            packet.txDevice(out);
            next.writeHeader(packet);
        }
        bytesIn += in;
        bytesOut += sent;
        return i - from;
    }

    /// One hop less to live, and the checksum for it (RFC 1624; kernel: `ip_decrease_ttl`).
    private static void hop(Packet packet) {
        int life = packet.i32(TTL);
        int checksum = (life & 0xffff) + 0x100;
        packet.put32(TTL, (life - 0x0100_0000 & 0xffff_0000) | checksum + (checksum >= 0xffff ? 1 : 0) & 0xffff);
    }

    /// Looks at a next hop that the packet before did not have.
    private boolean prepare(Nexthop found, NetDevice device) {
        NetDevice out = found.device();
        if (found.type() != RouteType.UNICAST || out == null || out == device) {
            return false;
        }
        Ip4Config config = Ip4Config.of(device.namespace());
        mtu = found.forwardMtu(config.is(Ip4Global.IP_FORWARD_USE_PMTU));
        neighbor = found.gateway() != 0 ? ArpTable.of(out.namespace()).lookup(out, found.gateway()) : null;
        way = found;
        return true;
    }

    private @Nullable Neighbor neighborOf(Nexthop found, int destination) {
        Neighbor known = neighbor;
        NetDevice out = found.device();
        if (out != null && (known == null || (int) known.low() != destination || known.device() != out)) {
            known = ArpTable.of(out.namespace()).lookup(out, destination);
            neighbor = known;
        }
        return known;
    }

    private boolean isBelieved(Packet packet, int source, NetDevice device) {
        flow.clear().from(source);
        flow.tos = packet.u8(TOS) & TypeOfService.ROUTE_MASK;
        if (validation.check(device, flow, 0) != null) {
            return false;
        }
        if (flow.tos == 0) {
            believed = source;
        }
        return true;
    }

    private static void prioritize(Packet packet, int tos) {
        if (Ip4Config.of(packet.rxDevice().namespace()).is(Ip4Global.IP_FORWARD_UPDATE_PRIORITY)) {
            packet.priority(TypeOfService.priority(tos));
        }
    }
}
