package dev.weft.iptables.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.iptables.Iptables;
import dev.weft.iptables.IptablesContract;
import dev.weft.iptables.Protocol;
import dev.weft.iptables.Stat;
import org.junit.jupiter.api.Test;

/// The contract, kept by the model in memory.
class InMemoryIptablesTest extends IptablesContract {
    private final InMemoryIptables model = new InMemoryIptables();

    @Override
    protected Iptables open(Protocol protocol) {
        return model.open(protocol);
    }

    @Test
    void countsWhatTheTestSays() {
        var iptables = model.open(Protocol.IPV4);
        iptables.append("filter", "INPUT", "-j", "DROP");
        model.count(Protocol.IPV4, "filter", "INPUT", 1, 3, 180);
        assertThat(iptables.structuredStats("filter", "INPUT"))
                .extracting(Stat::packets, Stat::bytes)
                .containsExactly(tuple(3L, 180L));
    }
}
