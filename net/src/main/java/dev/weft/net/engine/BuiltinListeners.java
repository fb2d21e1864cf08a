package dev.weft.net.engine;

import dev.weft.net.ip.arp.ArpDevices;
import dev.weft.net.ip.rule.RuleDevices;
import dev.weft.net.ip.v4.Ip4Devices;
import dev.weft.net.ip.v4.address.AddressDevices;
import dev.weft.net.link.DyingDevices;
import dev.weft.net.link.bridge.BridgePorts;
import dev.weft.net.link.lo.Loopback;
import dev.weft.net.link.packet.PacketTap;
import dev.weft.net.namespace.NamespaceIds;
import dev.weft.net.namespace.Notifier;
import dev.weft.net.netfilter.nat.Masquerades;
import java.util.List;

/// The parts of the virtual kernel that act on what happens to namespaces and devices, in the order in which they hear
/// of it.
public final class BuiltinListeners {
    public static final List<Notifier.Listener> ALL = List.of(
            Loopback.CREATOR,
            NamespaceIds.REAPER,
            DyingDevices.REAPER,
            BridgePorts.WATCHER,
            AddressDevices.LISTENER,
            ArpDevices.LISTENER,
            RuleDevices.LISTENER,
            Ip4Devices.LISTENER,
            Masquerades.LISTENER,
            PacketTap.FOLLOWER);

    private BuiltinListeners() {}
}
