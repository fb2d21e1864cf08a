package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;

/// `bridge link` (iproute2: `do_link` of bridge/link.c).
public final class BridgeLinkCommand implements IpObject {
    private static final String USAGE = """
        Usage: bridge link set dev DEV [ cost COST ] [ priority PRIO ] [ state STATE ]
                                       [ guard {on | off} ]
                                       [ hairpin {on | off} ]
                                       [ fastleave {on | off} ]
                                       [ root_block {on | off} ]
                                       [ learning {on | off} ]
                                       [ learning_sync {on | off} ]
                                       [ flood {on | off} ]
                                       [ mcast_router MULTICAST_ROUTER ]
                                       [ mcast_flood {on | off} ]
                                       [ bcast_flood {on | off} ]
                                       [ mcast_to_unicast {on | off} ]
                                       [ neigh_suppress {on | off} ]
                                       [ vlan_tunnel {on | off} ]
                                       [ isolated {on | off} ]
                                       [ locked {on | off} ]
                                       [ hwmode {vepa | veb} ]
                                       [ backup_port DEVICE ] [ nobackup_port ]
                                       [ self ] [ master ]
               bridge link show [dev DEV]
        """;

    @Override
    public String name() {
        return "link";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            show(context, args);
        } else if (args.takeAbbreviated("set") || args.takeAbbreviated("change")) {
            BridgeLinkSet.run(context, args);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("lst") || args.takeAbbreviated("list")) {
            show(context, args);
        } else if (args.takeAbbreviated("help")) {
            throw usage();
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"bridge link help\".\n");
        }
    }

    static CommandFailure usage() {
        return CommandFailure.exit(255, USAGE);
    }

    /// Words other than `dev` are passed over, as iproute2 does.
    private static void show(IpContext context, Args args) {
        String dev = "";
        while (args.hasNext()) {
            if (!args.take("dev")) {
                args.next();
                continue;
            }
            String word = args.next();
            if (!dev.isEmpty()) {
                throw Args.duplicate("dev", word);
            }
            dev = word;
        }
        NetDevice only = dev.isEmpty() ? null : FdbWords.device(context.namespace(), dev);
        PortPrinter printer = new PortPrinter(context.out(), context.options());
        context.out().begin();
        for (NetDevice device : context.namespace().devices()) {
            if (device.masterPort() instanceof BridgePort port && (only == null || only == device)) {
                printer.print(port);
            }
        }
        context.out().end();
    }
}
