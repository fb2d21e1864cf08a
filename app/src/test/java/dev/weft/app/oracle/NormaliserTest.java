package dev.weft.app.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the comparison hides, and what it does not.
class NormaliserTest {
    @Test
    void hidesHowLongAReplyTookButNotWhatItSays() {
        assertThat(lines("64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.069 ms"))
                .containsExactly("64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=<rtt> ms⏎");
    }

    @Test
    void hidesEveryTimeOfATraceroute() {
        assertThat(lines(" 1  10.0.0.2  0.035 ms  0.007 ms 10.0.0.3  3055.028 ms !H"))
                .containsExactly(" 1  10.0.0.2  <rtt> ms  <rtt> ms 10.0.0.3  <rtt> ms !H⏎");
    }

    @Test
    void numbersRandomAddressesSoThatEqualOnesStayEqual() {
        assertThat(lines("    link/ether 36:48:cd:1c:26:91 brd ff:ff:ff:ff:ff:ff\n"
                        + "10.0.0.1 lladdr da:eb:5c:53:fd:26\n10.0.0.2 lladdr 36:48:cd:1c:26:91"))
                .containsExactly(
                        "    link/ether <mac 1> brd ff:ff:ff:ff:ff:ff⏎",
                        "10.0.0.1 lladdr <mac 2>⏎",
                        "10.0.0.2 lladdr <mac 1>⏎");
    }

    @Test
    void knowsARandomAddressAgainInABridgesIdentifier() {
        assertThat(lines("br0 36:48:cd:1c:26:91\nbr0\t\t8000.3648cd1c2691\tno"))
                .containsExactly("br0 <mac 1>⏎", "br0\t\t8000.<mac 1>\tno⏎");
    }

    @Test
    void comparesAddressesThatTheScriptGives() {
        String script = "ip link set eth0 address 02:00:00:00:00:0A";
        assertThat(Normaliser.normalise(script, "link/ether 02:00:00:00:00:0a\n8000.02000000000a"))
                .containsExactly("link/ether 02:00:00:00:00:0a⏎", "8000.02000000000a⏎");
    }

    @Test
    void numbersTheIdentifiersOfPackets() {
        assertThat(lines("IP (tos 0x0, ttl 64, id 61580, offset 0, flags [DF], proto ICMP (1), length 84)\n"
                        + "    10.0.0.1 > 10.0.0.2: ICMP echo request, id 29, seq 1, length 64\n"
                        + "    10.0.0.2 > 10.0.0.1: ICMP echo reply, id 30, seq 1, length 64"))
                .containsExactly(
                        "IP (tos 0x0, ttl 64, id <ip-id 1>, offset 0, flags [DF], proto ICMP (1), length 84)⏎",
                        "    10.0.0.1 > 10.0.0.2: ICMP echo request, id <echo-id 1>, seq 1, length 64⏎",
                        "    10.0.0.2 > 10.0.0.1: ICMP echo reply, id <echo-id 2>, seq 1, length 64⏎");
    }

    @Test
    void comparesAnEchoIdentifierThatTheScriptGives() {
        assertThat(Normaliser.normalise("ping -e 4660 10.0.0.2", "ICMP echo request, id 4660, seq 1"))
                .containsExactly("ICMP echo request, id 4660, seq 1⏎");
    }

    @Test
    void leavesIpv6Out() {
        assertThat(lines("    inet 10.0.0.1/24 scope global eth0\n    inet6 fe80::1/64 scope link \n[rc=2]"))
                .containsExactly("    inet 10.0.0.1/24 scope global eth0⏎", "[rc=2]⏎");
    }

    @Test
    void showsBlanksAtTheEnd() {
        assertThat(lines("10.0.0.2 dev eth0 FAILED ")).containsExactly("10.0.0.2 dev eth0 FAILED ⏎");
    }

    @Test
    void keepsEmptyLines() {
        assertThat(lines("a\n\nb")).containsExactly("a⏎", "⏎", "b⏎");
    }

    @Test
    void neverTouchesACommand() {
        assertThat(lines("$ echo time=0.1 ms 36:48:cd:1c:26:91"))
                .containsExactly("$ echo time=0.1 ms 36:48:cd:1c:26:91⏎");
    }

    private static List<String> lines(String transcript) {
        return Normaliser.normalise("", transcript);
    }
}
