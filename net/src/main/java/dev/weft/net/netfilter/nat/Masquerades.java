package dev.weft.net.netfilter.nat;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.address.AddressEvent;
import dev.weft.net.link.LinkEvent;
import dev.weft.net.namespace.Notifier;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;

/// Forgets the connections that have borrowed an address when it goes, or its device (kernel:
/// nf_nat_masquerade.c).
public final class Masquerades {
    public static final Notifier.Listener LISTENER = event -> {
        if (event instanceof LinkEvent link && link.kind() == LinkEvent.Kind.DOWN) {
            forget(link.device(), 0);
        } else if (event instanceof AddressEvent address && address.change() == AddressEvent.Change.DELETED) {
            forget(address.address().device(), address.address().local());
        }
    };

    private Masquerades() {}

    /// @param address that they have borrowed, or 0 for any of the device
    private static void forget(NetDevice device, int address) {
        Conntrack conntrack = Conntrack.of(device.namespace());
        Connections connections = conntrack.connections();
        if (connections.size() == 0) {
            return;
        }
        conntrack.forEach(slot -> {
            boolean borrowed = connections.masqueradeDevice(slot) == device.index();
            if (borrowed && (address == 0 || Tuples.destination(connections.addresses(2 * slot + 1)) == address)) {
                conntrack.kill(slot, 0);
            }
        });
    }
}
