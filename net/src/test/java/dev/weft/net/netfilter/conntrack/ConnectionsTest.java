package dev.weft.net.netfilter.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.wire.IpProtocol;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final int UDP = IpProtocol.UDP;

    @Test
    void findsWhatIsThereAndNothingElseHoweverItGrowsAndShrinks() {
        SplittableRandom random = new SplittableRandom(5);
        Connections connections = new Connections(1);
        Map<Long, Integer> model = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            int port = random.nextInt(40_000);
            long addresses = Tuples.addresses(0x0a00_0001, 0x0b00_0001 + port % 7);
            long key = Tuples.key(port, 53, UDP, Tuples.IPV4);
            Integer known = model.get(key);
            int entry = connections.find(addresses, key);
            assertThat(entry >>> 1).isEqualTo(known == null ? 0 : known);
            if (known == null) {
                int slot = connections.add(addresses, key, Tuples.invertAddresses(addresses), Tuples.invertKey(key));
                assertThat(connections.find(Tuples.invertAddresses(addresses), Tuples.invertKey(key)))
                        .isEqualTo(2 * slot + 1);
                model.put(key, slot);
            } else if (random.nextInt(3) > 0) {
                int handle = connections.handle(known);
                connections.retire(known);
                assertThat(connections.slot(handle)).isEqualTo(known);
                connections.release(known);
                assertThat(connections.slot(handle)).isZero();
                model.remove(key);
            }
            assertThat(connections.size()).isEqualTo(model.size());
        }
    }

    @Test
    void aMillionConnectionsTakeLessThan200BytesEach() {
        Connections connections = new Connections(1);
        int flows = 1_000_000;
        for (int i = 0; i < flows; i++) {
            long addresses = Tuples.addresses(0x0a00_0000 + (i >>> 14), 0x0b00_0001);
            long key = Tuples.key(1024 + (i & 0x3fff), 53, UDP, Tuples.IPV4);
            connections.add(addresses, key, Tuples.invertAddresses(addresses), Tuples.invertKey(key));
        }
        assertThat(connections.memory() / flows).isLessThan(200);
    }
}
