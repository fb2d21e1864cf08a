package dev.weft.net.ip.v4.address;

import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibDevices;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.NexthopRequest;
import dev.weft.net.ip.fib.RouteMetrics;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteRequest;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes that an address brings and takes along: to itself, to its network, to its broadcast addresses (kernel:
/// `fib_add_ifaddr`, `fib_del_ifaddr`).
final class AddressRoutes {
    private final Fib fib;

    AddressRoutes(Fib fib) {
        this.fib = fib;
    }

    // ---- coming

    void add(InterfaceAddress address) {
        InterfaceAddress primary = primaryOf(address);
        if (primary == null) {
            return;
        }
        NetDevice device = address.device();
        add(RouteType.LOCAL, address.local(), 32, primary, 0);
        if (!device.isUp()) {
            return;
        }
        if (address.broadcast() != 0 && address.broadcast() != Ip4Address.BROADCAST.bits()) {
            add(RouteType.BROADCAST, address.broadcast(), 32, primary, 0);
        }
        if (!address.isSecondary() && hasNetwork(address)) {
            if (!address.has(InterfaceAddress.NOPREFIXROUTE)) {
                add(networkType(device), address.prefix(), address.prefixLength(), primary, address.priority());
            }
            if (address.prefixLength() < 31) {
                add(RouteType.BROADCAST, lastOf(address), 32, primary, 0);
            }
        }
    }

    private static boolean hasNetwork(InterfaceAddress address) {
        return address.prefix() != 0 && (address.prefix() != address.local() || address.prefixLength() < 32);
    }

    private static RouteType networkType(NetDevice device) {
        return device.has(NetDevice.IFF_LOOPBACK) ? RouteType.LOCAL : RouteType.UNICAST;
    }

    private static @Nullable InterfaceAddress primaryOf(InterfaceAddress address) {
        return address.isSecondary()
                ? DeviceAddresses.of(address.device()).primaryOf(address.prefix(), address.prefixLength())
                : address;
    }

    // ---- going

    /// Takes away what only this address has brought.
    ///
    /// @param promoted the primary address whose place another one takes; else null
    void delete(InterfaceAddress address, @Nullable InterfaceAddress promoted) {
        InterfaceAddress primary = primaryOf(address);
        if (primary == null || promoted != null && promoted != primary && address.isSecondary()) {
            return;
        }
        boolean hadNetwork = !address.isSecondary() && hasNetwork(address);
        if (hadNetwork && !address.has(InterfaceAddress.NOPREFIXROUTE)) {
            delete(networkType(address.device()), address.prefix(), address.prefixLength(), primary, 0);
        }
        Remaining remaining = new Remaining(address, primary, promoted);
        if (!remaining.keepsBroadcast) {
            delete(RouteType.BROADCAST, address.broadcast(), 32, primary, 0);
        }
        if (hadNetwork && address.prefixLength() < 31) {
            if (!remaining.keepsLast) {
                delete(RouteType.BROADCAST, lastOf(address), 32, primary, 0);
            }
            if (!remaining.keepsFirst) {
                delete(RouteType.BROADCAST, address.prefix(), 32, primary, 0);
            }
        }
        if (!remaining.keepsLocal) {
            delete(RouteType.LOCAL, address.local(), 32, primary, 0);
            if (remaining.isGone && fib.addressType(address.local()) != RouteType.LOCAL) {
                FibDevices.addressGone(fib, address.local());
            }
        }
    }

    /// Which of the routes of an address other addresses of the device still need, those whose routes prefer the same
    /// source.
    private static final class Remaining {
        private final InterfaceAddress going;
        private final InterfaceAddress primary;
        boolean keepsLocal;
        boolean keepsBroadcast;
        boolean keepsFirst;
        boolean keepsLast;

        /// Is it no longer on the device? While it is promoted it stays.
        boolean isGone = true;

        private @Nullable InterfaceAddress otherPrimary;
        private boolean sharesSource;

        Remaining(InterfaceAddress going, InterfaceAddress primary, @Nullable InterfaceAddress promoted) {
            this.going = going;
            this.primary = primary;
            DeviceAddresses addresses = DeviceAddresses.of(going.device());
            if (addresses.isLeaving()) {
                return;
            }
            for (InterfaceAddress other : addresses.list()) {
                if (other == going) {
                    isGone = false;
                } else if ((promoted == null || !promoted.isInNetwork(other.address(), other.prefixLength()))
                        && prefersSameSource(addresses, other)) {
                    keepFor(other);
                }
            }
        }

        private boolean prefersSameSource(DeviceAddresses addresses, InterfaceAddress other) {
            if (!other.isSecondary()) {
                if (other.local() != primary.local()) {
                    return false;
                }
                otherPrimary = other;
                sharesSource |= other != primary;
                return true;
            }
            if (primary.isInNetwork(other.address(), other.prefixLength())) {
                otherPrimary = primary;
                return true;
            }
            if (!sharesSource) {
                return false;
            }
            if (otherPrimary == null || !otherPrimary.isInNetwork(other.address(), other.prefixLength())) {
                otherPrimary = addresses.primaryOf(other.prefix(), other.prefixLength());
            }
            return otherPrimary != null && otherPrimary.local() == primary.local();
        }

        private void keepFor(InterfaceAddress other) {
            int first = going.prefix();
            int last = lastOf(going);
            keepsLocal |= going.local() == other.local();
            keepsBroadcast |= going.broadcast() == other.broadcast();
            keepsLast |= last == other.broadcast();
            keepsFirst |= first == other.broadcast();
            if (otherPrimary == other && other.prefixLength() < 31 && other.prefix() != 0) {
                keepsBroadcast |= isEndOf(other, going.broadcast());
                keepsLast |= isEndOf(other, last);
                keepsFirst |= isEndOf(other, first);
            }
        }

        private static boolean isEndOf(InterfaceAddress network, int address) {
            return address == network.prefix() || address == lastOf(network);
        }
    }

    // ---- one route

    private void add(RouteType type, int prefix, int length, InterfaceAddress primary, int priority) {
        try {
            fib.add(request(type, prefix, length, primary, priority), RouteRequest.Mode.APPEND);
        } catch (KernelError ignored) {
            // it was there already: Linux does not ask either
        }
    }

    private void delete(RouteType type, int prefix, int length, InterfaceAddress primary, int priority) {
        try {
            fib.delete(request(type, prefix, length, primary, priority));
        } catch (KernelError ignored) {
            // it was gone already
        }
    }

    private static RouteRequest request(
            RouteType type, int prefix, int length, InterfaceAddress primary, int priority) {
        return new RouteRequest(
                type,
                type == RouteType.UNICAST ? FibTable.MAIN : FibTable.LOCAL,
                prefix,
                length,
                0,
                priority,
                RouteProtocol.KERNEL,
                type == RouteType.LOCAL ? RouteScope.HOST : RouteScope.LINK,
                primary.local(),
                RouteMetrics.NONE,
                NexthopRequest.dev(primary.device().index()),
                List.of());
    }

    /// Gives the route to the network of an address another metric (kernel: `fib_modify_prefix_metric`).
    void changePriority(InterfaceAddress address, int priority) {
        if (address.isSecondary()
                || address.has(InterfaceAddress.NOPREFIXROUTE)
                || !address.device().isUp()
                || !hasNetwork(address)) {
            return;
        }
        add(networkType(address.device()), address.prefix(), address.prefixLength(), address, priority);
        delete(networkType(address.device()), address.prefix(), address.prefixLength(), address, address.priority());
    }

    private static int lastOf(InterfaceAddress address) {
        return address.prefix() | ~address.mask();
    }
}
