package dev.weft.net.nettools.ifconfig;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.AddressRequest;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import java.util.Optional;

/// Addresses by the names of old, each of which has one: a device's, or an alias such as `eth0:1` (kernel:
/// `devinet_ioctl`). To change an address it is taken away and put back.
final class KernelAddresses {
    /// Prefixes longer than this have no broadcast address.
    private static final int LONGEST_WITH_BROADCAST = 30;

    private final Addresses addresses;

    KernelAddresses(NetNamespace namespace) {
        this.addresses = Addresses.of(namespace);
    }

    /// The first address under the name.
    Optional<InterfaceAddress> find(NetDevice device, String label) {
        return DeviceAddresses.of(device).list().stream()
                .filter(address -> address.label().equals(label))
                .findFirst();
    }

    InterfaceAddress require(NetDevice device, String label) {
        return find(device, label).orElseThrow(() -> new KernelError(Errno.EADDRNOTAVAIL));
    }

    void delete(NetDevice device, String label) {
        addresses.delete(require(device, label));
    }

    /// Puts an address in the place of the one that is there, with the prefix of its class.
    void set(NetDevice device, String label, int local) {
        int length = classLength(local);
        Optional<InterfaceAddress> present = find(device, label);
        if (present.isPresent() && present.get().local() == local) {
            return;
        }
        present.ifPresent(addresses::delete);
        if (local == 0) {
            return;
        }
        boolean pointToPoint = device.has(NetDevice.IFF_POINTOPOINT);
        int prefixLength = pointToPoint ? 32 : length;
        boolean broadcasts =
                !pointToPoint && device.has(NetDevice.IFF_BROADCAST) && prefixLength <= LONGEST_WITH_BROADCAST;
        int broadcast = broadcasts ? local | ~Ip4Address.mask(prefixLength) : 0;
        insert(device, local, local, prefixLength, broadcast, label);
    }

    /// Gives the address another prefix; its broadcast address follows if it was the old prefix's.
    void netmask(NetDevice device, String label, int mask) {
        InterfaceAddress present = require(device, label);
        if ((~mask & ~mask + 1) != 0) {
            throw new KernelError(Errno.EINVAL);
        }
        if (mask == present.mask()) {
            return;
        }
        int length = Integer.bitCount(mask);
        boolean follows = device.has(NetDevice.IFF_BROADCAST)
                && length <= LONGEST_WITH_BROADCAST
                && present.broadcast() == (present.local() | ~present.mask());
        int broadcast = follows ? present.local() | ~mask : present.broadcast();
        replace(present, present.address(), length, broadcast);
    }

    void broadcast(NetDevice device, String label, int broadcast) {
        InterfaceAddress present = require(device, label);
        if (present.broadcast() != broadcast) {
            replace(present, present.address(), present.prefixLength(), broadcast);
        }
    }

    /// Gives the address another far end.
    void destination(NetDevice device, String label, int peer) {
        InterfaceAddress present = require(device, label);
        if (present.address() == peer) {
            return;
        }
        int unused = classLength(peer);
        replace(present, peer, present.prefixLength(), present.broadcast());
    }

    private void replace(InterfaceAddress present, int peer, int length, int broadcast) {
        addresses.delete(present);
        insert(present.device(), present.local(), peer, length, broadcast, present.label());
    }

    private void insert(NetDevice device, int local, int peer, int length, int broadcast, String label) {
        int scope = Ip4Address.isLoopback(local) ? RouteScope.HOST : RouteScope.UNIVERSE;
        int forever = InterfaceAddress.FOREVER;
        addresses.add(
                new AddressRequest(device, local, peer, length, broadcast, scope, label, 0, 0, 0, forever, forever),
                AddressRequest.Mode.ADD);
    }

    /// Bits of the network in the times of classes A, B and C (kernel: `inet_abc_len`).
    ///
    /// @throws KernelError EINVAL for a multicast group
    private static int classLength(int address) {
        int first = address >>> 24;
        if (first == 0 || address == -1) {
            return 0;
        }
        if (Ip4Address.isMulticast(address)) {
            throw new KernelError(Errno.EINVAL);
        }
        return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : 32;
    }
}
