package dev.weft.net.netfilter.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The classifier finds what trying every rule finds, in the same order.
class ClassifierTest {
    private final SplittableRandom random = new SplittableRandom(20_260_701);
    private final PacketFields packet = new PacketFields();
    private final Candidates candidates = new Candidates();

    @Test
    void findsWhatTryingEveryRuleFinds() {
        for (int round = 0; round < 300; round++) {
            int rules = random.nextInt(4) == 0 ? random.nextInt(6000) : random.nextInt(200);
            List<Demand> demands =
                    IntStream.range(0, rules).mapToObj(i -> demand()).toList();
            Classifier classifier = Classifier.of(demands);
            for (int i = 0; i < 50; i++) {
                fill(demands);
                assertThat(found(classifier)).isEqualTo(satisfied(demands));
            }
        }
    }

    @Test
    void aListWithoutRulesHasNoCandidates() {
        assertThat(found(Classifier.of(List.of()))).isEmpty();
    }

    @Test
    void everyPacketSatisfiesRulesThatDemandNothing() {
        assertThat(found(Classifier.of(List.of(Demand.NONE, Demand.NONE)))).containsExactly(0, 1);
    }

    @Test
    void tenThousandAddressesTakeLessThanAMegabyte() {
        List<Demand> demands = IntStream.range(0, 10_000)
                .mapToObj(i -> Demand.NONE.with(Field.SOURCE, Ranges.only(0x0a000000 + 7 * i)))
                .toList();
        Classifier classifier = Classifier.of(demands);
        packet.set(Field.SOURCE, 0x0a000000 + 7 * 9_999);

        assertThat(found(classifier)).containsExactly(9_999);
        assertThat(classifier.bytes()).isLessThan(1 << 20);
    }

    @Test
    void afterTheLastCandidateThereIsNoOther() {
        Classifier classifier = Classifier.of(List.of(Demand.NONE));
        assertThat(candidates.first(classifier, packet)).isZero();
        assertThat(candidates.next()).isEqualTo(Candidates.END);
        assertThat(candidates.next()).isEqualTo(Candidates.END);
    }

    private List<Integer> found(Classifier classifier) {
        List<Integer> found = new ArrayList<>();
        for (int rule = candidates.first(classifier, packet); rule >= 0; rule = candidates.next()) {
            found.add(rule);
        }
        return found;
    }

    private List<Integer> satisfied(List<Demand> demands) {
        return IntStream.range(0, demands.size())
                .filter(i -> demands.get(i).isSatisfiedBy(packet))
                .boxed()
                .toList();
    }

    // ---- random rules and packets

    private static final String[] DEVICES = {"eth0", "eth1", "eth10", "lo", "veth", "et", "", "wlan0"};

    private Demand demand() {
        Demand demand = Demand.NONE;
        for (Field field : Field.values()) {
            if (random.nextInt(4) == 0) {
                Ranges ranges = ranges(field);
                if (random.nextInt(4) == 0) {
                    ranges = ranges.or(ranges(field), field.last());
                }
                demand = demand.with(field, random.nextInt(6) == 0 ? ranges.complement(field.last()) : ranges);
            }
        }
        if (random.nextInt(4) == 0) {
            demand = demand.withInput(pattern());
        }
        return random.nextInt(4) == 0 ? demand.withOutput(pattern()) : demand;
    }

    private DevicePattern pattern() {
        return new DevicePattern(device(), random.nextBoolean(), random.nextInt(4) == 0);
    }

    private String device() {
        return DEVICES[random.nextInt(DEVICES.length)];
    }

    private Ranges ranges(Field field) {
        long a = value(field);
        if (random.nextBoolean()) {
            return Ranges.only(a);
        }
        long b = value(field);
        return Long.compareUnsigned(a, b) <= 0 ? Ranges.of(a, b) : Ranges.of(b, a);
    }

    /// Few different values, so that rules meet each other, and both ends.
    private long value(Field field) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> field.last();
            case 2 -> field.last() == -1 ? random.nextLong() : random.nextLong(field.last() + 1);
            default -> Math.min(random.nextLong(40), field.last() == -1 ? 40 : field.last());
        };
    }

    private void fill(List<Demand> demands) {
        for (Field field : Field.values()) {
            packet.set(field, value(field));
            if (!demands.isEmpty() && random.nextInt(3) == 0) {
                Ranges ranges = demands.get(random.nextInt(demands.size())).of(field);
                if (ranges != null && ranges.count() > 0) {
                    packet.set(field, ranges.first(0));
                }
            }
        }
        packet.devices(device(), device());
    }
}
