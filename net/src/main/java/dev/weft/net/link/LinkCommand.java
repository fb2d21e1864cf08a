package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import java.util.List;

/// `ip link` (iproute2: `do_iplink`).
public final class LinkCommand implements IpObject {
    private final LinkTypes types;

    public LinkCommand(LinkTypes types) {
        this.types = types;
    }

    @Override
    public String name() {
        return "link";
    }

    /// Behind `type KIND` that of the kind.
    @Override
    public List<String> helpWords(List<String> line) {
        int type = line.indexOf("type");
        boolean hasKind = type >= 0 && type + 1 < line.size();
        return hasKind ? List.of("help", line.get(type + 1)) : List.of("help");
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            LinkShow.run(context, args);
        } else if (args.takeAbbreviated("add")) {
            modify(context, args, LinkModify.Action.ADD);
        } else if (args.takeAbbreviated("set") || args.takeAbbreviated("change")) {
            modify(context, args, LinkModify.Action.SET);
        } else if (args.takeAbbreviated("replace")) {
            modify(context, args, LinkModify.Action.REPLACE);
        } else if (args.takeAbbreviated("delete")) {
            modify(context, args, LinkModify.Action.DELETE);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("lst") || args.takeAbbreviated("list")) {
            LinkShow.run(context, args);
        } else if (args.takeAbbreviated("xstats")) {
            extendedStatistics(args);
        } else if (args.takeAbbreviated("afstats")) {
            familyStatistics(context, args);
        } else if (args.takeAbbreviated("property")) {
            LinkProperty.run(context, args);
        } else if (args.takeAbbreviated("help")) {
            LinkHelp.run(types, context, args);
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"ip link help\".\n");
        }
    }

    private void modify(IpContext context, Args args, LinkModify.Action action) {
        new LinkModify(types, context, action).run(args);
    }

    /// No kind here keeps statistics of its own.
    private static void extendedStatistics(Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "xstats: missing argument\n");
        }
        if (!args.takeAbbreviated("type")) {
            throw CommandFailure.failed(1, "xstats: unknown argument \"" + args.peek() + "\"\n");
        }
        throw CommandFailure.failed(1, "xstats: link type " + args.next() + " doesn't support xstats\n");
    }

    /// Statistics per address family exist for MPLS alone, which is not there: nothing is shown, as on Linux without
    /// it.
    private static void familyStatistics(IpContext context, Args args) {
        if (args.hasNext()) {
            if (!args.take("dev")) {
                throw CommandFailure.failed(1, "Command \"" + args.peek() + "\" is unknown, try \"ip link help\".\n");
            }
            Devices.require(context.namespace(), args.next());
        }
    }
}
