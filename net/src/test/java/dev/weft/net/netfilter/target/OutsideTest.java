package dev.weft.net.netfilter.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.lab.Lab;
import dev.weft.net.netfilter.target.audit.AuditRecords;
import dev.weft.net.netfilter.target.log.KernelLog;
import dev.weft.net.netfilter.target.nflog.PacketLogs;
import dev.weft.net.netfilter.target.nfqueue.PacketQueues;
import dev.weft.net.netfilter.target.nfqueue.PacketQueues.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Targets that tell or ask somebody outside the rules: host b, which a pings.
class OutsideTest {
    private final Lab lab = Lab.withSeed(1);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add b
            ip link add a0 netns a type veth peer name b0 netns b address 02:00:00:00:00:0b
            ip -n a link set a0 address 02:00:00:00:00:0a
            ip -n a addr add 10.0.1.1/24 dev a0
            ip -n b addr add 10.0.1.2/24 dev b0
            ip -n a link set a0 up
            ip -n b link set b0 up
            """);
    }

    private NetNamespace b() {
        return Objects.requireNonNull(lab.network().named("b"));
    }

    private void rule(String rule) {
        assertThat(lab.run(b(), "iptables " + rule).status()).as(rule).isZero();
    }

    private boolean pings() {
        return lab.run(Objects.requireNonNull(lab.network().named("a")), "ping -c 1 -W 1 -s 8 10.0.1.2")
                        .status()
                == 0;
    }

    @Test
    void aQueueWithoutAnybodyDropsUnlessItIsBypassed() {
        rule("-A INPUT -j NFQUEUE --queue-num 3");
        assertThat(pings()).isFalse();
        rule("-R INPUT 1 -j NFQUEUE --queue-num 3 --queue-bypass");
        rule("-A INPUT -j DROP");
        assertThat(pings()).isTrue();
    }

    @Test
    void whoIsBoundToAQueueDecides() {
        rule("-A INPUT -j NFQUEUE --queue-num 3");
        rule("-A INPUT -j DROP");
        PacketQueues.of(b()).bind(3, (packet, state) -> {
            heard.add(state.hook() + " " + packet.length());
            return heard.size() == 1 ? Decision.ACCEPT : Decision.DROP;
        });
        assertThat(pings()).isTrue();
        assertThat(pings()).isFalse();
        assertThat(heard).containsExactly("LOCAL_IN 36", "LOCAL_IN 36");
        PacketQueues.of(b()).unbind(3);
        assertThat(pings()).isFalse();
        assertThat(heard).hasSize(2);
    }

    @Test
    void whoDecidesMayChangeThePacket() {
        rule("-t mangle -A PREROUTING -j NFQUEUE --queue-num 0");
        rule("-A INPUT -m mark ! --mark 7 -j DROP");
        assertThat(pings()).isFalse();
        PacketQueues.of(b()).bind(0, (packet, state) -> {
            packet.mark(7);
            return Decision.ACCEPT;
        });
        assertThat(pings()).isTrue();
    }

    @Test
    void bothDirectionsOfAFlowComeToTheSameOfSeveralQueues() {
        rule("-A INPUT -j NFQUEUE --queue-balance 0:9");
        rule("-A OUTPUT -j NFQUEUE --queue-balance 0:9");
        for (int queue = 0; queue < 10; queue++) {
            int number = queue;
            PacketQueues.of(b()).bind(queue, (packet, state) -> {
                heard.add(state.hook() + " " + number);
                return Decision.ACCEPT;
            });
        }
        assertThat(pings()).isTrue();
        assertThat(pings()).isTrue();
        assertThat(heard).hasSize(4);
        assertThat(heard.stream().distinct()).hasSize(2);
    }

    @Test
    void nflogShowsAsMuchOfThePacketAsWasAskedFor() {
        rule("-A INPUT -j NFLOG --nflog-group 5 --nflog-prefix 'in: ' --nflog-size 20");
        assertThat(pings()).isTrue();
        PacketLogs.of(b()).bind(5, (prefix, packet, bytes, state) -> heard.add(prefix + bytes + " " + ttl(packet)));
        assertThat(pings()).isTrue();
        assertThat(heard).containsExactly("in: 20 64");
    }

    private static int ttl(Packet packet) {
        return new Ipv4(packet, 0).ttl();
    }

    @Test
    void auditMakesRecordsOnceSomebodyWantsThem() {
        rule("-A INPUT -j AUDIT --type accept");
        assertThat(pings()).isTrue();
        AuditRecords.of(b()).listen((namespace, text) -> heard.add(namespace.name() + ": " + text));
        assertThat(pings()).isTrue();
        assertThat(heard).containsExactly("b: mark=0x0 saddr=10.0.1.1 daddr=10.0.1.2 proto=1");
    }

    @Test
    void traceTellsEveryRuleThatMatches() {
        rule("-t raw -A PREROUTING -p icmp -j TRACE");
        rule("-t raw -A PREROUTING -p tcp -j DROP");
        rule("-N user");
        rule("-A user -p tcp");
        rule("-A INPUT -p udp");
        rule("-A INPUT -p icmp -j user");
        rule("-A INPUT -j ACCEPT");
        KernelLog log = KernelLog.of(b());
        log.forAll(true);
        assertThat(pings()).isTrue();
        List<String> places = log.lines().stream()
                .map(line -> line.text().replaceAll(" IN=.*", ""))
                .toList();
        assertThat(places)
                .containsExactly(
                        "TRACE: raw:PREROUTING:policy:3",
                        "TRACE: filter:INPUT:rule:2",
                        "TRACE: filter:user:return:2",
                        "TRACE: filter:INPUT:policy:3");
        assertThat(log.lines().getFirst().text())
                .matches("TRACE: raw:PREROUTING:policy:3 IN=b0 OUT= MAC=02:00:00:00:00:0b:02:00:00:00:00:0a:08:00 "
                        + "SRC=10.0.1.1 DST=10.0.1.2 LEN=36 TOS=0x00 PREC=0x00 TTL=64 ID=\\d+ DF PROTO=ICMP "
                        + "TYPE=8 CODE=0 ID=\\d+ SEQ=1 ");
    }

    @Test
    void aCopyGoesToTheGatewayAndTheExplanationSaysSo() {
        rule("-t mangle -A PREROUTING -j TEE --gateway 10.0.1.1");
        assertThat(lab.run(Objects.requireNonNull(lab.network().named("a")), "explain ping -c 1 -W 1 10.0.1.2")
                        .out())
                .contains("copied: gateway 10.0.1.1");
    }
}
