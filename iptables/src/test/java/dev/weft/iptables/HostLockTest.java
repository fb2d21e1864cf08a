package dev.weft.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lock that programs which change rules hold against each other.
@Tag("oracle")
class HostLockTest {
    @TempDir
    Path folder;

    private Path lock;

    @BeforeEach
    void makeLock() throws IOException {
        lock = Files.createFile(folder.resolve("xtables.lock"));
    }

    @Test
    void aLockIsHeldOnceAndGivenBack() throws IOException {
        try (var first = XtablesLock.tryAcquire(lock)) {
            assertThat(first.isHeld()).isTrue();
            try (var second = XtablesLock.tryAcquire(lock)) {
                assertThat(second.isHeld()).isFalse();
            }
        }
        try (var third = XtablesLock.tryAcquire(lock)) {
            assertThat(third.isHeld()).isTrue();
        }
    }

    @Test
    void aLockNeedsItsFolder() {
        assertThatThrownBy(() -> XtablesLock.tryAcquire(folder.resolve("nosuch/xtables.lock")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open");
    }

    @Test
    void theTimeoutEndsTheWait() throws IOException {
        try (var kernel = Kernel.with("iptables-legacy")) {
            var iptables = Iptables.builder()
                    .path(withOwnLock("iptables-legacy").toString())
                    .namespace(kernel.namespace())
                    .timeout(Duration.ofSeconds(1))
                    .open();
            assertThat(iptables.listChains("filter")).isNotEmpty();
            try (var held = XtablesLock.tryAcquire(lock)) {
                assertThatThrownBy(() -> iptables.append("filter", "INPUT", "-j", "DROP"))
                        .asInstanceOf(type(IptablesException.class))
                        .returns(4, IptablesException::exitStatus)
                        .returns(true, IptablesException::isLocked)
                        .returns(false, IptablesException::isNotExist);
            }
            iptables.append("filter", "INPUT", "-j", "DROP");
        }
    }

    /// iptables takes the file of its lock from the environment.
    private Path withOwnLock(String command) throws IOException {
        var script = folder.resolve("iptables");
        Files.writeString(
                script,
                "#!/bin/sh\nXTABLES_LOCKFILE=" + lock + " exec " + command + " \"$@\"\n",
                StandardCharsets.UTF_8);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aMissingNamespaceIsNotAMissingRule() throws IOException {
        try (var kernel = Kernel.with("iptables-nft")) {
            assertThatThrownBy(() -> Iptables.builder()
                            .namespace(NetworkNamespace.named("weft-nosuch"))
                            .open())
                    .asInstanceOf(type(IptablesException.class))
                    .returns(IptablesException.NOT_RUN, IptablesException::exitStatus)
                    .returns(false, IptablesException::isNotExist);
            assertThat(kernel.open(Protocol.IPV4, "-nft").version().mode()).isEqualTo(Version.Mode.NF_TABLES);
        }
    }
}
