package dev.weft.iptables;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The contract, kept by an iptables that says it is too old for `-C` and `--wait`: rules are looked up in
/// listings, and the lock file is locked (which iptables-nft itself never does, so that the two do not wait
/// for each other).
@Tag("oracle")
class HostNftWithoutCheckTest extends IptablesContract {
    private static final String OLD = "iptables v1.4.10\n";

    private static Kernel kernel;

    @BeforeAll
    static void makeNamespace() throws IOException {
        kernel = Kernel.with("iptables-nft");
    }

    @AfterAll
    static void leave() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Override
    protected Iptables open(Protocol protocol) {
        var host = HostRunner.in(kernel.namespace());
        return Iptables.builder()
                .protocol(protocol)
                .path(protocol.command() + "-nft")
                .runner(invocation -> invocation.arguments().equals(List.of("--version"))
                        ? new Runner.Result(0, OLD, "")
                        : host.run(invocation))
                .open();
    }

    @Override
    protected boolean setsCounters(Protocol protocol) {
        return protocol == Protocol.IPV4;
    }
}
