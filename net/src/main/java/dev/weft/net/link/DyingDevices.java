package dev.weft.net.link;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.namespace.NamespaceEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Notifier;

/// Takes the devices of a namespace away when it ends (kernel: `default_device_exit_batch`).
public final class DyingDevices {
    public static final Notifier.Listener REAPER = DyingDevices::reap;

    private DyingDevices() {}

    private static void reap(NetEvent event) {
        if (event instanceof NamespaceEvent.Dying dying) {
            for (NetDevice device : dying.namespace().devices().reversed()) {
                Links.delete(device);
            }
        }
    }
}
