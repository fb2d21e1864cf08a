package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.net.iproute.IpContext;

/// `ip link help [ TYPE ]`.
final class LinkHelp {
    private static final String SLAVE = "_slave";

    private static final String USAGE = """
        Usage: ip link add [link DEV | parentdev NAME] [ name ] NAME
        \t\t    [ txqueuelen PACKETS ]
        \t\t    [ address LLADDR ]
        \t\t    [ broadcast LLADDR ]
        \t\t    [ mtu MTU ] [index IDX ]
        \t\t    [ numtxqueues QUEUE_COUNT ]
        \t\t    [ numrxqueues QUEUE_COUNT ]
        \t\t    [ netns { PID | NAME } ]
        \t\t    type TYPE [ ARGS ]

        \tip link delete { DEVICE | dev DEVICE | group DEVGROUP } type TYPE [ ARGS ]

        \tip link set { DEVICE | dev DEVICE | group DEVGROUP }
        \t\t\t[ { up | down } ]
        \t\t\t[ type TYPE ARGS ]
        \t\t[ arp { on | off } ]
        \t\t[ dynamic { on | off } ]
        \t\t[ multicast { on | off } ]
        \t\t[ allmulticast { on | off } ]
        \t\t[ promisc { on | off } ]
        \t\t[ trailers { on | off } ]
        \t\t[ carrier { on | off } ]
        \t\t[ txqueuelen PACKETS ]
        \t\t[ name NEWNAME ]
        \t\t[ address LLADDR ]
        \t\t[ broadcast LLADDR ]
        \t\t[ mtu MTU ]
        \t\t[ netns { PID | NAME } ]
        \t\t[ link-netns NAME | link-netnsid ID ]
        \t\t[ alias NAME ]
        \t\t[ vf NUM [ mac LLADDR ]
        \t\t\t [ vlan VLANID [ qos VLAN-QOS ] [ proto VLAN-PROTO ] ]
        \t\t\t [ rate TXRATE ]
        \t\t\t [ max_tx_rate TXRATE ]
        \t\t\t [ min_tx_rate TXRATE ]
        \t\t\t [ spoofchk { on | off} ]
        \t\t\t [ query_rss { on | off} ]
        \t\t\t [ state { auto | enable | disable} ]
        \t\t\t [ trust { on | off} ]
        \t\t\t [ node_guid EUI64 ]
        \t\t\t [ port_guid EUI64 ] ]
        \t\t[ { xdp | xdpgeneric | xdpdrv | xdpoffload } { off |
        \t\t\t  object FILE [ { section | program } NAME ] [ verbose ] |
        \t\t\t  pinned FILE } ]
        \t\t[ master DEVICE ][ vrf NAME ]
        \t\t[ nomaster ]
        \t\t[ addrgenmode { eui64 | none | stable_secret | random } ]
        \t\t[ protodown { on | off } ]
        \t\t[ protodown_reason PREASON { on | off } ]
        \t\t[ gso_max_size BYTES ] | [ gso_max_segs PACKETS ]
        \t\t[ gro_max_size BYTES ]

        \tip link show [ DEVICE | group GROUP ] [up] [master DEV] [vrf NAME] [type TYPE]
        \t\t[nomaster]

        \tip link xstats type TYPE [ ARGS ]

        \tip link afstats [ dev DEVICE ]
        \tip link property add dev DEVICE [ altname NAME .. ]
        \tip link property del dev DEVICE [ altname NAME .. ]

        \tip link help [ TYPE ]

        TYPE := { amt | bareudp | bond | bond_slave | bridge | bridge_slave |
                  dsa | dummy | erspan | geneve | gre | gretap | gtp | ifb |
                  ip6erspan | ip6gre | ip6gretap | ip6tnl |
                  ipip | ipoib | ipvlan | ipvtap |
                  macsec | macvlan | macvtap |
                  netdevsim | nlmon | rmnet | sit | team | team_slave |
                  vcan | veth | vlan | vrf | vti | vxcan | vxlan | wwan |
                  xfrm | virt_wifi }
        """;

    private LinkHelp() {}

    /// The usage, as `ip link` ends with it.
    static CommandFailure failure() {
        return CommandFailure.exit(255, USAGE);
    }

    static void run(LinkTypes types, IpContext context, Args args) {
        if (!args.hasNext()) {
            throw failure();
        }
        String word = args.next();
        boolean port = word.endsWith(SLAVE);
        String kind = port ? word.substring(0, word.length() - SLAVE.length()) : word;
        LinkType type = types.find(kind).orElseThrow(LinkHelp::failure);
        String usage = port ? type.portUsage() : type.usage();
        if (usage.isEmpty()) {
            throw failure();
        }
        context.out().text(usage);
    }
}
