package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way that a script has to the host's network ends in Weft or in an empty namespace.
class SandboxTest {
    private static Sandboxed weft;

    @BeforeAll
    static void open() throws IOException {
        weft = Sandboxed.withProbe();
        Sandboxed.Result result = weft.run("echo yes");
        assumeTrue(result.out().equals("yes\n"), "needs user namespaces: " + result.err());
    }

    @AfterAll
    static void close() throws IOException {
        weft.close();
    }

    @Test
    void theCommandInPathIsWefts() throws IOException {
        assertThat(weft.run("ip where").lines()).containsExactly("first");
    }

    @Test
    void theCommandsAbsolutePathsAreWeftsInstalledOrNot() throws IOException {
        assertThat(weft.run("/sbin/ip where; /usr/sbin/ip where; /bin/ip where; /usr/bin/ip where")
                        .lines())
                .containsExactly("first", "first", "first", "first");
    }

    @Test
    void anEmptyEnvironmentStillFindsWeft() throws IOException {
        assertThat(weft.run("env -i ip where; env -i bash -c 'ip where'; PATH=/usr/sbin:/usr/bin sudo ip where")
                        .lines())
                .containsExactly("first", "first", "first");
    }

    @Test
    void sudoRunsTheCommandAsTheRootThatTheScriptIs() throws IOException {
        Sandboxed.Result result = weft.run(
                "sudo ip where; sudo -E -n -- ip where; sudo -u root A=b bash -c 'echo $A $(id -u)'; sudo -u nouser"
                        + " true");
        assertThat(result.lines()).containsExactly("first", "first", "b 0");
        assertThat(result.err()).isEqualTo("sudo: unknown user nouser\n");
    }

    @Test
    void aForeignToolSeesAnEmptyNetworkNamespace() throws IOException {
        assertThat(weft.run("tail -n +3 /proc/self/net/dev | wc -l; stat -Lc %i /proc/self/ns/net")
                        .lines()
                        .getFirst())
                .isEqualTo("1"); // lo, and nothing of the host's
        assertThat(weft.run("stat -Lc %i /proc/self/ns/net").out().strip())
                .isNotEqualTo(Files.getAttribute(Path.of("/proc/self/ns/net"), "unix:ino")
                        .toString());
    }

    @Test
    void unshareGivesANewVirtualNamespace() throws IOException {
        assertThat(weft.run("unshare -n ip where; unshare -n bash -c 'ip count; ip where'; ip where; ip count")
                        .lines())
                .containsExactly("nameless", "2", "nameless", "first", "1");
    }

    @Test
    void twoUnsharedNamespacesAreTwo() throws IOException {
        assertThat(weft.run("unshare -n bash -c 'ip where; unshare -n ip count; ip count'")
                        .lines())
                .containsExactly("nameless", "3", "2");
    }

    @Test
    void nsenterFindsANamedNamespace() throws IOException {
        assertThat(weft.run("ip add red; nsenter --net=/run/netns/red ip where; nsenter --net=/var/run/netns/red"
                                + " env -i /sbin/ip where; ip del red")
                        .lines())
                .containsExactly("red", "red");
    }

    @Test
    void nsenterIntoTheFirstProcessStaysInTheSandbox() throws IOException {
        assertThat(weft.run("nsenter -t $$ -n ip where").lines()).containsExactly("first");
        assertThat(weft.run("nsenter -t 1 -n ip where || echo refused").out()).isIn("nameless\n", "refused\n");
    }

    @Test
    void executesAnythingInANamedNamespace() throws IOException {
        Sandboxed.Result result = weft.run("""
            ip add red
            ip exec red ip where
            ip exec red bash -c 'ip where; sudo /sbin/ip where; exit 7'; echo $?
            ip exec red nosuchcommand; echo $?
            ip exec red bash -c 'unshare -n ip where'
            ip del red
            """);
        assertThat(result.lines()).containsExactly("red", "red", "red", "7", "1", "nameless");
        assertThat(result.err()).isEqualTo("exec of \"nosuchcommand\" failed: No such file or directory\n");
    }

    @Test
    void runsAProgramInEachNamespaceInTurn() throws IOException {
        assertThat(weft.run("ip add red; ip add blue; ip each bash -c 'ip where; exit 3'; ip del red; ip del blue")
                        .lines())
                .containsExactly("red", "status 3", "blue", "status 3");
    }

    @Test
    void filesOfANamespaceLieOverThoseOfEtc() throws IOException {
        assertThat(weft.run("""
            ip add red
            mkdir -p /etc/netns/red && echo virtual > /etc/netns/red/hostname
            ip exec red cat /etc/hostname
            ip del red
            """).lines()).containsExactly("virtual");
        assertThat(Path.of("/etc/netns/red/hostname")).doesNotExist();
    }

    @Test
    void aLinkToAProcesssNamespaceIsAName() throws IOException {
        assertThat(weft.run("""
            unshare -n sleep 100 & pid=$!
            while [ "$(readlink /proc/$pid/ns/net)" = "$(readlink /proc/$$/ns/net)" ]; do :; done
            ln -s /proc/$pid/ns/net /var/run/netns/foo
            ip names
            ip exec foo ip where
            ip identify $pid
            rm /run/netns/foo
            ip names
            """).lines()).containsExactly("foo", "foo", "foo", "");
    }

    @Test
    void tellsWhichProcessesAreInANamespace() throws IOException {
        assertThat(weft.run("""
            ip add red
            ip exec red sleep 100 & pid=$!
            while [ "$(ip pids red)" = "[]" ]; do :; done
            [ "$(ip pids red)" = "[$pid]" ] && echo same
            ip identify $pid; ip identify $$; ip identify 99999
            ip del red
            ip identify $pid
            """).lines()).containsExactly("same", "red", "first", "nowhere", "nameless");
    }

    @Test
    void namesAreFilesInRunNetns() throws IOException {
        assertThat(weft.run("ip add red; ip add blue; ls /run/netns; ip del red; ls /var/run/netns; ip del blue")
                        .lines())
                .containsExactly("blue", "red", "blue");
    }

    @Test
    void anotherSandboxOfTheSameNetworkHasItsNames() throws IOException {
        weft.run("ip add red");
        assertThat(weft.run("ls /run/netns; nsenter --net=/run/netns/red ip where; ip del red; ls /run/netns")
                        .lines())
                .containsExactly("red", "red");
    }

    @Test
    void namespacesOfABatchBecomeRealWhenTheyAreEntered() throws IOException {
        assertThat(weft.run("""
            ip add-many 100
            ls /run/netns | wc -l
            findmnt -n -t nsfs | wc -l
            ip exec many99 ip where; ip exec many0 ip where; nsenter --net=/run/netns/many99 ip where
            for i in {0..99}; do ip del many$i; done
            ls /run/netns | wc -l
            """).lines()).containsExactly("100", "64", "many99", "many0", "many99", "0");
    }

    @Test
    void commandsThatAreNotThereYetSaySo() throws IOException {
        Sandboxed.Result result = weft.run("iptables -L; echo $?");
        assertThat(result.lines()).containsExactly("127");
        assertThat(result.err()).isEqualTo("iptables: Weft does not have this command yet\n");
    }

    @Test
    void theHostsServicesCannotBeReached() throws IOException {
        assertThat(weft.run("ls /run | sort | tr '\\n' ' '; ls /dev | sort | tr '\\n' ' '")
                        .out())
                .isEqualTo("lock netns weft fd full null ptmx pts random shm stderr stdin stdout tty urandom zero ");
    }

    @Test
    void theHostsProcessesCannotBeReached() throws IOException {
        assertThat(weft.run("[ -e /proc/" + ProcessHandle.current().pid() + "/root/proc/1/exe ] || echo hidden; "
                                + "kill -9 -1; echo alive")
                        .lines())
                .containsExactly("hidden", "alive");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void theHostsSettingsAndSystemCannotBeWritten() throws IOException {
        String attempts = """
            for f in /proc/sys/kernel/hostname /proc/sys/vm/swappiness /proc/sysrq-trigger /usr/bin/weft-x \
                    /usr/lib/weft-x /run/weft/real/usr/bin/weft-x; do
                (echo x > $f) 2>/dev/null && echo wrote $f
            done
            echo x > /etc/weft-x && echo x > /var/weft-x && cat /etc/weft-x
            """;
        assertThat(weft.run(attempts).lines()).containsExactly("x");
        assertThat(Path.of("/etc/weft-x")).doesNotExist();
        assertThat(Path.of("/var/weft-x")).doesNotExist();
    }

    @Test
    void theCoversCannotBeTakenAway() throws IOException {
        assertThat(weft.run("""
            umount /run; umount -l /usr/sbin; umount -l /etc; umount /proc/sys; umount -l /sys
            mount -o remount,rw /proc/sys; mount -o remount,rw,bind /usr
            /usr/sbin/ip where; ls -d /run/weft
            """).lines()).containsExactly("first", "/run/weft");
    }

    @Test
    void theHostNameIsTheRunsOwn() throws IOException {
        String before = Files.readString(Path.of("/proc/sys/kernel/hostname"));
        assertThat(weft.run("hostname weft-test; cat /proc/sys/kernel/hostname").lines())
                .containsExactly("weft-test");
        assertThat(Files.readString(Path.of("/proc/sys/kernel/hostname"))).isEqualTo(before);
    }

    @Test
    void theScriptsOwnDirectoryStaysReal(@TempDir Path directory) throws IOException {
        weft.run("cd " + directory + " && echo kept > file");
        assertThat(directory.resolve("file")).hasContent("kept");
    }

    @Test
    void anOrdinaryUserGetsTheSame() throws IOException {
        assumeTrue(isRoot(), "needs root to become somebody else");
        Sandboxed.Result result = weft.runAsNobody("""
            id -u
            ip where; /sbin/ip where; env -i ip where; sudo ip where
            unshare -n ip where
            ip add red; ip exec red ip where; nsenter --net=/run/netns/red ip where
            mkdir -p /etc/netns/red && echo virtual > /etc/netns/red/hosts && ip exec red cat /etc/hosts
            ip del red
            ls /run
            umount /run 2>/dev/null || umount -l /usr/sbin 2>/dev/null || echo locked
            """);
        assertThat(result.lines())
                .containsExactly(
                        "0",
                        "first",
                        "first",
                        "first",
                        "first",
                        "nameless",
                        "red",
                        "red",
                        "virtual",
                        "lock",
                        "netns",
                        "weft",
                        "locked");
        assertThat(result.status()).isZero();
    }

    @Test
    void refusesWhereTheMachineForbidsNamespaces() throws IOException {
        assumeTrue(isRoot(), "needs root to forbid them");
        Sandboxed.Result result = weft.runForbidden("echo ran");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("weft: this machine does not allow user namespaces: ");
        assertThat(result.status()).isEqualTo(125);
    }

    @Test
    void theScriptsStatusIsTheRuns() throws IOException {
        assertThat(weft.run("exit 42").status()).isEqualTo(42);
        assertThat(weft.run("kill -TERM $$").status()).isEqualTo(143);
    }

    @Test
    void nothingIsLeftWhenTheRunIsKilled() throws Exception {
        String mark = "10987" + ProcessHandle.current().pid();
        Process process = weft.start("sleep " + mark + " & echo started; wait");
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("started");
        process.toHandle().destroyForcibly();
        assertThat(output.readLine()).isNull(); // ends when the last process has let go
        assertThat(ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").contains(mark)))
                .isEmpty();
    }

    private static boolean isRoot() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    }
}
