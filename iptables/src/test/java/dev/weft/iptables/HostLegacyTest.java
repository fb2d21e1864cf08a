package dev.weft.iptables;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The contract, kept by this machine's iptables-legacy.
@Tag("oracle")
class HostLegacyTest extends IptablesContract {
    private static Kernel kernel;

    @BeforeAll
    static void makeNamespace() throws IOException {
        kernel = Kernel.with("iptables-legacy");
    }

    @AfterAll
    static void leave() {
        if (kernel != null) {
            kernel.close();
        }
    }

    @Override
    protected Iptables open(Protocol protocol) {
        return kernel.open(protocol, "-legacy");
    }
}
