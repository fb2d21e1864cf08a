package dev.weft.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words, rules, addresses and rows, as iptables writes them.
class TextsTest {
    @Test
    void splitsQuotedWords() {
        assertThat(Words.split("-A  INPUT\t-m comment --comment \"a \\\"b\\\" \\\\ it\\'s\" \"\" x\\y"))
                .containsExactly("-A", "INPUT", "-m", "comment", "--comment", "a \"b\" \\ it's", "", "x\\y");
        assertThatThrownBy(() -> Words.split("\"open")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsSurviveTheirLine() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            var words =
                    Stream.generate(() -> word(random)).limit(random.nextInt(6)).toList();
            assertThat(Words.split(Words.join(words))).isEqualTo(words);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(8), 0, 8)
                .mapToObj(i -> " \t\"'\\a-é".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void readsRules() {
        assertThat(Rule.parse("[99:42] -A web -p tcp -j ACCEPT"))
                .isEqualTo(new Rule("web", List.of("-p", "tcp", "-j", "ACCEPT", "-c", "99", "42")));
        assertThat(Rule.parse("-A web -p tcp -c 9 8 -j ACCEPT").withoutCounters())
                .hasToString("-A web -p tcp -j ACCEPT");
        assertThat(Rule.parse("-A web")).hasToString("-A web");
        assertThatThrownBy(() -> Rule.parse("-N web")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countersStandLast() {
        assertThat(Listing.lines("[99:42] -A web -p tcp -j ACCEPT\n-A web -p tcp -j DROP\n"))
                .containsExactly("-A web -p tcp -j ACCEPT -c 99 42", "-A web -p tcp -j DROP");
    }

    @Test
    void warningsAreNoRules() {
        var warning = "# Warning: iptables-legacy tables present, use iptables-legacy to see them\n";
        assertThat(Listing.chains(warning + "-P INPUT ACCEPT\n-N web\n-A INPUT -j web\n"))
                .containsExactly("INPUT", "web");
        var listing = """
            Chain web (0 references)
                pkts      bytes target     prot opt in     out     source               destination
                   1       60            0    --  *      *       10.0.0.1             0.0.0.0/0
            """;
        assertThat(Listing.rows(warning + listing))
                .containsExactly(List.of("1", "60", "", "0", "--", "*", "*", "10.0.0.1/32", "0.0.0.0/0", ""));
    }

    @Test
    void optOfOldIp6tablesIsEmpty() {
        var listing = """
            Chain web (0 references)
                pkts      bytes target     prot opt in     out     source               destination
                   0        0 ACCEPT     all      *      *       2001:db8::1          ::/0            tcp  dpt:80
            """;
        assertThat(Listing.rows(listing))
                .containsExactly(
                        List.of("0", "0", "ACCEPT", "all", "", "*", "*", "2001:db8::1/128", "::/0", "tcp  dpt:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "!10.0.0.0/8",
                "10.1.2.3/32",
                "10.0.0.0/255.0.255.0",
                "0.0.0.0/0",
                "::/0",
                "!2001:db8::/32",
                "::1/128",
                "::ffff:10.0.0.1/128",
                "2001:db8:0:1:1:1:1:1/128",
                "2001:db8::1:0:0:1/64",
                "1:0:0:2::3/77"
            })
    void networksReadAndPrint(String text) {
        assertThat(Network.parse(text)).hasToString(text);
    }

    @Test
    void networksMatchAddresses() {
        var not = Network.parse("!10.0.0.0/255.0.255.0");
        assertThat(not.matches(InetAddress.ofLiteral("10.9.0.1"))).isFalse();
        assertThat(not.matches(InetAddress.ofLiteral("10.9.1.1"))).isTrue();
        assertThat(not.prefixLength()).isEmpty();
        assertThat(Network.parse("2001:db8::/33").matches(InetAddress.ofLiteral("2001:db8:8000::1")))
                .isFalse();
        assertThat(Network.parse("10.1.2.3/8").masked()).isEqualTo(Network.parse("10.0.0.0/8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/::", "!", "host.example"})
    void networksRefuseOtherTexts(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStatNeedsTenFields() {
        assertThatThrownBy(() -> Stat.parse(List.of("0", "0"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Stat.parse(List.of("a", "0", "", "0", "--", "*", "*", "0.0.0.0/0", "0.0.0.0/0", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
