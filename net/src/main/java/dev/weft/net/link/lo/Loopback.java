package dev.weft.net.link.lo;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.NamespaceEvent;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Notifier;

/// `lo`: every namespace has one from its beginning, as interface 1, and it comes up by hand.
public final class Loopback extends NetDevice {
    private static final int MTU = 65536;

    private Loopback(NetNamespace namespace) {
        super(namespace, "lo", MTU, 0);
        flags(IFF_LOOPBACK);
        broadcast(0);
    }

    /// Gives each new namespace its `lo`.
    public static final Notifier.Listener CREATOR = Loopback::create;

    private static void create(NetEvent event) {
        if (event instanceof NamespaceEvent.Created created) {
            Links.register(new Loopback(created.namespace()), 1);
        }
    }

    @Override
    public String outputNodeName() {
        return LoopbackOutput.NAME;
    }

    @Override
    public int hardwareType() {
        return ARPHRD_LOOPBACK;
    }

    /// Counted is what comes back, from the IP header on.
    @Override
    public int uncountedBytes() {
        return headerLength();
    }

    @Override
    public boolean isBoundToNamespace() {
        return true;
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    public int maxMtu() {
        return 0;
    }
}
