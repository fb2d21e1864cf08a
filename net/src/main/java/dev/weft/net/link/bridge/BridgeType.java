package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.link.DeviceDirectory;
import dev.weft.net.link.LinkAddresses;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkReader;
import dev.weft.net.link.LinkType;
import java.util.List;
import java.util.function.Consumer;

/// `ip link add NAME type bridge`.
public final class BridgeType extends LinkType {
    public static final BridgeType INSTANCE = new BridgeType();

    private static final PortLinks PORT_LINKS = new PortLinks();

    /// 224.0.0.106 (RFC 4286 §2), in which a bridge that snoops is a member.
    private static final long ALL_SNOOPERS = 0x0100_5e00_006aL;

    private BridgeType() {
        super("bridge", BridgeUsage.BRIDGE);
    }

    @Override
    public String portUsage() {
        return BridgeUsage.PORT;
    }

    @Override
    public LinkOptions read(LinkReader reader, Args args) {
        return BridgeOptions.read(args);
    }

    @Override
    public Consumer<NetDevice> readPort(LinkReader reader, Args args) {
        return PortOptions.read(reader, args);
    }

    @Override
    public void describe(NetDevice device, IpPrinter printer) {
        Bridge bridge = (Bridge) device;
        new BridgeDetails(printer, bridge).print(bridge);
    }

    @Override
    public void describePort(NetDevice device, IpPrinter printer) {
        if (device.masterPort() instanceof BridgePort port) {
            new BridgeDetails(printer, port.bridge).printPort(port);
        }
    }

    @Override
    public List<DeviceDirectory> directories() {
        return List.of(BridgeFiles.DIRECTORY, PORT_LINKS);
    }

    @Override
    public List<DeviceDirectory> portDirectories() {
        return List.of(PortFiles.DIRECTORY);
    }

    @Override
    public boolean namesDevices() {
        return true;
    }

    @Override
    public boolean choosesAddress() {
        return true;
    }

    @Override
    public boolean takesPorts() {
        return true;
    }

    @Override
    public void up(NetDevice device) {
        Bridge bridge = (Bridge) device;
        bridge.tree.bridgeUp();
        if (bridge.stored.multicastSnooping) {
            LinkAddresses.of(bridge).add(ALL_SNOOPERS);
        }
    }

    @Override
    public void down(NetDevice device) {
        Bridge bridge = (Bridge) device;
        bridge.tree.bridgeDown();
        boolean unused = LinkAddresses.of(bridge).remove(ALL_SNOOPERS);
    }

    @Override
    public void mtuAsked(NetDevice device) {
        ((Bridge) device).mtuGiven = true;
    }

    @Override
    public void address(NetDevice device, long address) {
        if (device.address() != address) {
            ((Bridge) device).tree.address(address);
        }
    }

    /// Its ports are free before it goes.
    @Override
    public List<NetDevice> dissolve(NetDevice device) {
        Bridge bridge = (Bridge) device;
        for (BridgePort port : bridge.ports()) {
            BridgePorts.detach(bridge, port);
        }
        return List.of();
    }

    @Override
    public void unregistered(NetDevice device) {
        ((Bridge) device).fdb.stopCleanUp();
    }

    @Override
    public void enslave(NetDevice master, NetDevice port) {
        BridgePorts.add((Bridge) master, port);
    }

    @Override
    public void release(NetDevice master, NetDevice device) {
        if (device.masterPort() instanceof BridgePort port) {
            BridgePorts.remove((Bridge) master, port);
        }
    }
}
