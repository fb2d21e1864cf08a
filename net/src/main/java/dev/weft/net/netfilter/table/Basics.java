package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.hook.HookFamily;

/// What a rule asks of a packet's IP header and devices (kernel: `struct ipt_ip`).
///
/// @param protocol    0 for any
/// @param hasProtocol was `-p` typed at all? IPv6 looks for a transport header only then
/// @param fragments   of IPv4: only later fragments, or with `isNotFragments` all but those
public record Basics(
        HookFamily family,
        AddressMask source,
        AddressMask destination,
        DeviceMask in,
        DeviceMask out,
        int protocol,
        boolean isProtocolInverted,
        boolean hasProtocol,
        boolean fragments,
        boolean isNotFragments) {
    /// Asks for nothing.
    public static Basics any(HookFamily family) {
        return new Basics(
                family,
                AddressMask.ANY,
                AddressMask.ANY,
                DeviceMask.ANY,
                DeviceMask.ANY,
                0,
                false,
                false,
                false,
                false);
    }

    /// The same for other addresses, for `-s A,B`.
    public Basics with(AddressMask itsSource, AddressMask itsDestination) {
        return new Basics(
                family,
                itsSource,
                itsDestination,
                in,
                out,
                protocol,
                isProtocolInverted,
                hasProtocol,
                fragments,
                isNotFragments);
    }

    /// The same for one protocol, as `-p`.
    public Basics with(int itsProtocol) {
        return new Basics(family, source, destination, in, out, itsProtocol, false, true, fragments, isNotFragments);
    }
}
