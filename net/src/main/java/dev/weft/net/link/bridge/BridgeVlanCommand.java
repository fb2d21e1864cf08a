package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.Rtnetlink;

/// `bridge vlan` over bridges that do not tell VLANs apart: there is nothing to list, and nothing can be set.
public final class BridgeVlanCommand implements IpObject {
    private static final String USAGE = """
        Usage: bridge vlan { add | del } vid VLAN_ID dev DEV [ tunnel_info id TUNNEL_ID ]
                                                             [ pvid ] [ untagged ]
                                                             [ self ] [ master ]
               bridge vlan { set } vid VLAN_ID dev DEV [ state STP_STATE ]
                                                       [ mcast_router MULTICAST_ROUTER ]
               bridge vlan { show } [ dev DEV ] [ vid VLAN_ID ]
               bridge vlan { tunnelshow } [ dev DEV ] [ vid VLAN_ID ]
               bridge vlan global { set } vid VLAN_ID dev DEV
                              [ mcast_snooping MULTICAST_SNOOPING ]
                              [ mcast_querier MULTICAST_QUERIER ]
                              [ mcast_igmp_version IGMP_VERSION ]
                              [ mcast_mld_version MLD_VERSION ]
                              [ mcast_last_member_count LAST_MEMBER_COUNT ]
                              [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
                              [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
                              [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
                              [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
                              [ mcast_querier_interval QUERIER_INTERVAL ]
                              [ mcast_query_interval QUERY_INTERVAL ]
                              [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
               bridge vlan global { show } [ dev DEV ] [ vid VLAN_ID ]
        """;

    @Override
    public String name() {
        return "vlan";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("show")
                || args.takeAbbreviated("lst")
                || args.takeAbbreviated("list")) {
            show(context);
        } else if (args.matches("add") || args.matches("delete") || args.matches("set") || args.matches("global")) {
            throw new KernelError(Errno.EOPNOTSUPP);
        } else if (args.matches("help")) {
            throw CommandFailure.exit(255, USAGE);
        } else {
            throw CommandFailure.exit(255, "Command \"" + args.peek() + "\" is unknown, try \"bridge vlan help\".\n");
        }
    }

    private static void show(IpContext context) {
        context.out().begin();
        context.out().text("port              vlan-id  \n");
        if (context.options().showsDetails()) {
            throw Rtnetlink.dumpFailure(new KernelError(Errno.EOPNOTSUPP));
        }
        context.out().end();
    }
}
