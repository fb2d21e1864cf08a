package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `bridge mdb` over bridges that flood multicast: no group is known.
public final class BridgeMdbCommand implements IpObject {
    private static final String USAGE = """
        Usage: bridge mdb { add | del } dev DEV port PORT grp GROUP [src SOURCE] [permanent | temp] [vid VID]
               bridge mdb {show} [ dev DEV ] [ vid VID ]
        """;

    @Override
    public String name() {
        return "mdb";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("show")
                || args.takeAbbreviated("lst")
                || args.takeAbbreviated("list")) {
            show(context);
        } else if (args.matches("add") || args.matches("delete")) {
            throw new KernelError(Errno.EOPNOTSUPP);
        } else if (args.matches("help")) {
            throw CommandFailure.exit(255, USAGE);
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"bridge mdb help\".\n");
        }
    }

    private static void show(IpContext context) {
        context.out().begin();
        context.out().openObject();
        context.out().openArray("mdb");
        context.out().closeArray();
        context.out().openObject("router");
        context.out().closeObject();
        context.out().closeObject();
        context.out().end();
    }
}
