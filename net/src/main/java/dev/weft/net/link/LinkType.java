package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.namespace.Rebuild;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A kind of device: the word behind `type`, how its options are read, and what it does when something happens to one
/// (kernel: `struct rtnl_link_ops`, `struct net_device_ops`).
public abstract class LinkType {
    private final String kind;
    private final String usage;

    /// @param usage what `ip link help KIND` prints
    protected LinkType(String kind, String usage) {
        this.kind = kind;
        this.usage = usage;
    }

    public final String kind() {
        return kind;
    }

    public final String usage() {
        return usage;
    }

    /// What `ip link help KIND_slave` prints; empty when the kind's ports have no options.
    public String portUsage() {
        return "";
    }

    /// Reads all words that follow `type KIND`. Nothing is changed yet; a failure has iproute2's words.
    public abstract LinkOptions read(LinkReader reader, Args args);

    /// Reads all words that follow `type KIND_slave`, about a port of a device of this kind.
    ///
    /// @return what is to be done to the port
    public Consumer<NetDevice> readPort(LinkReader reader, Args args) {
        return port -> {
            throw new KernelError(Errno.EOPNOTSUPP);
        };
    }

    /// `ip -d link show`: the words behind the kind.
    public void describe(NetDevice device, IpPrinter printer) {}

    /// `ip -d link show PORT`: the words of the master's kind about its port.
    public void describePort(NetDevice port, IpPrinter printer) {}

    /// What `/sys/class/net` shows of a device of this kind beside what it shows of all.
    public List<DeviceDirectory> directories() {
        return List.of();
    }

    /// What it shows of a port of such a device.
    public List<DeviceDirectory> portDirectories() {
        return List.of();
    }

    /// Do device managers tell such devices by their kind (kernel: `SET_NETDEV_DEVTYPE`)?
    public boolean namesDevices() {
        return false;
    }

    /// Can it be a master?
    public boolean takesPorts() {
        return false;
    }

    /// May a person switch the carrier (kernel: `ndo_change_carrier`)?
    public boolean takesCarrier() {
        return false;
    }

    // ---- how one is saved

    /// The queues that a device of this kind has by itself, in each direction.
    public int queues() {
        return 1;
    }

    /// Does a device of this kind choose its hardware address itself, unless a person gives it one?
    public boolean choosesAddress() {
        return false;
    }

    /// Can the device's index be asked for?
    public boolean takesIndex() {
        return true;
    }

    /// Makes the device again, with its index and address, and what can only be said when it is made.
    public void save(NetDevice device, Rebuild script) {
        List<String> command = new ArrayList<>(List.of("ip", "link", "add"));
        command.addAll(SavedLinks.identity(device, this));
        command.addAll(List.of("type", kind));
        command.addAll(words(device, script));
        script.run(device.namespace(), command);
    }

    /// What stands behind `type KIND` when the device is made again.
    protected List<String> words(NetDevice device, Rebuild script) {
        return List.of();
    }

    // ---- what happens to a device of this kind

    /// It has been registered, or has arrived in another namespace.
    public void registered(NetDevice device) {}

    /// It has left its namespace, for good or for another.
    public void unregistered(NetDevice device) {}

    /// `ip link set DEV up` (kernel: `ndo_open`).
    public void up(NetDevice device) {}

    /// `ip link set DEV down` (kernel: `ndo_stop`).
    public void down(NetDevice device) {}

    /// A person asks for an MTU, which is within the device's bounds (kernel: `ndo_change_mtu`).
    public void mtuAsked(NetDevice device) {}

    /// A person gives the device a hardware address (kernel: `ndo_set_mac_address`).
    public void address(NetDevice device, long address) {
        device.address(address);
    }

    /// The device is about to be deleted: its ties are cut now.
    ///
    /// @return what must go with it (kernel: `dellink`)
    public List<NetDevice> dissolve(NetDevice device) {
        return List.of();
    }

    /// `ip link set PORT master DEV`; by default nothing can be enslaved. A kind that can calls [Links#tie].
    public void enslave(NetDevice master, NetDevice port) {
        throw new KernelError(Errno.EOPNOTSUPP);
    }

    /// The port leaves; a kind that can enslave calls [Links#tie] with no master.
    public void release(NetDevice master, NetDevice port) {}
}
