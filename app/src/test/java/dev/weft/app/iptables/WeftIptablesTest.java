package dev.weft.app.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.iptables.Iptables;
import dev.weft.iptables.IptablesContract;
import dev.weft.iptables.Protocol;
import dev.weft.iptables.Stat;
import dev.weft.iptables.Version;
import dev.weft.net.lab.Lab;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The contract of the iptables library, kept by Weft.
class WeftIptablesTest extends IptablesContract {
    private final Lab lab = Lab.withSeed(1);

    @Override
    protected Iptables open(Protocol protocol) {
        return WeftIptables.in(lab).open(protocol);
    }

    @Override
    protected boolean has(Protocol protocol, String option, String name) {
        var asked = lab.run("%s -t nat -C OUTPUT %s %s".formatted(protocol.command(), option, name));
        return !asked.err().contains("Couldn't load");
    }

    @Test
    void weftsIptablesIsLegacy() {
        assertThat(open(Protocol.IPV4).version()).isEqualTo(new Version(1, 8, 9, Version.Mode.LEGACY));
    }

    @Test
    void everyNamespaceHasTablesOfItsOwn() {
        lab.sh("ip netns add red");
        var red = Objects.requireNonNull(lab.network().named("red"));
        open(Protocol.IPV4).append("filter", "INPUT", "-j", "DROP");
        assertThat(WeftIptables.in(lab, red).open(Protocol.IPV4).list("filter", "INPUT"))
                .containsExactly("-P INPUT ACCEPT");
    }

    @Test
    void rulesMeetPackets() {
        lab.sh("""
            ip netns add red
            ip link add v0 type veth peer name eth0 netns red
            ip addr add 10.0.0.1/24 dev v0
            ip -n red addr add 10.0.0.2/24 dev eth0
            ip link set v0 up
            ip -n red link set eth0 up
            """);
        var red = Objects.requireNonNull(lab.network().named("red"));
        var iptables = WeftIptables.in(lab, red).open(Protocol.IPV4);
        assertThat(lab.run("ping -c 1 -W 1 10.0.0.2").status()).isZero();
        iptables.append("filter", "INPUT", "-p", "icmp", "--icmp-type", "echo-request", "-j", "DROP");
        assertThat(lab.run("ping -c 1 -W 1 10.0.0.2").status()).isEqualTo(1);
        assertThat(iptables.structuredStats("filter", "INPUT").getFirst())
                .returns(1L, Stat::packets)
                .returns(84L, Stat::bytes);
        iptables.clearAll();
        assertThat(lab.run("ping -c 1 -W 1 10.0.0.2").status()).isZero();
    }
}
