package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Without FUSE, copies in plain files show the kernel's directories.
class MirrorTest {
    private static Sandboxed weft;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Files.isWritable(Path.of("/proc/sys/kernel/hostname")), "needs root to hide /dev/fuse");
        weft = Sandboxed.withProbe();
        Sandboxed.Result result = weft.runWithoutFuse("findmnt -no FSTYPE /proc/sys/net");
        assumeTrue(result.out().equals("tmpfs\n"), "needs user namespaces: " + result.err());
    }

    @AfterAll
    static void close() throws IOException {
        if (weft != null) {
            weft.close();
        }
    }

    @Test
    void whatIsWrittenIsTakenOverBeforeTheNextCommand() throws IOException {
        String before = Files.readString(Path.of("/proc/sys/net/ipv4/ip_forward"));
        assertThat(weft.runWithoutFuse("""
            f=/proc/sys/net/ipv4/ip_forward
            cat $f; echo 1 > $f; ip setting net/ipv4/ip_forward; cat $f
            echo 0 > $f; ip setting net/ipv4/ip_forward
            """).lines()).containsExactly("0", "1", "1", "0");
        assertThat(Files.readString(Path.of("/proc/sys/net/ipv4/ip_forward"))).isEqualTo(before);
    }

    @Test
    void whatACommandChangesIsReadAfterIt() throws IOException {
        assertThat(weft.runWithoutFuse("""
            f=/proc/sys/net/ipv4/conf/lo/rp_filter
            cat $f; ip setting net/ipv4/conf/lo/rp_filter 2; cat $f; ip setting net/ipv4/conf/lo/rp_filter 0
            """).lines()).containsExactly("0", "2", "2", "0");
    }

    @Test
    void aNamedNamespaceHasCopiesOfItsOwn() throws IOException {
        assertThat(weft.runWithoutFuse("""
            f=/proc/sys/net/ipv4/ip_forward
            ip add red
            ip exec red sh -c "echo 1 > $f; ip setting net/ipv4/ip_forward; cat $f"
            cat $f; ip setting net/ipv4/ip_forward; ip exec red cat $f
            ip del red
            """).lines()).containsExactly("1", "1", "0", "0", "1");
    }

    @Test
    void whatTheNamespaceRefusesIsPutBack() throws IOException {
        assertThat(weft.runWithoutFuse("""
            cd /proc/sys/net/ipv4
            echo x > ip_forward; echo 1 > typo; ip where; cat ip_forward; ls typo || echo none
            """).lines()).containsExactly("first", "0", "none");
    }

    @Test
    void theTablesOfProcNetAreCopiedToo() throws IOException {
        assertThat(weft.runWithoutFuse("""
            ip add red; cat /proc/net/dev | tail -n 1 | cut -c 1-15; ip exec red cat /proc/net/igmp | wc -l; ip del red
            """).lines()).containsExactly("    lo:       0", "1");
    }
}
