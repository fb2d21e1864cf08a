package dev.weft.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The command lines that are run, version by version.
class CommandsTest {
    private final List<String> lines = new ArrayList<>();

    private IptablesBuilder version(String version) {
        return Iptables.builder().runner(invocation -> {
            if (invocation.arguments().equals(List.of("--version"))) {
                return new Runner.Result(0, "iptables v" + version + "\n", "");
            }
            lines.add(invocation.toString());
            return new Runner.Result(0, "", "");
        });
    }

    @Test
    void waitsLast() {
        version("1.8.9 (legacy)").open().append("filter", "INPUT", "-j", "DROP");
        assertThat(lines).containsExactly("iptables -t filter -A INPUT -j DROP --wait");
    }

    @Test
    void waitsForTheGivenTimeInWholeSeconds() {
        version("1.6.0").timeout(Duration.ofMillis(4200)).open().newChain("nat", "WEB");
        assertThat(lines).containsExactly("iptables -t nat -N WEB --wait 5");
    }

    @Test
    void waitsWithoutANumberWhereThatIsUnknown() {
        version("1.4.20").timeout(Duration.ofSeconds(5)).open().newChain("nat", "WEB");
        assertThat(lines).containsExactly("iptables -t nat -N WEB --wait");
    }

    @Test
    void restoresNextToTheCommand() {
        var builder = version("1.8.9 (nf_tables)").protocol(Protocol.IPV6).path("/usr/sbin/ip6tables-nft");
        var iptables = builder.timeout(Duration.ofSeconds(3)).open();
        iptables.batch().append("filter", "INPUT", "-j", "DROP").run();
        iptables.save("nat");
        iptables.batch().run();
        assertThat(lines)
                .containsExactly(
                        "/usr/sbin/ip6tables-nft-restore --noflush --wait 3", "/usr/sbin/ip6tables-nft-save -c -t nat");
    }

    @Test
    void aBatchIsGroupedByTable() {
        var batch = version("1.8.9").open().batch();
        batch.newChain("filter", "A").append("nat", "OUTPUT", "-j", "ACCEPT").append("filter", "A", "-j", "DROP");
        assertThat(batch).hasToString("*filter\n-N A\n-A A -j DROP\nCOMMIT\n*nat\n-A OUTPUT -j ACCEPT\nCOMMIT\n");
    }

    @Test
    void aBatchHoldsNoLineBreaks() {
        var batch = version("1.8.9").open().batch();
        assertThatThrownBy(() -> batch.append("filter", "INPUT", "-m", "comment", "--comment", "a\n-F"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForCountersAndChainsAsPeopleDo() {
        var iptables = version("1.8.9").open();
        iptables.listWithCounters("filter", "INPUT");
        iptables.chainExists("filter", "INPUT");
        iptables.stats("filter", "INPUT");
        assertThat(lines)
                .containsExactly(
                        "iptables -t filter -v -S INPUT --wait",
                        "iptables -t filter -S INPUT 1 --wait",
                        "iptables -t filter -L INPUT -n -v -x --wait");
    }

    @Test
    void tellsWhatCouldNotBeRun() {
        assertThatThrownBy(() -> Iptables.builder().path("/does-not-exist").open())
                .asInstanceOf(type(IptablesException.class))
                .returns(IptablesException.NOT_RUN, IptablesException::exitStatus)
                .returns(List.of("/does-not-exist", "--version"), IptablesException::command)
                .returns(false, IptablesException::hasRun)
                .returns(false, IptablesException::isNotExist)
                .extracting(Throwable::getCause)
                .isInstanceOf(IOException.class);
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        var iptables = version("1.8.9")
                .runner(invocation -> {
                    if (invocation.arguments().contains("--version")) {
                        return new Runner.Result(0, "iptables v1.8.9", "");
                    }
                    throw new InterruptedException();
                })
                .open();
        assertThatThrownBy(iptables::clearAll).isInstanceOf(IptablesException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noiseBeforeAnErrorDoesNotHideIt() {
        var iptables = version("1.8.9")
                .runner(invocation -> invocation.arguments().contains("--version")
                        ? new Runner.Result(0, "iptables v1.8.9", "")
                        : new Runner.Result(
                                1,
                                "",
                                "Another app is currently holding the xtables lock; waiting (1s) for it"
                                        + " to exit...\niptables: No chain/target/match by that name.\n"))
                .open();
        assertThatThrownBy(() -> iptables.list("filter", "WEB"))
                .asInstanceOf(type(IptablesException.class))
                .returns(true, IptablesException::isNotExist)
                .returns(false, IptablesException::isLocked);
    }
}
