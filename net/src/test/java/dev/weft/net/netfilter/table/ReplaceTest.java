package dev.weft.net.netfilter.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.LabSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rule sets that are replaced while packets pass.
class ReplaceTest {
    private final Lab lab = Lab.withSeed(1);

    @TempDir
    private Path folder;

    private Path file(String name, String rules) throws IOException {
        return Files.writeString(folder.resolve(name), "*filter\n:INPUT DROP [0:0]\n" + rules + "COMMIT\n");
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "-A INPUT -s 10." + (i >> 8) + "." + (i & 0xff) + ".9/32 -p tcp -m tcp --dport "
                        + (i + 1) + " -j DROP\n")
                .collect(Collectors.joining());
    }

    @Test
    void trafficSeesTheOldRulesOrTheNewAndLosesNothing() throws IOException {
        lab.run("ip link set lo up");
        Path jumping = file("jumping", ":far - [0:0]\n" + rules(50) + "-A INPUT -j far\n-A far -p icmp -j ACCEPT\n");
        Path plain = file("plain", "-A INPUT -p icmp -j ACCEPT\n");
        lab.run("iptables-restore " + plain);
        LabSession ping = lab.start(lab.network().initial(), "ping -q -i 0.01 -c 200 127.0.0.1");
        for (int i = 0; i < 100; i++) {
            assertThat(lab.run("iptables-restore " + (i % 2 == 0 ? jumping : plain))
                            .status())
                    .isZero();
            lab.advance(Duration.ofMillis(17));
        }
        lab.advance(Duration.ofSeconds(2));
        assertThat(ping.result().out()).contains("200 packets transmitted, 200 received, 0% packet loss");
    }

    @Test
    void tenThousandRulesComeBackAsTheyWereSaved() throws IOException {
        String rules = rules(10_000);
        assertThat(lab.run("iptables-restore " + file("many", rules)).err()).isEmpty();
        assertThat(lab.run("iptables -A INPUT -s 1.2.3.4 -j ACCEPT").status()).isZero();
        assertThat(lab.run("iptables-save -t filter").out())
                .contains(rules + "-A INPUT -s 1.2.3.4/32 -j ACCEPT\nCOMMIT\n");
        assertThat(lab.run("iptables -D INPUT -s 10.39.15.9 -p tcp --dport 10000 -j DROP")
                        .status())
                .isZero();
        assertThat(lab.run("iptables -S INPUT").out().lines()).hasSize(10_001);
    }
}
