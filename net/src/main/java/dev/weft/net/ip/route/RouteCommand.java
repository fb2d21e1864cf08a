package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.ip.fib.RouteRequest.Mode;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `ip route` (iproute2: `do_iproute`).
public final class RouteCommand implements IpObject {
    @Override
    public String name() {
        return "route";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("list")
                || args.takeAbbreviated("show")
                || args.takeAbbreviated("lst")) {
            RouteShow.run(context, args);
        } else if (args.takeAbbreviated("get")) {
            new RouteGet(context).run(args);
        } else if (args.takeAbbreviated("add")) {
            RouteModify.add(context, args, Mode.ADD);
        } else if (args.takeAbbreviated("change") || args.take("chg")) {
            RouteModify.add(context, args, Mode.CHANGE);
        } else if (args.takeAbbreviated("replace")) {
            RouteModify.add(context, args, Mode.REPLACE);
        } else if (args.takeAbbreviated("prepend")) {
            RouteModify.add(context, args, Mode.PREPEND);
        } else if (args.takeAbbreviated("append")) {
            RouteModify.add(context, args, Mode.APPEND);
        } else if (args.takeAbbreviated("test")) {
            RouteModify.add(context, args, Mode.TEST);
        } else if (args.takeAbbreviated("delete")) {
            RouteModify.delete(context, args);
        } else if (args.takeAbbreviated("flush")) {
            RouteFlush.run(context, args);
        } else if (args.takeAbbreviated("save")) {
            throw CommandFailure.failed(1, "Not sending a binary stream to stdout\n");
        } else if (args.takeAbbreviated("restore") || args.takeAbbreviated("showdump")) {
            throw CommandFailure.exit(255, "Magic mismatch (0 elems, 0 magic)\n"); // nothing ever saved any
        } else if (args.takeAbbreviated("help")) {
            throw RouteHelp.failure();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"ip route help\".\n");
        }
    }
}
