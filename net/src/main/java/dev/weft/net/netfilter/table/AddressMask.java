package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ip4Address;

/// The addresses that `-s` or `-d` asks for: a value under a mask, which need not be a prefix.
///
/// An IPv4 address stands in the lower half of `low`.
public record AddressMask(long high, long low, long maskHigh, long maskLow, boolean isInverted) {
    /// Any address.
    public static final AddressMask ANY = new AddressMask(0, 0, 0, 0, false);

    private static final long LOWER = 0xffff_ffffL;

    /// Of IPv4; the bits outside the mask are forgotten.
    public static AddressMask of4(int address, int mask, boolean inverted) {
        return new AddressMask(0, address & mask & LOWER, 0, mask & LOWER, inverted);
    }

    /// Of IPv6; the bits outside the mask are forgotten.
    public static AddressMask of6(long high, long low, long maskHigh, long maskLow, boolean inverted) {
        return new AddressMask(high & maskHigh, low & maskLow, maskHigh, maskLow, inverted);
    }

    public static AddressMask host4(int address) {
        return of4(address, -1, false);
    }

    public static AddressMask prefix4(int address, int length) {
        return of4(address, Ip4Address.mask(length), false);
    }

    /// Does it ask for nothing? An inverted "any" asks for what cannot be.
    public boolean isAny() {
        return maskHigh == 0 && maskLow == 0 && !isInverted;
    }

    public int address4() {
        return (int) low;
    }

    public int mask4() {
        return (int) maskLow;
    }

    boolean matches6(Packet packet, int offset) {
        boolean same = (packet.i64(offset) & maskHigh) == high && (packet.i64(offset + 8) & maskLow) == low;
        return same != isInverted;
    }
}
