package dev.weft.net.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.Sink;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.trace.TraceLog;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Udp;
import dev.weft.net.engine.Assembly;
import dev.weft.net.lab.Lab;
import dev.weft.net.transport.raw.RawSocket;
import dev.weft.net.transport.udp.UdpSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wild packets through bridges, routers and hosts: nothing throws, no buffer is lost, and each packet ends on an arc
/// that has a name.
class GraphFuzzTest {
    private static final int BURST = 2_000;
    private static final String SCRIPT = """
        ip netns add r
        ip netns add a
        ip netns add b
        ip link add br0 address 02:00:00:00:00:01 type bridge stp_state 1
        ip link add br1 type bridge
        ip link add up0 type veth peer name down0
        ip link add up1 type veth peer name down1
        ip link add pa type veth peer name eth0 address 02:00:00:00:00:02 netns a
        ip link add pr type veth peer name eth0 address 02:00:00:00:00:03 netns r
        ip -n r link add eth1 address 02:00:00:00:00:04 type veth peer name eth0 address 02:00:00:00:00:05 netns b
        ip link add tap0 type host mode tap dev lan
        ip -n r link add tap1 address 02:00:00:00:00:06 type host mode tap dev wan
        ip link set tap0 master br0
        ip link set up0 master br0
        ip link set up1 master br0
        ip link set down0 master br1
        ip link set down1 master br1
        ip link set pa master br1
        ip link set pr master br0
        ip addr add 10.0.0.99/24 dev br0
        ip -n a addr add 10.0.0.1/24 brd + dev eth0
        ip -n r addr add 10.0.0.254/24 brd + dev eth0
        ip -n r addr add 10.1.0.254/24 brd + dev eth1
        ip -n r addr add 10.2.0.254/24 brd + dev tap1
        ip -n b addr add 10.1.0.1/24 brd + dev eth0
        ip -n r link set eth1 mtu 600
        ip -n b link set eth0 mtu 600
        ip -n a link set lo up
        ip -n b link set lo up
        ip link set tap0 up
        ip link set br0 up
        ip link set br1 up
        ip link set pa up
        ip link set pr up
        ip link set up0 up
        ip link set up1 up
        ip link set down0 up
        ip link set down1 up
        ip -n r link set tap1 up
        ip -n r link set eth1 up
        ip -n a link set eth0 up
        ip -n b link set eth0 up
        ip -n r link set eth0 up
        ip -n a route add default via 10.0.0.254
        ip -n b route add default via 10.1.0.254
        ip -n r route add unreachable 10.10.0.0/16
        ip -n r route add 192.168.0.0/16 nexthop via 10.1.0.1 nexthop via 10.0.0.1
        ip netns exec r sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.eth1.rp_filter=1 net.ipv4.conf.all.accept_source_route=1
        ip netns exec r sysctl -qw net.ipv4.conf.eth0.proxy_arp=1 net.ipv4.conf.eth0.bc_forwarding=1 net.ipv4.conf.all.bc_forwarding=1
        ip netns exec b sysctl -qw net.ipv4.conf.all.accept_local=1 net.ipv4.icmp_echo_ignore_broadcasts=0
        """;

    private long refused;
    private long heard;

    @ParameterizedTest
    @CsvSource({"1, 256, 1", "2, 1, 1", "3, 256, 2"})
    void whateverComesIsDealtWith(long seed, int vectorSize, int workers) {
        flood(seed, vectorSize, workers, 20_000);
    }

    @Test
    void aMillionAreDealtWith() {
        flood(4, 256, 1, 500_000);
    }

    private void flood(long seed, int vectorSize, int workers, int framesOfEach) {
        Lab lab = new Lab(new Assembly.Options(seed, vectorSize, List.of()), workers);
        long before = taken(lab);
        WildHost lan = new WildHost(new WildFrames(seed, 0x0200_0000_0001L, 0x0200_0000_0002L, 0x0200_0000_0003L));
        WildHost wan = new WildHost(new WildFrames(~seed, 0x0200_0000_0006L));
        build(lab, lan, wan);
        for (Worker worker : lab.workers()) {
            worker.graph().trace(worker.graph().node("ethernet-input"), BURST, new TraceLog(BURST));
        }
        for (int sent = 0; sent < framesOfEach; sent += BURST) {
            lan.send(BURST);
            wan.send(BURST);
            assertThat(lab.runUntil(() -> lan.isDone() && wan.isDone(), in(lab, 1)))
                    .isTrue();
            lab.advance(Duration.ofMillis(40));
        }
        lab.advance(Duration.ofMinutes(2)); // fragments and neighbours are waited for no longer
        assertThat(lan.sent() + wan.sent()).isEqualTo(2L * framesOfEach);
        check(lab, before, lan, wan);
    }

    private static long in(Lab lab, int minutes) {
        return lab.clock().nanos() + Duration.ofMinutes(minutes).toNanos();
    }

    private void check(Lab lab, long before, WildHost lan, WildHost wan) {
        Map<String, Long> ends = new TreeMap<>();
        for (Worker worker : lab.workers()) {
            assertThat(worker.graph().lastFailure()).isNull();
            for (Node node : worker.graph().nodes()) {
                assertThat(node.statistics().failures()).as(node.name()).isZero();
                for (Drop drop : node.drops()) {
                    ends.merge(node.name() + " " + drop.reason().name(), drop.count(), Long::sum);
                }
                for (Sink sink : node.sinks()) {
                    ends.merge(node.name() + " " + sink.name(), sink.count(), Long::sum);
                }
            }
        }
        assertThat(lab.packetsInFlight()).as("buffers lost").isZero();
        long ended = ends.values().stream().mapToLong(Long::longValue).sum();
        long unused = lan.askedInVain() + wan.askedInVain() + refused;
        assertThat(ended).as("all packets that ever were: %s", ends).isEqualTo(taken(lab) - before - unused);
        assertThat(heard).isPositive();
        assertThat(lan.swallowed()).isPositive();
        assertThat(wan.swallowed()).isPositive();
        assertThat(ends.values().stream().filter(count -> count > 0).count()).isGreaterThan(40);
    }

    private static long taken(Lab lab) {
        return lab.workers().stream().mapToLong(worker -> worker.pool().taken()).sum();
    }

    // ---- the network

    private void build(Lab lab, WildHost lan, WildHost wan) {
        lab.network().farEnds(request -> request.device().equals("lan") ? lan : wan);
        lab.sh(SCRIPT);
        for (String host : List.of("a", "b", "r")) {
            open(Objects.requireNonNull(lab.network().named(host)));
        }
        lab.advance(Duration.ofSeconds(40)); // the spanning tree has grown
    }

    /// Sockets that answer, that listen, and that see all.
    private void open(NetNamespace namespace) {
        UdpSocket echo = new UdpSocket(namespace);
        echo.bind(0, 5000);
        echo.broadcast(true);
        echo.onReceive(packet -> answer(echo, packet));
        UdpSocket deaf = new UdpSocket(namespace);
        deaf.bind(0, 5001);
        deaf.connect(Ip4Address.of("10.0.0.2").bits(), 5002);
        deaf.onError(error -> heard++);
        for (int protocol : new int[] {IpProtocol.ICMP, IpProtocol.UDP, 255}) {
            RawSocket socket = new RawSocket(namespace, protocol);
            socket.onReceive(packet -> heard++);
            socket.onError(error -> heard++);
        }
    }

    private void answer(UdpSocket socket, Packet packet) {
        heard++;
        Ipv4 ip = new Ipv4(packet, 0);
        Udp udp = new Udp(packet, ip.headerLength());
        if (udp.sourcePort() == socket.port()) {
            return; // two that echo would never come to an end
        }
        int data = Math.max(0, packet.length() - ip.headerLength() - Udp.LENGTH);
        Packet answer = Objects.requireNonNull(socket.allocate(data));
        answer.copyFrom(0, packet, ip.headerLength() + Udp.LENGTH, data);
        if (socket.sendTo(answer, ip.source(), udp.sourcePort()) != null) {
            refused++;
        }
    }
}
