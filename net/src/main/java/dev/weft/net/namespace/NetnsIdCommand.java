package dev.weft.net.namespace;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.iproute.Rtnetlink;

/// `ip netns set`, `list-id`: the numbers by which a namespace knows others.
final class NetnsIdCommand {
    private static final int NONE = -1;

    private NetnsIdCommand() {}

    static void set(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "No netns name specified\n");
        }
        String name = args.next();
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "No nsid specified\n");
        }
        int id = NONE;
        if (!args.take("auto")) {
            id = args.nextInteger("Invalid \"netnsid\" value");
            if (id < 0) {
                throw Args.invalid("\"netnsid\" value should be >= 0", args.previous());
            }
        }
        NetNamespace peer = Network.of(context.namespace()).named(name);
        if (peer == null) {
            throw CommandFailure.failed(
                    1, "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text() + "\n");
        }
        NamespaceIds.of(context.namespace()).assign(peer, id);
    }

    static void list(IpContext context, Args args) {
        int target = NONE;
        int wanted = NONE;
        while (args.hasNext()) {
            if (args.is("target-nsid")) {
                target = value(args, target);
            } else if (args.is("nsid")) {
                wanted = value(args, wanted);
            } else {
                throw NetnsCommand.usage();
            }
        }
        NamespaceIds own = NamespaceIds.of(context.namespace());
        if (wanted != NONE) {
            one(context, own, wanted);
        } else if (target != NONE) {
            ofTarget(context, own, target);
        } else {
            IpPrinter out = context.out();
            out.begin();
            own.all().forEach((id, peer) -> NamespaceIdPrinter.print(out, id, peer));
            out.end();
        }
    }

    private static int value(Args args, int before) {
        String key = args.next();
        if (before != NONE) {
            throw Args.duplicate(key, key);
        }
        String word = args.next();
        int id = (int)
                Numbers.signed(word, 0, 32).orElseThrow(() -> Args.invalid("\"" + key + "\" value is invalid", word));
        if (id < 0) {
            // the real program looks one word too far
            throw Args.invalid("\"" + key + "\" value should be >= 0", args.hasNext() ? args.peek() : "(null)");
        }
        return id;
    }

    private static void one(IpContext context, NamespaceIds ids, int id) {
        NetNamespace peer = ids.namespace(id);
        if (peer == null) {
            throw new KernelError(Errno.EINVAL, "Peer netns reference is invalid");
        }
        context.out().begin();
        NamespaceIdPrinter.print(context.out(), id, peer);
        context.out().end();
    }

    /// The numbers in another namespace, beside those of the own one.
    private static void ofTarget(IpContext context, NamespaceIds own, int target) {
        NetNamespace namespace = own.namespace(target);
        if (namespace == null) {
            throw Rtnetlink.dumpFailure(new KernelError(Errno.EINVAL, "Invalid target network namespace id"));
        }
        IpPrinter out = context.out();
        out.begin();
        NamespaceIds.of(namespace)
                .all()
                .forEach((id, peer) -> NamespaceIdPrinter.printBoth(out, id, own.idOf(peer), peer));
        out.end();
    }
}
