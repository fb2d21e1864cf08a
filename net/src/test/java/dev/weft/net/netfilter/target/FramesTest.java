package dev.weft.net.netfilter.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.lab.Lab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Frames that a sends to b or c through r, whose rules change them: to the byte what Linux made of them.
///
/// In `frames.txt`, which record.py beside it wrote, rules stand after `$ `, the frame after `> `, and what b and c saw
/// after `< `.
class FramesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MARKS = 203;

    private final Lab lab = Lab.withSeed(1);

    private void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add r
            ip netns add b
            ip netns add c
            ip link add a0 netns a address 02:00:00:00:00:0a type veth peer name r0 netns r address 02:00:00:00:00:01
            ip link add b0 netns b address 02:00:00:00:00:0b type veth peer name r1 netns r address 02:00:00:00:00:02
            ip link add c0 netns c address 02:00:00:00:00:0c type veth peer name r2 netns r address 02:00:00:00:00:03
            ip -n r link set r1 mtu 1400
            ip -n r addr add 10.1.1.1/24 dev r0
            ip -n r addr add 10.1.2.1/24 dev r1
            ip -n r addr add 10.1.3.1/24 dev r2
            ip -n a link set a0 up
            ip -n b link set b0 up
            ip -n c link set c0 up
            ip -n r link set r0 up
            ip -n r link set r1 up
            ip -n r link set r2 up
            ip -n r neigh add 10.1.2.2 lladdr 02:00:00:00:00:0b dev r1 nud permanent
            ip -n r neigh add 10.1.3.9 lladdr 02:00:00:00:00:0c dev r2 nud permanent
            """);
        lab.run(router(), "sysctl -qw net.ipv4.ip_forward=1");
    }

    private NetNamespace router() {
        return Objects.requireNonNull(lab.network().named("r"));
    }

    private void rule(String rule) {
        if (rule.equals("marks to ttl")) {
            for (int mark = 0; mark < MARKS; mark++) {
                rule("-t mangle -A PREROUTING -m mark --mark " + mark + " -j TTL --ttl-set " + (mark + 3));
            }
            return;
        }
        Lab.Result result = lab.run(router(), "iptables " + rule);
        assertThat(result.err()).as(rule).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void areWhatLinuxMakesOfThem() throws IOException {
        buildTheNetwork();
        NetDevice sender = lab.device("a", "a0");
        List<NetDevice> receivers = List.of(lab.device("b", "b0"), lab.device("c", "c0"));
        receivers.forEach(lab::watch);
        int[] known = new int[receivers.size()];
        List<String> seen = new ArrayList<>();
        boolean fresh = false;
        List<String> expected = lines();
        for (String line : expected) {
            if (line.startsWith("<")) {
                continue;
            }
            seen.add(line);
            if (line.startsWith("$ iptables ")) {
                if (!fresh) {
                    List.of("raw", "mangle", "filter").forEach(table -> rule("-t " + table + " -F"));
                }
                fresh = true;
                rule(line.substring("$ iptables ".length()));
                continue;
            }
            fresh = false;
            lab.transmit(sender, HEX.parseHex(line.substring(2)));
            for (int i = 0; i < known.length; i++) {
                NetDevice receiver = receivers.get(i);
                List<byte[]> frames = lab.seen(receiver);
                for (; known[i] < frames.size(); known[i]++) {
                    seen.add("< " + receiver.name() + " " + HEX.formatHex(frames.get(known[i])));
                }
            }
        }
        assertThat(String.join("\n", seen)).isEqualTo(String.join("\n", expected));
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(FramesTest.class.getResourceAsStream("frames.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
