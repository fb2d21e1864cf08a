package dev.weft.net.netfilter.set;

/// What a rule asks of a set, beside whether the packet is in it (kernel: `struct ip_set_adt_opt`).
///
/// @param sources bit n: part n of the element is the packet's source
/// @param parts how many parts are given
public record SetQuery(
        int parts,
        int sources,
        boolean returnsNomatch,
        boolean updatesCounters,
        boolean updatesSubcounters,
        CounterTest packets,
        CounterTest bytes) {
    /// How a counter is compared.
    public enum Comparison {
        NONE,
        EQUAL,
        NOT_EQUAL,
        LESS,
        GREATER
    }

    /// A comparison with a number.
    public record CounterTest(Comparison comparison, long value) {
        public static final CounterTest NONE = new CounterTest(Comparison.NONE, 0);

        boolean agrees(long counter) {
            return switch (comparison) {
                case NONE -> true;
                case EQUAL -> counter == value;
                case NOT_EQUAL -> counter != value;
                case LESS -> Long.compareUnsigned(counter, value) < 0;
                case GREATER -> Long.compareUnsigned(counter, value) > 0;
            };
        }
    }

    /// One that only names the parts.
    public static SetQuery of(int parts, int sources) {
        return new SetQuery(parts, sources, false, true, true, CounterTest.NONE, CounterTest.NONE);
    }

    boolean agrees(long packetCount, long byteCount) {
        return packets.agrees(packetCount) && bytes.agrees(byteCount);
    }

    boolean isSource(int part) {
        return (sources & 1 << part) != 0;
    }

    /// What a list asks of its members: no counters are compared, and they count unless told not to.
    SetQuery ofMembers() {
        return new SetQuery(
                parts,
                sources,
                returnsNomatch,
                updatesCounters && updatesSubcounters,
                updatesSubcounters,
                CounterTest.NONE,
                CounterTest.NONE);
    }
}
