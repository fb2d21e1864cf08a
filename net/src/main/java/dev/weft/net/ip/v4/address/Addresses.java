package dev.weft.net.ip.v4.address;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibDevices;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Groups;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.ip.v4.address.AddressEvent.Change;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All IPv4 addresses of a namespace: what can be done to them, and what follows (kernel: net/ipv4/devinet.c).
public final class Addresses {
    private static final NamespaceKey<Addresses> KEY = new NamespaceKey<>("addresses", Addresses::new);

    private final NetNamespace namespace;
    private final Fib fib;
    private final AddressHash hash = new AddressHash();
    private final AddressRoutes routes;
    private final AddressLifetimes lifetimes;

    private Addresses(NetNamespace namespace) {
        this.namespace = namespace;
        this.fib = Fib.of(namespace);
        this.routes = new AddressRoutes(fib);
        this.lifetimes = new AddressLifetimes(this);
    }

    public static Addresses of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    NetNamespace namespace() {
        return namespace;
    }

    // ---- questions

    /// The address of this host that is `local`, the newest of several; null when there is none (kernel:
    /// `inet_lookup_ifaddr`).
    public @Nullable InterfaceAddress find(int local) {
        return hash.find(local);
    }

    public boolean isLocal(int address) {
        return hash.find(address) != null;
    }

    // ---- coming

    /// Adds an address, or gives one that is there a new life.
    ///
    /// @throws KernelError as Linux refuses it; nothing has changed then
    public void add(AddressRequest request, AddressRequest.Mode mode) {
        if (request.validSeconds() == 0
                || Integer.compareUnsigned(request.preferredSeconds(), request.validSeconds()) > 0) {
            throw new KernelError(Errno.EINVAL, "ipv4: address lifetime invalid");
        }
        Ip4Device.of(request.device()).detachFromDefaults();
        InterfaceAddress existing = existing(request);
        if (existing == null) {
            InterfaceAddress made = new InterfaceAddress(request);
            made.live(request.validSeconds(), request.preferredSeconds(), now());
            insert(made);
            if (made.has(InterfaceAddress.MCAUTOJOIN)) {
                Ip4Groups.of(made.device()).join(made.local());
            }
            lifetimes.changed(made);
        } else if (mode == AddressRequest.Mode.ADD) {
            throw new KernelError(Errno.EEXIST, "ipv4: Address already assigned");
        } else {
            change(existing, request);
            lifetimes.changed(existing);
        }
    }

    private @Nullable InterfaceAddress existing(AddressRequest request) {
        for (InterfaceAddress address : DeviceAddresses.of(request.device()).list()) {
            if (address.local() == request.local() && address.isInNetwork(request.address(), request.prefixLength())) {
                return address;
            }
        }
        return null;
    }

    private void change(InterfaceAddress address, AddressRequest request) {
        if (address.priority() != request.priority()) {
            routes.changePriority(address, request.priority());
            address.priority(request.priority());
        }
        address.protocol(request.protocol());
        address.live(request.validSeconds(), request.preferredSeconds(), now());
        publish(Change.CHANGED, address);
    }

    /// Puts a new address in its place on the device (kernel: `__inet_insert_ifa`).
    void insert(InterfaceAddress made) {
        if (made.local() == 0) {
            return;
        }
        List<InterfaceAddress> list = DeviceAddresses.of(made.device()).mutableList();
        int behindPrimaries = 0;
        for (int i = 0; i < list.size(); i++) {
            InterfaceAddress other = list.get(i);
            if (!other.isSecondary() && made.scope() <= other.scope()) {
                behindPrimaries = i + 1;
            }
            if (other.isInNetwork(made.address(), made.prefixLength())) {
                if (other.local() == made.local()) {
                    throw new KernelError(Errno.EEXIST, "ipv4: Address already assigned");
                }
                if (other.scope() != made.scope()) {
                    throw new KernelError(Errno.EINVAL, "ipv4: Invalid scope value");
                }
                made.set(InterfaceAddress.SECONDARY, true);
            }
        }
        list.add(made.isSecondary() ? list.size() : behindPrimaries, made);
        hash.add(made);
        publish(Change.ADDED, made);
        isUp(made);
    }

    /// What follows when an address has come (kernel: `fib_inetaddr_event`).
    private void isUp(InterfaceAddress address) {
        routes.add(address);
        FibDevices.revive(fib, address.device(), Nexthop.DEAD);
        fib.addressesChanged();
    }

    // ---- going

    /// Deletes the first address of the device that fits.
    ///
    /// @throws KernelError EADDRNOTAVAIL when there is none
    public void delete(NetDevice device, Predicate<InterfaceAddress> condition) {
        for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
            if (condition.test(address)) {
                delete(address);
                return;
            }
        }
        throw new KernelError(Errno.EADDRNOTAVAIL, "ipv4: Address not found");
    }

    /// Takes an address from its device, and with a primary one its secondary ones, unless the first of them is
    /// promoted (kernel: `__inet_del_ifa`).
    public void delete(InterfaceAddress going) {
        DeviceAddresses addresses = DeviceAddresses.of(going.device());
        List<InterfaceAddress> list = addresses.mutableList();
        List<InterfaceAddress> followers = addresses.isLeaving() || going.isSecondary()
                ? List.of()
                : list.subList(list.indexOf(going) + 1, list.size()).stream()
                        .filter(other ->
                                other.isSecondary() && going.isInNetwork(other.address(), other.prefixLength()))
                        .toList();
        boolean promotes = !followers.isEmpty() && Ip4Device.of(going.device()).is(Ip4Setting.PROMOTE_SECONDARIES);
        if (promotes) {
            followers.forEach(follower -> routes.delete(follower, going));
        } else {
            followers.forEach(this::drop);
        }
        drop(going);
        if (promotes) {
            promote(list, going, followers);
        }
    }

    private void drop(InterfaceAddress address) {
        DeviceAddresses addresses = DeviceAddresses.of(address.device());
        addresses.mutableList().remove(address);
        hash.remove(address);
        if (address.has(InterfaceAddress.MCAUTOJOIN)) {
            Ip4Groups.of(address.device()).leave(address.local());
        }
        publish(Change.DELETED, address);
        routes.delete(address, null);
        fib.addressesChanged();
        if (addresses.isEmpty()) {
            FibDevices.disable(fib, address.device(), false, true);
        }
    }

    /// The first secondary address takes the place of the primary one that went: behind the last primary one of its
    /// scope or a greater one.
    private void promote(List<InterfaceAddress> list, InterfaceAddress gone, List<InterfaceAddress> followers) {
        InterfaceAddress heir = followers.getFirst();
        list.remove(heir);
        int at = 0;
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isSecondary() && gone.scope() <= list.get(i).scope()) {
                at = i + 1;
            }
        }
        list.add(at, heir);
        heir.set(InterfaceAddress.SECONDARY, false);
        publish(Change.ADDED, heir);
        isUp(heir);
        followers.stream().skip(1).forEach(routes::add);
    }

    // ---- devices

    /// The device is up: its addresses get their routes (kernel: `fib_netdev_event`).
    void deviceUp(NetDevice device) {
        DeviceAddresses.of(device).list().forEach(routes::add);
        FibDevices.revive(fib, device, Nexthop.DEAD);
        fib.addressesChanged();
    }

    /// The device goes: so do its addresses, one by one (kernel: `inetdev_destroy`).
    void deviceGone(NetDevice device) {
        DeviceAddresses addresses = DeviceAddresses.of(device);
        addresses.leave();
        while (!addresses.isEmpty()) {
            delete(addresses.list().getFirst());
        }
        FibDevices.disable(fib, device, true, true);
        DeviceAddresses.forget(device);
    }

    /// The device has another name: labels follow (kernel: `inetdev_changename`).
    void renamed(NetDevice device) {
        int named = 0;
        for (InterfaceAddress address : DeviceAddresses.of(device).list()) {
            address.label(AddressLabels.renamed(address.label(), device.name(), ++named));
            publish(Change.CHANGED, address);
        }
    }

    // ---- lifetimes

    /// The address is no longer to be used for new connections.
    void deprecate(InterfaceAddress address) {
        address.set(InterfaceAddress.DEPRECATED, true);
        publish(Change.CHANGED, address);
    }

    List<InterfaceAddress> all() {
        List<InterfaceAddress> all = new ArrayList<>();
        for (NetDevice device : namespace.devices()) {
            all.addAll(DeviceAddresses.of(device).list());
        }
        return all;
    }

    long now() {
        return Network.of(namespace).clock().nanos();
    }

    private void publish(Change change, InterfaceAddress address) {
        Network.of(namespace).notifier().publish(new AddressEvent(namespace, change, address));
    }
}
