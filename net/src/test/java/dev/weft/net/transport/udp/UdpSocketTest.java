package dev.weft.net.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Udp;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Lab;
import dev.weft.net.lab.Lab;
import dev.weft.net.transport.PathMtuDiscovery;
import dev.weft.net.transport.SocketError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two hosts on a wire that speak UDP.
class UdpSocketTest {
    private static final int HERE = Ip4Address.of("10.0.0.1").bits();
    private static final int THERE = Ip4Address.of("10.0.0.2").bits();

    private final Ip4Lab ip4 = new Ip4Lab(Lab.withSeed(1));
    private final List<String> received = new ArrayList<>();
    private final List<SocketError> errors = new ArrayList<>();

    @BeforeEach
    void wire() {
        ip4.lab().sh("""
            ip netns add red
            ip link add v0 type veth peer name v1 netns red
            ip link set lo up
            ip link set v0 up
            ip -n red link set v1 up
            """);
        ip4.address("", "v0", "10.0.0.1/24");
        ip4.address("red", "v1", "10.0.0.2/24");
    }

    @AfterEach
    void nothingIsLost() {
        ip4.seconds(60);
        assertThat(ip4.lab().packetsInFlight()).isZero();
    }

    @Test
    void aDatagramReachesTheSocketOfItsPort() {
        UdpSocket server = server(7);
        UdpSocket client = client();
        assertThat(send(client, 100, THERE, 7)).isNull();
        assertThat(received).containsExactly("10.0.0.1:" + client.port() + " > 10.0.0.2:7 100 bytes");
        server.close();
    }

    @Test
    void theMostExactSocketGetsIt() {
        try (UdpSocket any = server(7);
                UdpSocket exact = new UdpSocket(ip4.namespace("red"))) {
            exact.bindDevice(ip4.lab().device("red", "v1"));
            assertThatThrownBy(() -> exact.bind(THERE, 7)).hasMessage("Address already in use");
            any.bindDevice(ip4.lab().device("red", "lo"));
            exact.bind(THERE, 7);
            exact.onReceive(packet -> received.add("exact"));
            send(client(), 1, THERE, 7);
            assertThat(received).containsExactly("exact");
        }
    }

    @Test
    void aClosedPortIsReportedWithTheQuestionQuoted() {
        UdpSocket client = client();
        send(client, 10, THERE, 33434);
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.errno()).isEqualTo(Errno.ECONNREFUSED);
            assertThat(error.type()).isEqualTo(Icmp.DESTINATION_UNREACHABLE);
            assertThat(error.code()).isEqualTo(Icmp.PORT_UNREACHABLE);
            assertThat(error.offender()).isEqualTo(THERE);
            assertThat(error.port()).isEqualTo(33434);
            assertThat(error.payload().length()).isEqualTo(Udp.LENGTH + 10);
        });
    }

    @Test
    void noMoreThanSixErrorsAtOnceThenOneASecond() {
        UdpSocket client = client();
        for (int i = 0; i < 20; i++) {
            send(client, 1, THERE, 33434);
        }
        assertThat(errors).hasSize(6);
        ip4.seconds(2);
        send(client, 1, THERE, 33434);
        assertThat(errors).hasSize(7);
    }

    @Test
    void aBroadcastReachesAllAndIsAnsweredByNobody() {
        try (UdpSocket first = server(7)) {
            UdpSocket client = client();
            assertThat(send(client, 5, HERE | 0xff, 7)).isEqualTo(Errno.EACCES);
            client.broadcast(true);
            assertThat(send(client, 5, HERE | 0xff, 7)).isNull();
            assertThat(received).hasSize(1);
            assertThat(send(client, 5, HERE | 0xff, 8)).isNull();
            assertThat(errors).isEmpty();
            assertThat(first.port()).isEqualTo(7);
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWhenItMustNotBeCut() {
        UdpSocket client = client();
        client.pathMtuDiscovery(PathMtuDiscovery.DO);
        assertThat(send(client, 2000, THERE, 7)).isEqualTo(Errno.EMSGSIZE);
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.origin()).isEqualTo(SocketError.Origin.LOCAL);
            assertThat(error.info()).isEqualTo(1500);
        });
    }

    @Test
    void portsAreChosenFromTheRangeThatIsSet() {
        ip4.lab().sh("sysctl -qw net.ipv4.ip_local_port_range='5000 5003' net.ipv4.ip_local_reserved_ports=5001,5002");
        UdpSocket first = client();
        UdpSocket second = client();
        first.connect(THERE, 7);
        second.connect(THERE, 7);
        assertThat(List.of(first.port(), second.port())).containsExactlyInAnyOrder(5000, 5003);
        assertThat(send(client(), 1, THERE, 7)).isEqualTo(Errno.EAGAIN);
        second.close();
        assertThat(send(client(), 1, THERE, 7)).isNull();
    }

    @Test
    void whatTheOtherEndDoesNotTakeIsToldToTheSenderOnce() {
        UdpSocket client = client();
        List<String> refusals = new ArrayList<>();
        client.onRefusal(() -> refusals.add("no room"));
        server(7);
        send(client, 1, THERE, 7);
        ip4.lab().sh("ip -n red link set v1 mtu 1000");
        send(client, 1200, THERE, 7);
        assertThat(refusals).hasSize(1);
        send(client, 4000, THERE, 7);
        assertThat(refusals).as("however many fragments").hasSize(2);
        assertThat(received).hasSize(1);
        assertThat(ip4.count("", Ip4Counter.OUT_DISCARDS)).isEqualTo(2);
        assertThat(ip4.count("", Ip4Counter.UDP_OUT_DATAGRAMS)).isEqualTo(1);
    }

    private UdpSocket server(int port) {
        UdpSocket socket = new UdpSocket(ip4.namespace("red"));
        socket.bind(0, port);
        socket.onReceive(this::received);
        return socket;
    }

    private UdpSocket client() {
        UdpSocket socket = new UdpSocket(ip4.namespace(""));
        socket.onError(errors::add);
        return socket;
    }

    private @Nullable Errno send(UdpSocket socket, int bytes, int destination, int port) {
        Errno error = socket.sendTo(Objects.requireNonNull(socket.allocate(bytes)), destination, port);
        ip4.lab().settle();
        return error;
    }

    private void received(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        Udp udp = new Udp(packet, ip.headerLength());
        received.add(Ip4Address.toString(ip.source()) + ":" + udp.sourcePort() + " > "
                + Ip4Address.toString(ip.destination()) + ":" + udp.destinationPort() + " "
                + (udp.length() - Udp.LENGTH) + " bytes");
    }
}
