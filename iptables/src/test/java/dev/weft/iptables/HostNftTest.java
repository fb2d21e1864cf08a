package dev.weft.iptables;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The contract, kept by this machine's iptables-nft.
@Tag("oracle")
class HostNftTest extends IptablesContract {
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
        return kernel.open(protocol, "-nft");
    }

    /// ip6tables-nft 1.8.9 forgets them.
    @Override
    protected boolean setsCounters(Protocol protocol) {
        return protocol == Protocol.IPV4;
    }
}
