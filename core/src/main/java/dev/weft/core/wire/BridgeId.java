package dev.weft.core.wire;

/// A bridge's identifier (IEEE 802.1D §9.2.5): its priority in the highest 16 bits, then its MAC address. The smaller
/// is better.
public record BridgeId(long bits) implements Comparable<BridgeId> {
    public static BridgeId of(int priority, MacAddress address) {
        return new BridgeId((long) priority << 48 | address.bits());
    }

    public int priority() {
        return (int) (bits >>> 48);
    }

    public MacAddress address() {
        return new MacAddress(bits);
    }

    @Override
    public int compareTo(BridgeId other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /// `8000.6e79eaf22a0b`, as brctl(8) shows it.
    @Override
    public String toString() {
        return "%04x.%012x".formatted(priority(), address().bits());
    }
}
