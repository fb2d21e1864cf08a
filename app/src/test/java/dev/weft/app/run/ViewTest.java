package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The kernel's directories show each process its own virtual namespace.
class ViewTest {
    private static final String FORWARD = "/proc/sys/net/ipv4/ip_forward";

    private static Sandboxed weft;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Files.isWritable(Path.of("/dev/fuse")), "needs /dev/fuse");
        weft = Sandboxed.withProbe();
        Sandboxed.Result result = weft.run("echo yes");
        assumeTrue(result.out().equals("yes\n"), "needs user namespaces: " + result.err());
    }

    @AfterAll
    static void close() throws IOException {
        if (weft != null) {
            weft.close();
        }
    }

    @Test
    void aSettingIsReadAndWritten() throws IOException {
        String before = Files.readString(Path.of(FORWARD));
        assertThat(weft.run("f=" + FORWARD + "; cat $f; echo 1 > $f; cat $f; read -r x < $f; echo $x; echo 0 > $f")
                        .lines())
                .containsExactly("0", "1", "1");
        assertThat(Files.readString(Path.of(FORWARD))).isEqualTo(before);
    }

    @Test
    void everyProcessSeesItsOwnNamespace() throws IOException {
        assertThat(weft.run("""
            f=/proc/sys/net/ipv4/ip_forward
            ip add red
            ip exec red sh -c "echo 1 > $f"
            cat $f; ip exec red cat $f; nsenter --net=/run/netns/red cat $f; unshare -n cat $f
            ip del red
            """).lines()).containsExactly("0", "1", "1", "0");
    }

    @Test
    void refusesAsTheKernelDoes() throws IOException {
        Sandboxed.Result result = weft.run("""
            cd /proc/sys/net/ipv4
            (echo x > ip_forward) 2>&1; echo $?
            (echo 1 > typo) 2>&1; mkdir typo 2>&1; rm ip_forward 2>&1; cat none 2>&1
            """);
        assertThat(result.lines())
                .containsExactly(
                        "bash: line 2: echo: write error: Invalid argument",
                        "1",
                        "bash: line 3: typo: No such file or directory",
                        "mkdir: cannot create directory ‘typo’: Operation not permitted",
                        "rm: cannot remove 'ip_forward': Operation not permitted",
                        "cat: none: No such file or directory");
    }

    @Test
    void directoriesListTheDevices() throws IOException {
        assertThat(weft.run("ls /proc/sys/net/ipv4/conf; ls -ld /proc/sys/net/ipv4/conf/lo | cut -c1-10; "
                                + "test -d /proc/sys/net/ipv4/conf/nodev || echo none")
                        .lines())
                .containsExactly("all", "default", "lo", "dr-xr-xr-x", "none");
    }

    @Test
    void theTablesOfProcNetAreTheNamespaces() throws IOException {
        assertThat(weft.run("ip add red; head -n 1 /proc/net/arp; ip exec red tail -n 1 /proc/net/dev | cut -d: -f1; "
                                + "ls /proc/net | head -n 3; ip del red")
                        .lines())
                .containsExactly(
                        "IP address       HW type     Flags       HW address            Mask     Device",
                        "    lo",
                        "arp",
                        "dev",
                        "dev_mcast");
    }
}
