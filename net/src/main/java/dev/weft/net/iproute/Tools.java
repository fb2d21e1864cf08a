package dev.weft.net.iproute;

import dev.weft.net.iproute.Tool.ObjectWord;
import java.util.List;
import java.util.stream.Stream;

/// The programs of the family, in the words of iproute2 6.1 as Debian 12 builds it.
public final class Tools {
    /// `ip`
    public static final Tool IP = new Tool(
            "ip",
            "ip utility, iproute2-6.1.0, libbpf 1.1.2",
            """
            Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
                   ip [ -force ] -batch filename
            where  OBJECT := { address | addrlabel | amt | fou | help | ila | ioam | l2tp |
                               link | macsec | maddress | monitor | mptcp | mroute | mrule |
                               neighbor | neighbour | netconf | netns | nexthop | ntable |
                               ntbl | route | rule | sr | tap | tcpmetrics |
                               token | tunnel | tuntap | vrf | xfrm }
                   OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                                -h[uman-readable] | -iec | -j[son] | -p[retty] |
                                -f[amily] { inet | inet6 | mpls | bridge | link } |
                                -4 | -6 | -M | -B | -0 |
                                -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                                -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                                -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                                -c[olor]}
            """,
            "-help",
            1,
            2,
            List.of(
                    IpOption.LOOPS,
                    IpOption.FAMILY,
                    IpOption.INET,
                    IpOption.INET6,
                    IpOption.PACKET,
                    IpOption.MPLS,
                    IpOption.BRIDGE,
                    IpOption.HUMAN,
                    IpOption.HUMAN_READABLE,
                    IpOption.IEC,
                    IpOption.STATS,
                    IpOption.STATISTICS,
                    IpOption.DETAILS,
                    IpOption.RESOLVE,
                    IpOption.ONELINE,
                    IpOption.TIMESTAMP,
                    IpOption.TSHORT,
                    IpOption.VERSION,
                    IpOption.FORCE,
                    IpOption.BATCH,
                    IpOption.BRIEF,
                    IpOption.JSON,
                    IpOption.PRETTY,
                    IpOption.RCVBUF,
                    IpOption.COLOR,
                    IpOption.HELP,
                    IpOption.NETNS,
                    IpOption.NUMERIC,
                    IpOption.ALL,
                    IpOption.ECHO),
            List.of(
                    ObjectWord.of("address"),
                    ObjectWord.of("addrlabel"),
                    ObjectWord.of("maddress"),
                    ObjectWord.of("route"),
                    ObjectWord.of("rule"),
                    new ObjectWord("neighbor", "neighbour"),
                    ObjectWord.of("neighbour"),
                    ObjectWord.of("ntable"),
                    new ObjectWord("ntbl", "ntable"),
                    ObjectWord.of("link"),
                    ObjectWord.of("l2tp"),
                    ObjectWord.of("fou"),
                    ObjectWord.of("ila"),
                    ObjectWord.of("macsec"),
                    ObjectWord.of("tunnel"),
                    new ObjectWord("tunl", "tunnel"),
                    ObjectWord.of("tuntap"),
                    new ObjectWord("tap", "tuntap"),
                    ObjectWord.of("token"),
                    new ObjectWord("tcpmetrics", "tcp_metrics"),
                    ObjectWord.of("tcp_metrics"),
                    ObjectWord.of("monitor"),
                    ObjectWord.of("xfrm"),
                    ObjectWord.of("mroute"),
                    new ObjectWord("mrule", "rule"),
                    ObjectWord.of("netns"),
                    ObjectWord.of("netconf"),
                    ObjectWord.of("vrf"),
                    ObjectWord.of("sr"),
                    ObjectWord.of("nexthop"),
                    ObjectWord.of("mptcp"),
                    ObjectWord.of("ioam"),
                    ObjectWord.of("stats"),
                    ObjectWord.of("help")));

    /// `bridge`
    public static final Tool BRIDGE = new Tool(
            "bridge",
            "bridge utility, 6.1.0",
            """
            Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }
                   bridge [ -force ] -batch filename
            where  OBJECT := { link | fdb | mdb | vlan | monitor }
                   OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] |
                                -o[neline] | -t[imestamp] | -n[etns] name |
                                -c[ompressvlans] -color -p[retty] -j[son] }
            """,
            "help",
            255,
            255,
            List.of(
                    IpOption.HELP,
                    IpOption.VERSION,
                    IpOption.STATS,
                    IpOption.STATISTICS,
                    IpOption.DETAILS,
                    IpOption.ONELINE,
                    IpOption.TIMESTAMP,
                    IpOption.FAMILY,
                    IpOption.INET,
                    IpOption.INET6,
                    IpOption.NETNS,
                    IpOption.COMPRESSVLANS,
                    IpOption.COLOR,
                    IpOption.FORCE,
                    IpOption.JSON,
                    IpOption.PRETTY,
                    IpOption.BATCH),
            Stream.of("link", "fdb", "mdb", "vlan", "vni", "monitor", "help")
                    .map(ObjectWord::of)
                    .toList());

    private Tools() {}
}
