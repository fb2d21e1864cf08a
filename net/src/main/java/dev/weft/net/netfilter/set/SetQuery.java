package dev.weft.net.netfilter.set;

/// What a rule asks of a set, beside whether the packet is in it (kernel: `struct ip_set_adt_opt`).
/// Of `sources` bit n says that part n of the element is the packet's source, not its destination.
public final class SetQuery {
    private final int parts;
    private final int sources;
    private final boolean returnsNomatch;
    private final boolean updatesCounters;
    private final boolean updatesSubcounters;
    private final CounterTest packets;
    private final CounterTest bytes;
    private final SetQuery ofMembers;

    public SetQuery(
            int parts,
            int sources,
            boolean returnsNomatch,
            boolean updatesCounters,
            boolean updatesSubcounters,
            CounterTest packets,
            CounterTest bytes) {
        this.parts = parts;
        this.sources = sources;
        this.returnsNomatch = returnsNomatch;
        this.updatesCounters = updatesCounters;
        this.updatesSubcounters = updatesSubcounters;
        this.packets = packets;
        this.bytes = bytes;
        boolean counts = updatesCounters && updatesSubcounters;
        boolean same = counts == updatesCounters && packets == CounterTest.NONE && bytes == CounterTest.NONE;
        ofMembers = same
                ? this
                : new SetQuery(parts, sources, returnsNomatch, counts, counts, CounterTest.NONE, CounterTest.NONE);
    }

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
        return ofMembers;
    }

    public int parts() {
        return parts;
    }

    public int sources() {
        return sources;
    }

    public boolean returnsNomatch() {
        return returnsNomatch;
    }

    public boolean updatesCounters() {
        return updatesCounters;
    }

    public boolean updatesSubcounters() {
        return updatesSubcounters;
    }

    public CounterTest packets() {
        return packets;
    }

    public CounterTest bytes() {
        return bytes;
    }
}
