package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `bridge fdb` (iproute2: `do_fdb`).
public final class FdbCommand implements IpObject {
    static final String USAGE = """
        Usage: bridge fdb { add | append | del | replace } ADDR dev DEV
                      [ self ] [ master ] [ use ] [ router ] [ extern_learn ]
                      [ sticky ] [ local | static | dynamic ] [ vlan VID ]
                      { [ dst IPADDR ] [ port PORT] [ vni VNI ] | [ nhid NHID ] }
        \t       [ via DEV ] [ src_vni VNI ]
               bridge fdb [ show [ br BRDEV ] [ brport DEV ] [ vlan VID ]
                      [ state STATE ] [ dynamic ] ]
               bridge fdb get [ to ] LLADDR [ br BRDEV ] { brport | dev } DEV
                      [ vlan VID ] [ vni VNI ] [ self ] [ master ] [ dynamic ]
               bridge fdb flush dev DEV [ brport DEV ] [ vlan VID ]
                      [ self ] [ master ] [ [no]permanent | [no]static | [no]dynamic ]
                      [ [no]added_by_user ] [ [no]extern_learn ] [ [no]sticky ]
                      [ [no]offloaded ]
        """;

    @Override
    public String name() {
        return "fdb";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            FdbShow.run(context, args);
        } else if (args.takeAbbreviated("add")) {
            new FdbModify(context, FdbModify.Action.ADD).run(args);
        } else if (args.takeAbbreviated("append")) {
            new FdbModify(context, FdbModify.Action.APPEND).run(args);
        } else if (args.takeAbbreviated("replace")) {
            new FdbModify(context, FdbModify.Action.REPLACE).run(args);
        } else if (args.takeAbbreviated("delete")) {
            new FdbModify(context, FdbModify.Action.DELETE).run(args);
        } else if (args.takeAbbreviated("get")) {
            FdbGet.run(context, args);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("lst") || args.takeAbbreviated("list")) {
            FdbShow.run(context, args);
        } else if (args.take("flush")) {
            FdbFlush.run(context, args);
        } else if (args.takeAbbreviated("help")) {
            throw usage();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"bridge fdb help\".\n");
        }
    }

    static CommandFailure usage() {
        return CommandFailure.exit(255, USAGE);
    }
}
