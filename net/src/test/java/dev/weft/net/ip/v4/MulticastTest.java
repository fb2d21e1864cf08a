package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.transport.udp.UdpSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is for all, or for a group, reaches those that it is for.
class MulticastTest {
    private static final int GROUP = Ip4Address.of("239.1.2.3").bits();
    private static final int PORT = 5000;

    private final Ip4Lab ip4 = Ip4Lab.router();
    private final List<String> heard = new ArrayList<>();

    private UdpSocket listener(String host, String name) {
        UdpSocket socket = new UdpSocket(ip4.namespace(host));
        socket.bind(0, PORT);
        socket.onReceive(packet -> heard.add(name));
        return socket;
    }

    private void send(UdpSocket from, int destination) {
        Packet payload = Objects.requireNonNull(from.allocate(4));
        assertThat(from.sendTo(payload, destination, PORT)).isNull();
        ip4.lab().settle();
    }

    private UdpSocket sender(String host, String device) {
        UdpSocket socket = new UdpSocket(ip4.namespace(host));
        socket.broadcast(true);
        socket.multicastDevice(ip4.lab().device(host, device));
        return socket;
    }

    @Test
    void aGroupIsHeardByItsMembersAlone() {
        UdpSocket router = listener("r", "r");
        UdpSocket from = sender("a", "eth0");
        send(from, GROUP);
        assertThat(heard).isEmpty();
        assertThat(ip4.drops("IP_MULTICAST_NOT_MEMBER")).isEqualTo(1);
        router.join(ip4.lab().device("r", "ra"), GROUP);
        send(from, GROUP);
        assertThat(heard).containsExactly("r");
        assertThat(ip4.count("r", Ip4Counter.IN_MCAST_PKTS)).isEqualTo(1);
        router.close();
        send(from, GROUP);
        assertThat(heard).hasSize(1);
    }

    @Test
    void theSenderHearsItselfIfItIsAMemberAndWantsTo() {
        UdpSocket own = listener("a", "a");
        own.join(ip4.lab().device("a", "eth0"), GROUP);
        UdpSocket from = sender("a", "eth0");
        send(from, GROUP);
        assertThat(heard).containsExactly("a");
        from.multicastLoop(false);
        send(from, GROUP);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aGroupStaysOnTheLink() {
        listener("b", "b").join(ip4.lab().device("b", "eth0"), GROUP);
        send(sender("a", "eth0"), GROUP);
        assertThat(heard).isEmpty();
    }

    @Test
    void aBroadcastReachesTheLinkAndNotWhatIsBehindTheRouter() {
        listener("r", "r");
        listener("b", "b");
        send(sender("a", "eth0"), Ip4Address.of("10.0.1.255").bits());
        assertThat(heard).containsExactly("r");
        send(sender("a", "eth0"), Ip4Address.of("10.0.2.255").bits());
        assertThat(heard).as("the router itself is one of them").containsExactly("r", "r");
        assertThat(ip4.count("r", Ip4Counter.IN_BCAST_PKTS)).isEqualTo(2);
    }

    @Test
    void aDirectedBroadcastGoesOnWhereThatIsAllowed() {
        listener("b", "b");
        ip4.sysctl("r", "conf/all/bc_forwarding", 1);
        ip4.sysctl("r", "conf/ra/bc_forwarding", 1);
        send(sender("a", "eth0"), Ip4Address.of("10.0.2.255").bits());
        assertThat(heard).containsExactly("b");
    }
}
