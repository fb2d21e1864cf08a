package dev.weft.net.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObserveTest {
    private static final String STREAM = """
        packet-generator new { name x limit 1000 size 64-64 interface v0
          data { IP4: 02:00:00:00:00:01 -> 02:00:00:00:00:02
                 UDP: 10.0.0.1 -> 10.1.0.0 - 10.1.0.9  UDP: 1234 -> 80  incrementing 18 } }
        """.replace('\n', ' ');

    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void connect() {
        lab.sh("""
            ip link add v0 type veth peer name v1
            ip link set v0 up
            ip link set v1 up
            """);
    }

    @Test
    void theGeneratorSendsWhatItsStreamSays() {
        lab.watch(lab.device("", "v0"));
        lab.sh(STREAM);
        lab.sh("packet-generator enable-stream x");
        lab.settle();
        assertThat(lab.seen(lab.device("", "v0"))).hasSize(1000).allSatisfy(frame -> {
            assertThat(frame).hasSize(64);
            assertThat(frame[33]).isBetween((byte) 0, (byte) 9);
            assertThat(sumOfHeader(frame)).isEqualTo(0xffff);
        });
        assertThat(lab.run("packet-generator show").out()).containsPattern("x +No +1000 +1000");
    }

    @Test
    void aRateIsKeptInVirtualTime() {
        lab.sh(STREAM.replace("limit 1000", "limit 1000 rate 100"));
        lab.sh("packet-generator enable-stream x");
        long start = lab.clock().nanos();
        NetDevice v0 = lab.device("", "v0");
        lab.runUntil(() -> v0.statistics().rxPackets() == 1000, start + 20_000_000_000L);
        assertThat(lab.clock().nanos() - start).isBetween(9_980_000_000L, 10_010_000_000L);
    }

    @Test
    void showTellsOfNodesInterfacesAndErrors() {
        lab.sh(STREAM);
        lab.sh("packet-generator enable-stream");
        lab.settle();
        assertThat(lab.run("show runtime").out()).containsPattern("device-input +\\d+ +1000 ");
        assertThat(lab.run("show interface").out()).containsPattern("v0 +\\d+ up +1500 +rx packets +1000");
        assertThat(lab.run("show errors").out()).containsPattern("1000 +");
        lab.sh("clear errors");
        lab.settle();
        assertThat(lab.run("show errors").out()).doesNotContainPattern("1000 +");
        assertThat(lab.run("show node device-input").out()).contains("process_backlog");
        assertThat(lab.run("show graph").out()).contains("veth-output");
        assertThat(lab.run("show node nonsense").status()).isEqualTo(1);
    }

    @Test
    void traceShowsTheWayOfTheNextPackets() {
        lab.sh("trace add device-input 2");
        lab.sh(STREAM);
        lab.sh("packet-generator enable-stream");
        lab.settle();
        String report = lab.run("show trace").out();
        assertThat(report)
                .contains("packet 1: trace add device-input")
                .contains("packet 2:")
                .doesNotContain("packet 3:");
        assertThat(report).contains("• received: device v0").contains("ethernet-input");
        lab.sh("clear trace");
        assertThat(lab.run("show trace").out()).isEqualTo("No packets in trace buffer\n");
    }

    private static int sumOfHeader(byte[] frame) {
        int sum = 0;
        for (int i = 14; i < 34; i += 2) {
            sum += (frame[i] & 0xff) << 8 | (frame[i + 1] & 0xff);
        }
        return (sum & 0xffff) + (sum >>> 16);
    }
}
