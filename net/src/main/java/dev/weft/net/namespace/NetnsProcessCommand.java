package dev.weft.net.namespace;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// `ip netns exec`, `identify`, `pids`: namespaces and the processes in them.
final class NetnsProcessCommand {
    private NetnsProcessCommand() {}

    /// The oldest name of a process's namespace, or an empty line.
    static void identify(IpContext context, Args args) {
        if (args.remaining() > 1) {
            throw extraArguments();
        }
        NetNamespace namespace = context.namespace();
        if (args.hasNext()) {
            String pid = args.next();
            if (!pid.matches("[0-9]+")) {
                throw CommandFailure.failed(1, "Specified string '" + pid + "' is not a pid\n");
            }
            namespace = pid.length() > 18 ? null : context.session().processes().namespaceOf(Long.parseLong(pid));
        }
        if (namespace == null) {
            throw cannotOpen();
        }
        context.out().text(Network.of(context.namespace()).oldestNameOf(namespace) + "\n");
    }

    static void pids(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "No netns name specified\n");
        }
        if (args.remaining() > 1) {
            throw extraArguments();
        }
        NetNamespace namespace = Network.of(context.namespace()).named(args.next());
        if (namespace == null) {
            throw cannotOpen();
        }
        for (long pid : context.session().processes().in(namespace)) {
            context.out().text(pid + "\n");
        }
    }

    static void exec(IpContext context, Args args) {
        boolean all = context.options().all();
        if (!all && !args.hasNext()) {
            throw CommandFailure.failed(1, "No netns name specified\n");
        }
        if (args.remaining() < (all ? 1 : 2)) {
            throw CommandFailure.failed(1, "No command specified\n");
        }
        Network network = Network.of(context.namespace());
        if (all) {
            execInAll(context, network, List.copyOf(args.rest()));
            return;
        }
        String name = args.next();
        NetNamespace namespace = network.named(name);
        if (namespace == null) {
            throw CommandFailure.failed(
                    255, "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text() + "\n");
        }
        IntConsumer ended = context.goesOn();
        List<String> words = List.copyOf(args.rest());
        if (context.options().batch() == null) {
            context.session().execute(namespace, words);
        } else {
            context.session().spawn(namespace, words, ended);
        }
    }

    /// One after the other, whatever becomes of each.
    private static void execInAll(IpContext context, Network network, List<String> words) {
        IntConsumer ended = context.goesOn();
        next(context.session(), network.names().reversed().entrySet().iterator(), words, ended);
    }

    private static void next(
            Session session, Iterator<Map.Entry<String, NetNamespace>> left, List<String> words, IntConsumer ended) {
        if (!left.hasNext()) {
            ended.accept(0);
            return;
        }
        Map.Entry<String, NetNamespace> one = left.next();
        session.out("\nnetns: " + one.getKey() + "\n");
        session.spawn(one.getValue(), words, status -> next(session, left, words, ended));
    }

    private static CommandFailure extraArguments() {
        return CommandFailure.failed(1, "extra arguments specified\n");
    }

    private static CommandFailure cannotOpen() {
        return CommandFailure.failed(1, "Cannot open network namespace: " + Errno.ENOENT.text() + "\n");
    }
}
