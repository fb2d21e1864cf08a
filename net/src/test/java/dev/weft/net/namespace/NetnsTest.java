package dev.weft.net.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Signal;
import dev.weft.net.lab.Lab;
import dev.weft.net.lab.LabSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expectations are what iproute2 6.1 prints on Linux 6.18.
class NetnsTest {
    private final Lab lab = Lab.withSeed(1);

    private String out(String line) {
        Lab.Result result = lab.run(line);
        assertThat(result).as(line).returns(0, Lab.Result::status).returns("", Lab.Result::err);
        return result.out();
    }

    private void fails(String line, int status, String err) {
        assertThat(lab.run(line)).as(line).isEqualTo(new Lab.Result(status, "", err));
    }

    @Test
    void namesAreListedNewestFirst() {
        lab.sh("""
            ip netns add red
            ip netns add "a b"
            """);
        assertThat(out("ip netns")).isEqualTo("a b\nred\n");
        assertThat(out("ip netns list a b c")).isEqualTo("a b\nred\n");
        lab.sh("ip netns set red 0x10");
        assertThat(out("ip netns show")).isEqualTo("a b\nred (id: 16)\n");
        assertThat(out("ip -j netns")).isEqualTo("[{\"name\":\"a b\"},{\"name\":\"red\",\"id\":16}]\n");
        lab.sh("ip netns del red");
        assertThat(out("ip netns lst")).isEqualTo("a b\n");
        lab.sh("ip -all netns del");
        assertThat(out("ip netns")).isEmpty();
        assertThat(lab.network().namespaces()).hasSize(1);
    }

    @Test
    void refusesWhatLinuxRefuses() {
        lab.sh("ip netns add red");
        fails("ip netns add red", 1, "Cannot create namespace file \"/run/netns/red\": File exists\n");
        fails("ip netns del blue", 1, "Cannot remove namespace file \"/run/netns/blue\": No such file or directory\n");
        fails("ip netns add ..", 255, "Invalid netns name \"..\"\n");
        fails("ip netns list a/b", 255, "Invalid netns name \"a/b\"\n");
        fails("ip netns add ''", 255, "Invalid netns name \"\"\n");
        fails("ip netns add " + "x".repeat(256), 255, "Invalid netns name \"" + "x".repeat(256) + "\"\n");
        fails("ip netns add", 1, "No netns name specified\n");
        fails("ip netns del", 1, "No netns name specified\n");
        fails("ip netns foo", 255, "Command \"foo\" is unknown, try \"ip netns help\".\n");
        fails("ip -n blue link", 255, "Cannot open network namespace \"blue\": No such file or directory\n");
        fails("ip netns pids", 1, "No netns name specified\n");
        fails("ip netns pids blue", 1, "Cannot open network namespace: No such file or directory\n");
        fails("ip netns pids a b", 1, "extra arguments specified\n");
        fails("ip netns identify abc", 1, "Specified string 'abc' is not a pid\n");
        fails("ip netns identify 999999", 1, "Cannot open network namespace: No such file or directory\n");
        fails("ip netns attach x", 1, "No netns name and PID specified\n");
        fails("ip netns attach x abc", 1, "Invalid PID: abc\n");
        fails("ip netns attach x 0", 1, "Invalid PID: 0\n");
        fails("ip netns attach x 9", 1, "Bind /proc/9/ns/net -> /run/netns/x failed: No such file or directory\n");
        fails("ip netns attach red 9", 1, "Cannot create namespace file \"/run/netns/red\": File exists\n");
        assertThat(lab.run("ip netns help").err()).startsWith("Usage:\tip netns list\n\tip netns add NAME\n");
    }

    @Test
    void numbersAreGivenOnce() {
        lab.sh("""
            ip netns add a
            ip netns add b
            ip netns add c
            ip netns set a 1
            ip netns set b auto
            ip -n a netns set b 7
            ip -n a netns set c 8
            """);
        assertThat(out("ip netns list-id"))
                .isEqualTo("nsid 0 (iproute2 netns name: b)\nnsid 1 (iproute2 netns name: a)\n");
        assertThat(out("ip -j netns list-id")).isEqualTo("[{\"nsid\":0,\"name\":\"b\"},{\"nsid\":1,\"name\":\"a\"}]\n");
        assertThat(out("ip netns list-id nsid 1")).isEqualTo("nsid 1 (iproute2 netns name: a)\n");
        assertThat(out("ip netns list-id target-nsid 1"))
                .isEqualTo("nsid 7 current-nsid 0 (iproute2 netns name: b)\nnsid 8 current-nsid unassigned \n");
        assertThat(out("ip -j netns list-id target-nsid 1"))
                .isEqualTo("[{\"nsid\":7,\"current-nsid\":0,\"name\":\"b\"},{\"nsid\":8}]\n");
        fails("ip netns set a 5", 2, "Error: Peer netns already has a nsid assigned.\n");
        fails("ip netns set c 1", 2, "Error: The specified nsid is already used.\n");
        fails("ip netns list-id nsid 9", 2, "Error: Peer netns reference is invalid.\n");
        fails("ip netns list-id target-nsid 9", 1, "Error: Invalid target network namespace id.\nDump terminated\n");
        fails("ip netns set c x", 255, "Error: argument \"x\" is wrong: Invalid \"netnsid\" value\n");
        fails("ip netns set c -5", 255, "Error: argument \"-5\" is wrong: \"netnsid\" value should be >= 0\n");
        fails("ip netns list-id nsid -3", 255, "Error: argument \"(null)\" is wrong: \"nsid\" value should be >= 0\n");
        fails("ip netns list-id nsid 1 nsid 2", 255, "Error: duplicate \"nsid\": \"nsid\" is the second value.\n");
        lab.sh("ip netns del b");
        assertThat(out("ip netns list-id")).isEqualTo("nsid 1 (iproute2 netns name: a)\n");
        assertThat(out("ip -n a netns list-id")).isEqualTo("nsid 8 (iproute2 netns name: c)\n");
    }

    @Test
    void programsRunInsideAndTellTheirStatus() {
        lab.sh("ip netns add red");
        assertThat(out("ip netns exec red ip netns identify")).isEqualTo("red\n");
        assertThat(out("ip -n red netns identify")).isEqualTo("red\n");
        assertThat(out("ip netns identify")).isEqualTo("\n");
        fails("ip netns exec", 1, "No netns name specified\n");
        fails("ip netns exec red", 1, "No command specified\n");
        fails("ip -all netns exec", 1, "No command specified\n");
        fails("ip netns exec blue true", 255, "Cannot open network namespace \"blue\": No such file or directory\n");
        fails("ip netns exec red nosuch", 1, "exec of \"nosuch\" failed: No such file or directory\n");
        lab.sh("ip netns add blue");
        assertThat(out("ip -all netns exec ip netns identify")).isEqualTo("\nnetns: blue\nblue\n\nnetns: red\nred\n");
        assertThat(lab.run("ip -all netns exec nosuch").status()).isZero();
    }

    @Test
    void aBatchWaitsForThePrograms(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("batch"), """
            netns add q
            netns exec q ip netns identify
            netns exec q nosuch
            netns list
            """);
        Lab.Result result = lab.run("ip -batch " + file);
        assertThat(result.out()).isEqualTo("q\n");
        assertThat(result.status()).isOne();
        assertThat(result.err())
                .isEqualTo("exec of \"nosuch\" failed: No such file or directory\nCommand failed " + file + ":3\n");
        lab.sh("ip netns del q");
        assertThat(lab.run("ip -force -batch " + file).out()).isEqualTo("q\nq\n");
    }

    @Test
    void monitorFollowsTheNamesUntilItIsInterrupted() {
        LabSession monitor = lab.start(lab.network().initial(), "ip netns monitor");
        lab.sh("""
            ip netns add red
            ip netns del red
            """);
        monitor.signal(Signal.SIGINT);
        lab.sh("ip netns add blue");
        assertThat(monitor.result()).isEqualTo(new Lab.Result(130, "add red\ndelete red\n", ""));
    }
}
