package dev.weft.net.ip.address;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `ip address` (iproute2: `do_ipaddr`).
public final class AddressCommand implements IpObject {
    @Override
    public String name() {
        return "address";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            AddressShow.run(context, args);
        } else if (args.takeAbbreviated("add")) {
            new AddressModify(context, AddressModify.Action.ADD).run(args);
        } else if (args.takeAbbreviated("change") || args.take("chg") || args.takeAbbreviated("replace")) {
            new AddressModify(context, AddressModify.Action.REPLACE).run(args);
        } else if (args.takeAbbreviated("delete")) {
            new AddressModify(context, AddressModify.Action.DELETE).run(args);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("lst") || args.takeAbbreviated("list")) {
            AddressShow.run(context, args);
        } else if (args.takeAbbreviated("flush")) {
            AddressFlush.run(context, args);
        } else if (args.takeAbbreviated("save")) {
            throw CommandFailure.failed(1, "Not sending a binary stream to stdout\n");
        } else if (args.takeAbbreviated("showdump") || args.takeAbbreviated("restore")) {
            throw CommandFailure.exit(255, "Magic mismatch (0 elems, 0 magic)\n"); // nothing ever saved any
        } else if (args.takeAbbreviated("help")) {
            throw AddressHelp.failure();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"ip address help\".\n");
        }
    }
}
