package dev.weft.net.monitor;

import dev.weft.core.command.Session;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Monitored;
import dev.weft.net.namespace.NamespaceIds;
import dev.weft.net.namespace.NetEvent;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Notifier;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One `monitor` that is running.
final class Monitoring {
    /// What the real one says when the kernel had to drop news because the reader did not keep up.
    private static final String OVERRUN = "netlink receive error No buffer space available (105)\n";

    private final IpContext context;
    private final NetNamespace home;
    private final Network network;
    private final List<Monitored> wanted;
    private final boolean labels;
    private final boolean allNamespaces;
    private final @Nullable NetDevice only;
    private boolean overrun;

    Monitoring(
            IpContext context,
            List<Monitored> wanted,
            boolean labels,
            boolean allNamespaces,
            @Nullable NetDevice only) {
        this.context = context;
        this.home = context.namespace();
        this.network = Network.of(home);
        this.wanted = wanted.stream().filter(this::isOfFamily).toList();
        this.labels = labels;
        this.allNamespaces = allNamespaces;
        this.only = only;
    }

    private boolean isOfFamily(Monitored kind) {
        AddressFamily asked = context.options().family();
        return asked == AddressFamily.UNSPEC || kind.family() == AddressFamily.UNSPEC || kind.family() == asked;
    }

    void start() {
        Notifier notifier = network.notifier();
        Notifier.Listener listener = this::happened;
        notifier.addMonitor(listener);
        context.session().onExit(() -> notifier.removeMonitor(listener));
        var unused = context.goesOn();
    }

    private void happened(NetEvent event) {
        if (event.namespace() != home && !allNamespaces) {
            return;
        }
        for (Monitored kind : wanted) {
            if (kind.concerns(event)) {
                Worker own = network.workerOf(home);
                if (network.workerOf(event.namespace()) == own) {
                    tell(kind, event);
                } else {
                    own.submit(() -> tell(kind, event));
                }
            }
        }
    }

    private void tell(Monitored kind, NetEvent event) {
        Session session = context.session();
        OptionalInt id = NamespaceIds.of(home).idOf(event.namespace());
        if (session.hasExited() || event.namespace() != home && id.isEmpty()) {
            return; // a namespace without a number cannot be heard
        }
        if (session.isCongested()) {
            overrun = true;
            return;
        }
        if (overrun) {
            overrun = false;
            session.err(OVERRUN);
        }
        header(kind, event, id);
        kind.print(context, event, only);
        context.out().flush();
    }

    private void header(Monitored kind, NetEvent event, OptionalInt id) {
        Timestamps.print(context.out(), context.options(), network.clock());
        if (allNamespaces) {
            context.out().text(event.namespace() == home ? "[nsid current]" : "[nsid " + id.getAsInt() + "]");
        }
        if (labels) {
            context.out().text("[" + kind.label() + "]");
        }
    }
}
