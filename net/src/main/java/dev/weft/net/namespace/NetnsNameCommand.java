package dev.weft.net.namespace;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import java.util.OptionalLong;

/// `ip netns add`, `attach`, `delete`, `monitor`: names come and go.
final class NetnsNameCommand {
    private static final String DIRECTORY = "/run/netns/";

    private NetnsNameCommand() {}

    static void add(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "No netns name specified\n");
        }
        Network network = Network.of(context.namespace());
        String name = args.next();
        checkFree(network, name);
        NetNamespace made = network.create();
        network.name(name, made);
        network.release(made);
    }

    static void attach(IpContext context, Args args) {
        if (args.remaining() < 2) {
            throw CommandFailure.failed(1, "No netns name and PID specified\n");
        }
        Network network = Network.of(context.namespace());
        String name = args.next();
        String word = args.next();
        OptionalLong pid = Numbers.signed(word, 0, 32);
        if (pid.orElse(0) == 0) {
            throw CommandFailure.failed(1, "Invalid PID: " + word + "\n");
        }
        checkFree(network, name);
        NetNamespace namespace = context.session().processes().namespaceOf(pid.getAsLong());
        if (namespace == null) {
            throw CommandFailure.failed(
                    1,
                    "Bind /proc/" + pid.getAsLong() + "/ns/net -> " + DIRECTORY + name + " failed: "
                            + Errno.ENOENT.text() + "\n");
        }
        network.name(name, namespace);
    }

    private static void checkFree(Network network, String name) {
        if (network.named(name) != null) {
            throw CommandFailure.failed(
                    1, "Cannot create namespace file \"" + DIRECTORY + name + "\": " + Errno.EEXIST.text() + "\n");
        }
    }

    static void delete(IpContext context, Args args) {
        Network network = Network.of(context.namespace());
        if (context.options().all()) {
            network.names().reversed().keySet().forEach(network::unname);
            return;
        }
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "No netns name specified\n");
        }
        String name = args.next();
        if (network.named(name) == null) {
            throw CommandFailure.failed(
                    1, "Cannot remove namespace file \"" + DIRECTORY + name + "\": " + Errno.ENOENT.text() + "\n");
        }
        network.unname(name);
    }

    /// Goes on until it is interrupted. A reader that does not keep up misses events, as inotify(7)'s do.
    static void monitor(IpContext context, Args args) {
        Session session = context.session();
        Notifier notifier = Network.of(context.namespace()).notifier();
        Notifier.Listener listener = event -> {
            if (event instanceof NamespaceEvent.Named named && !session.isCongested()) {
                session.out((named.added() ? "add " : "delete ") + named.name() + "\n");
            }
        };
        notifier.addMonitor(listener);
        session.onExit(() -> notifier.removeMonitor(listener));
        context.goesOn();
    }
}
