package dev.weft.net.link;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.OperState;
import dev.weft.net.namespace.Network;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Tells, once the change that caused it is over, that a device's carrier has come or gone (kernel: link_watch.c).
public final class LinkWatch {
    private static final NamespaceKey<LinkWatch> KEY = new NamespaceKey<>("linkwatch", LinkWatch::new);

    private final NetNamespace namespace;
    private final Set<NetDevice> pending = new LinkedHashSet<>();

    private LinkWatch(NetNamespace namespace) {
        this.namespace = namespace;
    }

    /// The carrier of a registered device has changed.
    static void fire(NetDevice device) {
        LinkWatch watch = device.namespace().get(KEY);
        if (watch.pending.isEmpty()) {
            Network.of(watch.namespace).workerOf(watch.namespace).submit(watch::run);
        }
        watch.pending.add(device);
    }

    /// Lets what has changed in the namespace be known now: listings show no state that is about to change.
    public static void sync(NetNamespace namespace) {
        LinkWatch watch = namespace.peek(KEY);
        if (watch != null) {
            watch.run();
        }
    }

    private void run() {
        while (!pending.isEmpty()) {
            List<NetDevice> changed = List.copyOf(pending);
            pending.clear();
            for (NetDevice device : changed) {
                if (device.isRegistered()) {
                    device.settings().operState(policy(device));
                    Links.stateChanged(device);
                }
            }
        }
    }

    /// What the carrier says of the device's state (kernel: `default_operstate`, `rfc2863_policy`).
    static OperState policy(NetDevice device) {
        if (device.hasCarrier()) {
            return device.settings().linkMode() == 1 ? OperState.DORMANT : OperState.UP;
        }
        NetDevice link = device.link();
        if (link == null || link.index() == device.index()) {
            return OperState.DOWN;
        }
        // The kernel looks the index up in the device's own namespace, wherever the other end is.
        NetDevice lower = device.namespace().device(link.index());
        return lower == null || lower.hasCarrier() ? OperState.DOWN : OperState.LOWERLAYERDOWN;
    }
}
