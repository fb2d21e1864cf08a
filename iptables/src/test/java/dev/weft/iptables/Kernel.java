package dev.weft.iptables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A network namespace of this machine that lives as long as this object: nothing outside is touched.
public final class Kernel implements AutoCloseable {
    private final Process keeper;

    private Kernel(Process keeper) {
        this.keeper = keeper;
    }

    /// Skips the test where the command is missing, or no namespace can be made.
    public static Kernel with(String command) throws IOException {
        Assumptions.assumeTrue(isInstalled(command), command + " is not installed");
        var keeper = new ProcessBuilder("unshare", "--net", "sh", "-c", "echo ready; exec cat").start();
        var line = keeper.inputReader(StandardCharsets.UTF_8).readLine();
        Assumptions.assumeTrue("ready".equals(line), "no network namespaces here: not root");
        return new Kernel(keeper);
    }

    private static boolean isInstalled(String command) {
        return Files.isExecutable(Path.of("/usr/sbin", command)) || Files.isExecutable(Path.of("/sbin", command));
    }

    /// Where its commands run.
    public NetworkNamespace namespace() {
        return NetworkNamespace.ofProcess(keeper.pid());
    }

    /// `iptables` or `ip6tables`, with a suffix as in `iptables-nft`.
    Iptables open(Protocol protocol, String suffix) {
        return Iptables.builder()
                .protocol(protocol)
                .path(protocol.command() + suffix)
                .namespace(namespace())
                .open();
    }

    @Override
    public void close() {
        keeper.destroyForcibly();
    }
}
