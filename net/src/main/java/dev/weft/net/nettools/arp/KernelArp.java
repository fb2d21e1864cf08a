package dev.weft.net.nettools.arp;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.arp.ArpTable;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.neighbor.Neighbor;
import dev.weft.net.ip.neighbor.NeighborTable;
import dev.weft.net.ip.neighbor.NudState;
import dev.weft.net.ip.neighbor.ProxyNeighbors.Proxy;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.ip.v4.Ip4Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The neighbours of a namespace in the old interface's terms (kernel: `arp_ioctl`, `arp_seq_show`).
public final class KernelArp implements ArpIoctls {
    private final NetNamespace namespace;
    private final NeighborTable table;

    public KernelArp(NetNamespace namespace) {
        this.namespace = namespace;
        this.table = ArpTable.of(namespace);
    }

    // ---- what is there

    @Override
    public List<ArpEntry> entries() {
        List<ArpEntry> entries = new ArrayList<>();
        for (Neighbor neighbor : table.neighbors()) {
            if (neighbor.state() != NudState.NONE && neighbor.state() != NudState.NOARP) {
                entries.add(entry(neighbor));
            }
        }
        for (Proxy proxy : table.proxies().all()) {
            entries.add(entry(proxy));
        }
        return entries;
    }

    private static ArpEntry entry(Neighbor neighbor) {
        boolean valid = neighbor.state().isValid();
        boolean permanent = neighbor.state() == NudState.PERMANENT;
        return new ArpEntry(
                new Ip4Address((int) neighbor.low()),
                neighbor.device().hardwareType(),
                (valid ? ArpEntry.COMPLETE : 0) | (permanent ? ArpEntry.PERMANENT : 0),
                valid ? new MacAddress(neighbor.address()) : MacAddress.ZERO,
                Ip4Address.BROADCAST,
                neighbor.device().name());
    }

    private static ArpEntry entry(Proxy proxy) {
        NetDevice device = proxy.device();
        return new ArpEntry(
                new Ip4Address((int) proxy.low()),
                device == null ? 0 : device.hardwareType(),
                ArpEntry.PUBLISHED | ArpEntry.PERMANENT,
                MacAddress.ZERO,
                Ip4Address.BROADCAST,
                device == null ? "*" : device.name());
    }

    @Override
    public MacAddress hardwareAddress(String device) {
        return new MacAddress(existing(device).address());
    }

    // ---- changes

    @Override
    public void set(ArpEntry request) {
        checkFlags(request);
        NetDevice device = device(request);
        if (request.has(ArpEntry.PUBLISHED)) {
            publish(request, device);
            return;
        }
        NetDevice found = device == null ? deviceTowards(request.address()) : device;
        checkType(request, found);
        Neighbor neighbor = table.lookupOrCreate(found, 0, bits(request), true);
        if (neighbor == null) {
            throw new KernelError(Errno.ENOBUFS);
        }
        neighbor.update(
                request.has(ArpEntry.COMPLETE) ? request.mac().bits() : Neighbor.NO_ADDRESS,
                request.has(ArpEntry.PERMANENT) ? NudState.PERMANENT : NudState.STALE,
                Neighbor.OVERRIDE | Neighbor.ADMIN);
    }

    @Override
    public void delete(ArpEntry request) {
        checkFlags(request);
        NetDevice device = device(request);
        if (request.has(ArpEntry.PUBLISHED)) {
            withdraw(request, device);
            return;
        }
        NetDevice found = device == null ? deviceTowards(request.address()) : device;
        Neighbor neighbor = table.lookup(found, request.address().bits());
        if (neighbor == null || neighbor.state() == NudState.NONE || neighbor.state() == NudState.NOARP) {
            throw new KernelError(Errno.ENXIO);
        }
        neighbor.update(Neighbor.NO_ADDRESS, NudState.FAILED, Neighbor.OVERRIDE | Neighbor.ADMIN);
        if (!neighbor.isDead()) {
            table.remove(neighbor);
        }
    }

    /// A published entry for one host is a proxy entry, one for all of them a setting (kernel: `arp_req_set_public`).
    private void publish(ArpEntry request, @Nullable NetDevice device) {
        checkMask(request);
        NetDevice found = device;
        if (found == null && request.has(ArpEntry.COMPLETE)) {
            found = namespace.devices().stream()
                    .filter(each -> each.hardwareType() == request.hardwareType()
                            && each.address() == request.mac().bits())
                    .findFirst()
                    .orElseThrow(() -> new KernelError(Errno.ENODEV));
        }
        if (request.netmask().bits() != 0) {
            table.proxies().add(new Proxy(found, 0, bits(request), 0, 0));
        } else {
            proxyAll(found, true);
        }
    }

    private void withdraw(ArpEntry request, @Nullable NetDevice device) {
        checkMask(request);
        if (request.netmask().bits() == 0) {
            proxyAll(device, false);
        } else if (!table.proxies().remove(device, 0, bits(request))) {
            throw new KernelError(Errno.ENXIO);
        }
    }

    private void proxyAll(@Nullable NetDevice device, boolean on) {
        Ip4Config config = Ip4Config.of(namespace);
        if (device == null) {
            config.setAll(Ip4Setting.PROXY_ARP, on ? 1 : 0);
        } else {
            config.set(device, Ip4Setting.PROXY_ARP, on ? 1 : 0);
        }
    }

    // ---- checks

    private static void checkFlags(ArpEntry request) {
        boolean onlyPublished = request.has(ArpEntry.HAS_NETMASK) || request.has(ArpEntry.NOT_PUBLISHED);
        if (onlyPublished && !request.has(ArpEntry.PUBLISHED)) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    private static void checkMask(ArpEntry request) {
        int mask = request.netmask().bits();
        if (mask != 0 && mask != -1) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    private static void checkType(ArpEntry request, NetDevice device) {
        if (request.has(ArpEntry.COMPLETE) && request.hardwareType() != device.hardwareType()) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    private @Nullable NetDevice device(ArpEntry request) {
        if (request.device().isEmpty()) {
            return null;
        }
        NetDevice device = existing(request.device());
        checkType(request, device);
        return device;
    }

    private NetDevice existing(String name) {
        NetDevice device = namespace.device(name);
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    /// The device by which packets to the address leave.
    private NetDevice deviceTowards(Ip4Address address) {
        Ip4OutputRoute route = new Ip4OutputRoute();
        Errno error = route.find(namespace, new Ip4Flow().clear().to(address.bits()));
        if (error != null) {
            throw new KernelError(error);
        }
        return route.device();
    }

    private static long bits(ArpEntry request) {
        return request.address().bits() & 0xffff_ffffL;
    }
}
