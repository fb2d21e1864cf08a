package dev.weft.net.link.veth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.lab.Lab;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.Links;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VethTest {
    private final Lab lab = Lab.withSeed(1);

    @Test
    void carriesFramesIntoThePeersNamespace() {
        NetNamespace here = lab.network().initial();
        lab.network().name("red", lab.network().create());
        NetDevice v0 = VethType.INSTANCE.create(
                new LinkRequest(
                        here,
                        here,
                        "v0",
                        0,
                        0,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()),
                Args.of("peer", "name", "v1", "netns", "red"));
        Links.register(v0, 0);
        NetDevice v1 = lab.device("red", "v1");
        Links.up(v0);
        Links.up(v1);
        lab.watch(v1);
        byte[] frame = new byte[64];
        frame[12] = 0x12;
        lab.transmit("v0", frame);
        assertThat(lab.seen(v1)).containsExactly(frame);
        assertThat(lab.packetsInFlight()).isZero();
    }
}
