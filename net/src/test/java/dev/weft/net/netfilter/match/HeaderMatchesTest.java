package dev.weft.net.netfilter.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Matches that look into headers which no command here sends.
class HeaderMatchesTest {
    private static final String ETHERNET = "020000000002 020000000001 0800";
    private static final String SYN = "3039 0050 00000001 00000000 6002 ffff 0000 0000 020405b4";
    private static final String ECE = "3039 0050 00000001 00000000 5052 ffff 0000 0000";
    private static final String ESP = "00000007 00000001 00000000";
    private static final String AH = "1104 0000 00000007 00000001 00000000";

    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void buildTheNetwork() {
        lab.sh("""
            ip netns add a
            ip netns add b
            ip link add a0 netns a address 02:00:00:00:00:01 type veth peer name b0 address 02:00:00:00:00:02 netns b
            ip -n b addr add 10.0.0.2/24 dev b0
            ip -n a link set a0 up
            ip -n b link set b0 up
            """);
    }

    private void send(int protocol, String payload) {
        String bare = payload.replace(" ", "");
        int length = 20 + bare.length() / 2;
        String header = String.format("4500 %04x 0000 0000 40 %02x 0000 0a000001 0a000002", length, protocol)
                .replace(" ", "");
        byte[] bytes = HexFormat.of().parseHex(header);
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        String whole = header.substring(0, 20) + String.format("%04x", ~sum & 0xffff) + header.substring(24);
        byte[] frame = HexFormat.of().parseHex(ETHERNET.replace(" ", "") + whole + bare);
        lab.transmit(lab.device("a", "a0"), frame);
        lab.settle();
    }

    private Lab.Result filter(String rule) {
        return lab.run(Objects.requireNonNull(lab.network().named("b")), "iptables " + rule);
    }

    /// How many packets each rule has matched.
    private String counted() {
        StringBuilder counts = new StringBuilder();
        filter("-t raw -nvxL PREROUTING")
                .out()
                .lines()
                .skip(2)
                .forEach(line -> counts.append(line.strip().split(" +")[0]).append(' '));
        return counts.toString().strip();
    }

    private void rules(String protocol, String... matches) {
        for (String match : matches) {
            Lab.Result result = filter("-t raw -A PREROUTING -p " + protocol + " " + match);
            assertThat(result.status()).as(result.err()).isZero();
        }
    }

    @Test
    void theGreatestSegmentOfASyn() {
        rules(
                "tcp",
                "-m tcpmss --mss 1460",
                "-m tcpmss ! --mss 1460",
                "-m tcpmss --mss 1461:",
                "-m tcpmss --mss :1460");
        send(6, SYN);
        assertThat(counted()).isEqualTo("1 0 0 1");
        send(6, ECE); // without the option
        assertThat(counted()).isEqualTo("1 1 0 1");
    }

    @Test
    void congestionInTheHeaderOfTcp() {
        rules("tcp", "-m ecn --ecn-tcp-ece", "-m ecn ! --ecn-tcp-ece", "-m ecn --ecn-tcp-cwr");
        send(6, SYN);
        send(6, ECE);
        assertThat(counted()).isEqualTo("1 1 0");
    }

    @Test
    void indexesOfSecurityParameters() {
        rules("esp", "-m esp --espspi 7", "-m esp ! --espspi 1:7", "-m esp");
        send(50, ESP);
        assertThat(counted()).isEqualTo("1 0 1");
        filter("-t raw -F");
        rules("ah", "-m ah --ahspi 5:7", "-m ah ! --ahspi 7");
        send(51, AH);
        assertThat(counted()).isEqualTo("1 0");
    }

    @Test
    void aPacketThatEndsTooEarlyIsDropped() {
        rules("esp", "-m esp --espspi 7");
        rules("all", "-m comment --comment reached");
        send(50, "00000007");
        assertThat(counted()).isEqualTo("0 0");
    }

    @Test
    void bytesAtTheVeryEnd() {
        rules(
                "esp",
                "-m string --hex-string '|00000000|' --algo bm --from 28",
                "-m u32 --u32 28=0",
                "-m u32 --u32 29=0");
        send(50, ESP);
        assertThat(counted()).isEqualTo("1 1 0");
    }
}
