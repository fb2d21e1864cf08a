package dev.weft.net.link.veth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VethTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void connect() {
        lab.network().name("red", lab.network().create());
        lab.sh("""
            ip link add v0 type veth peer name v1 netns red
            ip link set v0 up
            ip -n red link set v1 up
            """);
    }

    private static byte[] frame(int length) {
        byte[] frame = new byte[length];
        frame[12] = 0x12;
        return frame;
    }

    @Test
    void carriesFramesIntoThePeersNamespace() {
        NetDevice v1 = lab.device("red", "v1");
        lab.watch(v1);
        lab.transmit("v0", frame(64));
        assertThat(lab.seen(v1)).containsExactly(frame(64));
        assertThat(lab.packetsInFlight()).isZero();
    }

    @Test
    void dropsWhenThePeerIsDown() {
        lab.sh("ip -n red link set v1 down");
        lab.transmit("v0", frame(64));
        assertThat(lab.device("", "v0").hasCarrier()).isFalse();
        assertThat(lab.device("", "v0").statistics().txDroppedCount()).isOne();
        assertThat(lab.packetsInFlight()).isZero();
    }

    @Test
    void dropsWhatThePeersMtuDoesNotTake() {
        lab.sh("ip link set v0 mtu 9000");
        lab.transmit("v0", frame(1600));
        assertThat(lab.device("", "v0").statistics().txDroppedCount()).isOne();
        assertThat(lab.device("red", "v1").statistics().rxDroppedCount()).isOne();
    }

    @Test
    void bothEndsGoTogether() {
        lab.sh("ip -n red link del v1");
        assertThat(lab.run("ip link show v0").err()).isEqualTo("Device \"v0\" does not exist.\n");
    }

    @Test
    void goesWithThePeersNamespace() {
        lab.network().release(lab.device("red", "v1").namespace());
        lab.network().unname("red");
        assertThat(lab.run("ip link show v0").status()).isOne();
    }
}
