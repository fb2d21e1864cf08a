package dev.weft.net.ip.rule;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `ip rule` (iproute2: `do_iprule`).
public final class RuleCommand implements IpObject {
    @Override
    public String name() {
        return "rule";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("list")
                || args.takeAbbreviated("lst")
                || args.takeAbbreviated("show")) {
            list(context, args);
        } else if (args.takeAbbreviated("save")) {
            save(args);
        } else if (args.takeAbbreviated("restore")) {
            throw CommandFailure.exit(255, "Magic mismatch (0 elems, 0 magic)\n"); // nothing ever saved any
        } else if (args.takeAbbreviated("add")) {
            if (!args.hasNext()) {
                throw CommandFailure.failed(1, "\"ip rule add\" requires arguments.\n");
            }
            RuleSpec spec = new RuleReader(context, true).read(args);
            rules(context).add(spec);
        } else if (args.takeAbbreviated("delete")) {
            if (!args.hasNext()) {
                throw CommandFailure.failed(1, "\"ip rule del\" requires arguments.\n");
            }
            RuleSpec spec = new RuleReader(context, false).read(args);
            rules(context).delete(spec);
        } else if (args.takeAbbreviated("flush")) {
            flush(context, args);
        } else if (args.takeAbbreviated("help")) {
            throw RuleHelp.failure();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"ip rule help\".\n");
        }
    }

    private static PolicyRules rules(IpContext context) {
        if (isForIp6(context)) {
            throw new KernelError(Errno.EAFNOSUPPORT);
        }
        return PolicyRules.of(context.namespace());
    }

    private static boolean isForIp6(IpContext context) {
        return context.options().family() == AddressFamily.INET6;
    }

    private static void list(IpContext context, Args args) {
        RuleFilter filter = new RuleFilter(context.options().family()).read(args);
        RulePrinter printer = new RulePrinter(context.out(), context.options());
        context.out().begin();
        if (!isForIp6(context)) {
            PolicyRules.of(context.namespace()).list().stream()
                    .filter(filter::accepts)
                    .forEach(rule -> printer.print(rule, false));
        }
        context.out().end();
    }

    /// Deletes all rules that pass but the first one, which has no priority that could be told.
    private static void flush(IpContext context, Args args) {
        RuleFilter filter = new RuleFilter(context.options().family()).read(args);
        NetNamespace namespace = context.namespace();
        if (!isForIp6(context)) {
            for (PolicyRule rule : PolicyRules.of(namespace).list()) {
                if (filter.accepts(rule) && filter.acceptsProtocol(rule) && rule.priority() != 0) {
                    PolicyRules.of(namespace).delete(rule);
                }
            }
        }
    }

    private static void save(Args args) {
        if (args.hasNext()) {
            throw CommandFailure.failed(1, "\"ip rule save\" does not take any arguments.\n");
        }
        throw CommandFailure.failed(1, "Not sending a binary stream to stdout\n");
    }
}
