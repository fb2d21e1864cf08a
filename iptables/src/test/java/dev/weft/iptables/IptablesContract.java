package dev.weft.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.util.List;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What the library promises of every iptables behind it, for both IP families. Each backend has a test class
/// that says how to reach it; its tables may be used by nobody else.
@ParameterizedClass(name = "{0}")
@EnumSource(Protocol.class)
public abstract class IptablesContract {
    private static final String WEB = "WEB";
    private static final String OTHER = "OTHER";

    @Parameter
    Protocol protocol = Protocol.IPV4;

    private Iptables iptables;

    /// The backend's front for a family.
    protected abstract Iptables open(Protocol protocol);

    /// Whether the backend has a match (`-m NAME`) or target (`-j NAME`): not all have all.
    protected boolean has(Protocol protocol, String option, String name) {
        return true;
    }

    /// Whether `-c PACKETS BYTES` in a rule has its effect.
    protected boolean setsCounters(Protocol protocol) {
        return true;
    }

    @BeforeEach
    void emptyTables() {
        iptables = open(protocol);
        for (var table : List.of("filter", "nat")) {
            iptables.clearAll(table);
            iptables.deleteAll(table);
        }
        iptables.changePolicy("filter", "INPUT", "ACCEPT");
    }

    private String v6(String v4, String v6) {
        return protocol == Protocol.IPV4 ? v4 : v6;
    }

    private String net(int n) {
        return v6("10." + n + ".0.0/16", "2001:db8:" + n + "::/48");
    }

    private String host(int n) {
        return v6("192.0.2." + n + "/32", "2001:db8::" + n + "/128");
    }

    private String[] rule(int source, int destination) {
        return new String[] {"-s", net(source), "-d", host(destination), "-j", "ACCEPT"};
    }

    private String line(int source, int destination) {
        return "-A WEB -s " + net(source) + " -d " + host(destination) + " -j ACCEPT";
    }

    // Chains

    @Test
    void makesAndDeletesChains() {
        var before = iptables.listChains("filter");
        assertThat(before).containsExactly("INPUT", "FORWARD", "OUTPUT");
        iptables.newChain("filter", WEB);
        assertThat(iptables.listChains("filter")).containsExactly("INPUT", "FORWARD", "OUTPUT", WEB);
        assertThat(iptables.chainExists("filter", WEB)).isTrue();
        assertThat(iptables.list("filter", WEB)).containsExactly("-N WEB");
        iptables.deleteChain("filter", WEB);
        assertThat(iptables.listChains("filter")).isEqualTo(before);
        assertThat(iptables.chainExists("filter", WEB)).isFalse();
    }

    @Test
    void clearingMakesAMissingChainAndEmptiesOneThatIsThere() {
        iptables.clearChain("filter", WEB);
        assertThat(iptables.chainExists("filter", WEB)).isTrue();
        iptables.clearChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        iptables.clearChain("filter", WEB);
        assertThat(iptables.list("filter", WEB)).containsExactly("-N WEB");
        iptables.append("filter", "INPUT", rule(1, 1));
        iptables.clearChain("filter", "INPUT");
        assertThat(iptables.list("filter", "INPUT")).containsExactly("-P INPUT ACCEPT");
    }

    @Test
    void aChainWithRulesIsNotDeleted() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, "-j", "ACCEPT");
        failure(() -> iptables.deleteChain("filter", WEB)).returns(false, IptablesException::isNotExist);
        assertThat(iptables.clearAndDeleteChain("filter", WEB)).isTrue();
        assertThat(iptables.chainExists("filter", WEB)).isFalse();
        assertThat(iptables.clearAndDeleteChain("filter", WEB)).isFalse();
    }

    @Test
    void aChainThatIsJumpedToIsNotDeleted() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", "INPUT", "-j", WEB);
        failure(() -> iptables.deleteChain("filter", WEB)).returns(false, IptablesException::isNotExist);
        failure(iptables::deleteAll).returns(true, IptablesException::hasRun);
        iptables.delete("filter", "INPUT", "-j", WEB);
        iptables.deleteAll();
        assertThat(iptables.chainExists("filter", WEB)).isFalse();
    }

    @Test
    void jumpsFollowAChainToItsNewName() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", "INPUT", "-j", WEB);
        iptables.renameChain("filter", WEB, OTHER);
        assertThat(iptables.list("filter", "INPUT")).contains("-A INPUT -j OTHER");
        assertThat(iptables.listChains("filter")).contains(OTHER).doesNotContain(WEB);
        iptables.newChain("filter", WEB);
        failure(() -> iptables.renameChain("filter", WEB, OTHER)).returns(1, IptablesException::exitStatus);
    }

    @Test
    void aChainIsMadeOnce() {
        iptables.newChain("filter", WEB);
        failure(() -> iptables.newChain("filter", WEB))
                .returns(1, IptablesException::exitStatus)
                .returns(false, IptablesException::isNotExist);
    }

    @Test
    void setsThePolicyOfABuiltInChain() {
        iptables.changePolicy("filter", "INPUT", "DROP");
        assertThat(iptables.list("filter", "INPUT")).containsExactly("-P INPUT DROP");
        failure(() -> iptables.changePolicy("filter", "INPUT", "REJECT")).returns(1, IptablesException::exitStatus);
        failure(() -> iptables.changePolicy("filter", WEB, "DROP")).returns(1, IptablesException::exitStatus);
    }

    @Test
    void clearingATableLeavesOthersAlone() {
        iptables.append("filter", "INPUT", rule(1, 1));
        iptables.append("nat", "PREROUTING", rule(1, 1));
        iptables.clearAll();
        assertThat(iptables.list("filter", "INPUT")).hasSize(1);
        assertThat(iptables.list("nat", "PREROUTING")).hasSize(2);
        iptables.clearAll("nat");
        assertThat(iptables.list("nat", "PREROUTING")).hasSize(1);
    }

    // Rules

    @Test
    void keepsRulesInOrder() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        iptables.append("filter", WEB, rule(2, 1));
        iptables.insert("filter", WEB, 2, rule(2, 2));
        iptables.insert("filter", WEB, 1, rule(1, 2));
        assertThat(iptables.list("filter", WEB))
                .containsExactly("-N WEB", line(1, 2), line(1, 1), line(2, 2), line(2, 1));
        iptables.replace("filter", WEB, 1, rule(3, 3));
        iptables.delete("filter", WEB, rule(1, 1));
        assertThat(iptables.list("filter", WEB)).containsExactly("-N WEB", line(3, 3), line(2, 2), line(2, 1));
    }

    @Test
    void addsUniqueRulesOnce() {
        iptables.newChain("filter", WEB);
        assertThat(iptables.appendUnique("filter", WEB, rule(1, 1))).isTrue();
        assertThat(iptables.appendUnique("filter", WEB, rule(1, 1))).isFalse();
        assertThat(iptables.insertUnique("filter", WEB, 1, rule(2, 2))).isTrue();
        assertThat(iptables.insertUnique("filter", WEB, 2, rule(2, 2))).isFalse();
        assertThat(iptables.list("filter", WEB)).containsExactly("-N WEB", line(2, 2), line(1, 1));
    }

    @Test
    void tellsWhetherARuleExists() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        assertThat(iptables.exists("filter", WEB, rule(1, 1))).isTrue();
        assertThat(iptables.exists("filter", WEB, rule(1, 2))).isFalse();
        assertThat(iptables.exists("filter", WEB, "-s", net(1), "-d", host(1))).isFalse();
        assertThat(iptables.exists("filter", "MISSING", rule(1, 1))).isFalse();
    }

    @Test
    void deletesIfThereIsSomethingToDelete() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        assertThat(iptables.deleteIfExists("filter", WEB, rule(1, 1))).isTrue();
        assertThat(iptables.deleteIfExists("filter", WEB, rule(1, 1))).isFalse();
    }

    @Test
    void deletesTheFirstOfEquals() {
        iptables.append("filter", "INPUT", "-s", host(1), "-j", "DROP");
        iptables.append("filter", "INPUT", "-s", host(2), "-j", "DROP");
        iptables.append("filter", "INPUT", "-s", host(1), "-j", "DROP");
        iptables.delete("filter", "INPUT", "-s", host(1), "-j", "DROP");
        assertThat(iptables.list("filter", "INPUT"))
                .containsExactly(
                        "-P INPUT ACCEPT",
                        "-A INPUT -s " + host(2) + " -j DROP",
                        "-A INPUT -s " + host(1) + " -j DROP");
    }

    @Test
    void countsRulesFromOne() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        iptables.append("filter", WEB, rule(2, 2));
        iptables.append("filter", WEB, rule(3, 3));
        assertThat(iptables.listById("filter", WEB, 2)).contains(line(2, 2));
        iptables.deleteById("filter", WEB, 2);
        assertThat(iptables.listById("filter", WEB, 2)).contains(line(3, 3));
        assertThat(iptables.listById("filter", WEB, 3)).isEmpty();
        failure(() -> iptables.deleteById("filter", WEB, 3)).returns(1, IptablesException::exitStatus);
        failure(() -> iptables.insert("filter", WEB, 4, rule(1, 1))).returns(1, IptablesException::exitStatus);
        failure(() -> iptables.replace("filter", WEB, 3, rule(1, 1))).returns(1, IptablesException::exitStatus);
        failure(() -> iptables.insert("filter", WEB, 0, rule(1, 1))).returns(2, IptablesException::exitStatus);
    }

    @Test
    void listsTheNthTranslation() {
        assumeTrue(has(protocol, "-j", "DNAT"), "no DNAT");
        var to = v6("127.0.0.1:", "[::1]:");
        for (int i = 1; i <= 3; i++) {
            iptables.append(
                    "nat",
                    "PREROUTING",
                    "-i",
                    "lo",
                    "-p",
                    "tcp",
                    "-m",
                    "tcp",
                    "--dport",
                    "3000",
                    "-j",
                    "DNAT",
                    "--to-destination",
                    to + i);
        }
        for (int i = 1; i <= 3; i++) {
            assertThat(iptables.listById("nat", "PREROUTING", i))
                    .contains("-A PREROUTING -i lo -p tcp -m tcp --dport 3000 -j DNAT --to-destination " + to + i);
        }
    }

    @Test
    void listsInNormalForm() {
        var from = v6("10.1.2.3/8", "2001:0DB8:0::7/32");
        iptables.append(
                "filter", "INPUT", "-p", "6", "--dport", "22", "--source", from, "!", "-i", "eth+", "-j", "REJECT");
        var reject = v6("icmp-port-unreachable", "icmp6-port-unreachable");
        assertThat(iptables.list("filter", "INPUT"))
                .containsExactly(
                        "-P INPUT ACCEPT",
                        "-A INPUT -s " + v6("10.0.0.0/8", "2001:db8::/32")
                                + " ! -i eth+ -p tcp -m tcp --dport 22 -j REJECT --reject-with " + reject);
    }

    @Test
    void listsStatesInTheirOwnOrder() {
        assumeTrue(has(protocol, "-m", "conntrack"), "no match conntrack");
        iptables.newChain("filter", WEB);
        iptables.append("filter", "INPUT", "-m", "conntrack", "--ctstate", "ESTABLISHED,RELATED", "-g", WEB);
        assertThat(iptables.list("filter", "INPUT"))
                .contains("-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -g WEB");
    }

    // What is listed can be given back

    @Test
    void listedRulesAreFoundAndDeleted() {
        iptables.append("filter", "INPUT", "-m", "comment", "--comment", "say \"a\\b\" to it's  end", "-j", "ACCEPT");
        iptables.append("filter", "INPUT", "-m", "comment", "--comment", "", "-j", "ACCEPT");
        iptables.append("filter", "INPUT", "-j", "LOG", "--log-prefix", "new: ");
        iptables.append("filter", "INPUT");
        for (var line : iptables.list("filter", "INPUT")) {
            if (line.startsWith("-A")) {
                assertThat(iptables.exists("filter", "INPUT", line)).as(line).isTrue();
                iptables.delete("filter", "INPUT", line);
            }
        }
        assertThat(iptables.list("filter", "INPUT")).containsExactly("-P INPUT ACCEPT");
    }

    @Test
    void listedRulesMoveToAnotherChainWithTheirCounters() {
        assumeTrue(setsCounters(protocol), "counters of new rules are not set");
        iptables.newChain("filter", WEB);
        iptables.append("filter", "INPUT", "-c", "7", "420", "-m", "comment", "--comment", "a b", "-j", "DROP");
        iptables.listWithCounters("filter", "INPUT").stream()
                .filter(line -> line.startsWith("-A"))
                .forEach(line -> iptables.append("filter", WEB, line));
        assertThat(iptables.structuredStats("filter", WEB))
                .singleElement()
                .returns(7L, Stat::packets)
                .returns(420L, Stat::bytes)
                .returns("/* a b */", Stat::options);
        var counted = iptables.listWithCounters("filter", WEB).getLast();
        assertThat(iptables.exists("filter", WEB, counted)).isTrue();
    }

    @Test
    void aLineNeedsNoChain() {
        iptables.append("filter", "INPUT", "-s " + host(1) + " -m comment --comment \"a b\" -j DROP");
        assertThat(iptables.exists("filter", "INPUT", "-s", host(1), "-m", "comment", "--comment", "a b", "-j", "DROP"))
                .isTrue();
    }

    // Counters and statistics

    @Test
    void listsCounters() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        var before = "-A WEB -s " + net(1) + " -d " + host(1);
        assertThat(iptables.listWithCounters("filter", WEB)).first().isEqualTo("-N WEB");
        assertThat(iptables.listWithCounters("filter", WEB))
                .last()
                .isIn(before + " -c 0 0 -j ACCEPT", before + " -j ACCEPT -c 0 0");
    }

    @Test
    void statisticsAreRowsOfTenFields() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, rule(1, 1));
        iptables.append("filter", WEB, "-s", host(2), "-p", "tcp", "--dport", "80", "-j", "DROP");
        assertThat(iptables.stats("filter", WEB))
                .containsExactly(
                        List.of("0", "0", "ACCEPT", protocolOf("0"), opt(), "*", "*", net(1), host(1), ""),
                        List.of("0", "0", "DROP", protocolOf("6"), opt(), "*", "*", host(2), any(), "tcp dpt:80"));
    }

    private String any() {
        return v6("0.0.0.0/0", "::/0");
    }

    /// Numbers since 1.8.9.
    private String protocolOf(String number) {
        boolean isOld =
                !iptables.version().isAtLeast(1, 8, 9) && iptables.version().hasCheck();
        return isOld ? (number.equals("0") ? "all" : "tcp") : number;
    }

    private String opt() {
        boolean isOld =
                !iptables.version().isAtLeast(1, 8, 9) && iptables.version().hasCheck();
        return isOld && protocol == Protocol.IPV6 ? "" : "--";
    }

    @Test
    void statisticsAreRecords() throws Exception {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, "-s", net(1), "-d", host(1), "-i", "eth0", "-j", "ACCEPT");
        var stat = iptables.structuredStats("filter", WEB).getFirst();
        assertThat(stat)
                .isEqualTo(new Stat(
                        0,
                        0,
                        "ACCEPT",
                        protocolOf("0"),
                        opt(),
                        "eth0",
                        "*",
                        Network.parse(net(1)),
                        Network.parse(host(1)),
                        ""));
        assertThat(stat.source().matches(InetAddress.ofLiteral(v6("10.1.7.7", "2001:db8:1::7"))))
                .isTrue();
        assertThat(stat).isEqualTo(Stat.parse(iptables.stats("filter", WEB).getFirst()));
    }

    @Test
    void statisticsKnowNegationAndRulesWithoutTarget() {
        iptables.newChain("filter", WEB);
        iptables.append(
                "filter",
                WEB,
                "!",
                "-s",
                net(1),
                "!",
                "-d",
                host(1),
                "!",
                "-i",
                "lo",
                "-m",
                "comment",
                "--comment",
                "x");
        iptables.append("filter", WEB, "!", "-p", "udp", "-j", "DROP");
        var stats = iptables.structuredStats("filter", WEB);
        assertThat(stats.getFirst())
                .returns("", Stat::target)
                .returns("!lo", Stat::input)
                .returns(Network.parse("!" + net(1)), Stat::source)
                .returns(Network.parse("!" + host(1)), Stat::destination)
                .returns("/* x */", Stat::options);
        assertThat(stats.getFirst().source().negated()).isTrue();
        assertThat(stats.getLast().protocol()).startsWith("!");
    }

    @Test
    void anEmptyChainHasNoStatistics() {
        assertThat(iptables.structuredStats("filter", "INPUT")).isEmpty();
    }

    // Errors

    @Test
    void sayThatARuleDoesNotExist() {
        failure(() -> iptables.delete("filter", "INPUT", "-p", "tcp", "-j", "DROP"))
                .returns(1, IptablesException::exitStatus)
                .returns(
                        "iptables: Bad rule (does a matching rule exist in that chain?).\n"
                                .replace("iptables", protocol.command()),
                        e -> e.stderr().replaceFirst("^ip6?tables", protocol.command()))
                .returns(true, IptablesException::isNotExist);
    }

    @Test
    void sayThatAChainDoesNotExist() {
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> iptables.deleteChain("filter", WEB),
                () -> iptables.list("filter", WEB),
                () -> iptables.listById("filter", WEB, 1),
                () -> iptables.stats("filter", WEB),
                () -> iptables.append("filter", WEB, "-j", "DROP"),
                () -> iptables.insert("filter", WEB, 1, "-j", "DROP"),
                () -> iptables.deleteById("filter", WEB, 1),
                () -> iptables.renameChain("filter", WEB, OTHER),
                () -> iptables.delete("filter", WEB, "-j", "DROP"))) {
            failure(attempt).returns(1, IptablesException::exitStatus).returns(true, IptablesException::isNotExist);
        }
    }

    @Test
    void sayThatATableTargetOrMatchDoesNotExist() {
        failure(() -> iptables.list("nosuch", "INPUT"))
                .returns(3, IptablesException::exitStatus)
                .returns(true, IptablesException::isNotExist);
        failure(() -> iptables.append("filter", "INPUT", "-j", "NOSUCH"))
                .returns(2, IptablesException::exitStatus)
                .returns(true, IptablesException::isNotExist);
        failure(() -> iptables.append("filter", "INPUT", "-m", "nosuch", "-j", "DROP"))
                .returns(2, IptablesException::exitStatus)
                .returns(true, IptablesException::isNotExist);
    }

    @Test
    void sayWhatIsNotUnderstood() {
        failure(() -> iptables.append("filter", "INPUT", "--nosuch"))
                .returns(2, IptablesException::exitStatus)
                .returns(false, IptablesException::isNotExist)
                .extracting(IptablesException::stderr)
                .asString()
                .contains("unknown option \"--nosuch\"");
    }

    @Test
    void refuseALoop() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, "-j", WEB);
        failure(() -> iptables.append("filter", "INPUT", "-j", WEB)).returns(false, IptablesException::isNotExist);
        assertThat(iptables.list("filter", "INPUT")).hasSize(1);
    }

    // Many at once

    @Test
    void aBatchDoesItAllTogether() {
        iptables.newChain("filter", OTHER);
        iptables.append("filter", OTHER, rule(9, 9));
        iptables.batch()
                .newChain("filter", WEB)
                .append("filter", WEB, rule(1, 1))
                .insert("filter", WEB, 1, rule(2, 2))
                .append("filter", WEB, "-m", "comment", "--comment", "say \"it's\"", "-j", "RETURN")
                .append("nat", "PREROUTING", "-s " + host(1) + " -j ACCEPT")
                .clearChain("filter", OTHER)
                .append("filter", "INPUT", "-j", WEB)
                .changePolicy("filter", "INPUT", "DROP")
                .run();
        assertThat(iptables.list("filter", WEB))
                .containsExactly(
                        "-N WEB",
                        line(2, 2),
                        line(1, 1),
                        "-A WEB -m comment --comment \"say \\\"it\\'s\\\"\" -j RETURN");
        assertThat(iptables.list("filter", OTHER)).containsExactly("-N OTHER");
        assertThat(iptables.list("filter", "INPUT")).containsExactly("-P INPUT DROP", "-A INPUT -j WEB");
        assertThat(iptables.list("nat", "PREROUTING")).hasSize(2);
    }

    @Test
    void aBatchUndoesToo() {
        iptables.batch()
                .newChain("filter", WEB)
                .append("filter", WEB, rule(1, 1))
                .append("filter", WEB, rule(2, 2))
                .append("filter", WEB, rule(3, 3))
                .run();
        iptables.batch()
                .delete("filter", WEB, line(1, 1))
                .deleteById("filter", WEB, 2)
                .replace("filter", WEB, 1, rule(4, 4))
                .renameChain("filter", WEB, OTHER)
                .run();
        assertThat(iptables.list("filter", OTHER))
                .containsExactly("-N OTHER", line(4, 4).replace(WEB, OTHER));
        iptables.batch()
                .clearChain("filter", OTHER)
                .deleteChain("filter", OTHER)
                .run();
        assertThat(iptables.chainExists("filter", OTHER)).isFalse();
    }

    @Test
    void aBatchChangesATableOrLeavesIt() {
        var batch = iptables.batch()
                .append("filter", "INPUT", rule(1, 1))
                .append("filter", "INPUT", "-j", "NOSUCH")
                .append("filter", "INPUT", rule(2, 2));
        failure(batch::run).extracting(e -> e.failedLine().orElse("none")).isIn("-A INPUT -j NOSUCH", "COMMIT");
        assertThat(iptables.list("filter", "INPUT")).hasSize(1);
        failure(() -> iptables.batch().append("filter", WEB, "-j", "DROP").run())
                .returns("-A WEB -j DROP", e -> e.failedLine().orElse("none"));
    }

    @Test
    void aBatchIsTestedWithoutAnyChange() {
        var batch = iptables.batch().append("filter", "INPUT", rule(1, 1));
        batch.test();
        assertThat(iptables.list("filter", "INPUT")).hasSize(1);
        batch.run();
        assertThat(iptables.list("filter", "INPUT")).hasSize(2);
        failure(() -> iptables.batch().append("filter", "INPUT", "--nosuch").test())
                .returns(2, IptablesException::exitStatus);
    }

    @Test
    void aThousandRulesAreOneBatch() {
        var batch = iptables.batch().newChain("filter", WEB);
        for (int i = 0; i < 1000; i++) {
            batch.append("filter", WEB, "-p", "tcp", "--dport", Integer.toString(1 + i), "-j", "ACCEPT");
        }
        batch.run();
        assertThat(iptables.structuredStats("filter", WEB)).hasSize(1000);
    }

    @Test
    void whatIsSavedIsRestored() {
        iptables.newChain("filter", WEB);
        iptables.append("filter", WEB, "-c", "5", "300", "-m", "comment", "--comment", "a \"b\"", "-j", "DROP");
        iptables.append("filter", "INPUT", "-j", WEB);
        iptables.changePolicy("filter", "INPUT", "DROP");
        var saved = iptables.save("filter");
        var before = iptables.listWithCounters("filter", WEB);
        emptyTables();
        iptables.append("filter", "INPUT", rule(1, 1));
        iptables.restore(saved);
        assertThat(iptables.listWithCounters("filter", WEB)).isEqualTo(before);
        assertThat(iptables.list("filter", "INPUT")).containsExactly("-P INPUT DROP", "-A INPUT -j WEB");
        assertThat(iptables.save()).contains("*filter\n");
    }

    private static AbstractObjectAssert<?, IptablesException> failure(ThrowingCallable attempt) {
        return assertThatThrownBy(attempt).asInstanceOf(type(IptablesException.class));
    }
}
