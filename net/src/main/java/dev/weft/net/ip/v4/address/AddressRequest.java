package dev.weft.net.ip.v4.address;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.fib.RouteScope;

/// An address as it is asked for (kernel: `struct ifaddrmsg` and its attributes).
///
/// @param local the address itself; nothing is added when it is 0
/// @param address that of the peer, or the same as `local`
/// @param broadcast 0 for none
/// @param label the device's name, and what may follow it
/// @param priority metric of the route to its network
/// @param validSeconds unsigned; [InterfaceAddress#FOREVER] for ever
/// @param preferredSeconds unsigned; [InterfaceAddress#FOREVER] for ever
public record AddressRequest(
        NetDevice device,
        int local,
        int address,
        int prefixLength,
        int broadcast,
        int scope,
        String label,
        int flags,
        int priority,
        int protocol,
        int validSeconds,
        int preferredSeconds) {

    /// What becomes of an address that is there already.
    public enum Mode {
        /// `ip address add`: it is an error.
        ADD,
        /// `ip address change` and `replace`: it gets the new lifetime and metric.
        REPLACE
    }

    /// An address for ever, without peer and broadcast address.
    public static AddressRequest of(NetDevice device, int local, int prefixLength, int scope) {
        int forever = InterfaceAddress.FOREVER;
        return new AddressRequest(
                device, local, local, prefixLength, 0, scope, device.name(), 0, 0, 0, forever, forever);
    }

    /// An address of use anywhere.
    public static AddressRequest of(NetDevice device, int local, int prefixLength) {
        return of(device, local, prefixLength, RouteScope.UNIVERSE);
    }
}
