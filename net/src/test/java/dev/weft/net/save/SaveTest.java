package dev.weft.net.save;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `weft save` prints rebuilds the network: the second one looks the same to every listing, and saves as the same
/// text.
class SaveTest {
    /// What is looked at in each namespace; times and counters are left out by what the listings show.
    private static final List<String> LISTINGS = List.of(
            "ip -d link",
            "ip -d address",
            "ip -d route show table all",
            "ip -d rule",
            "ip neigh show nud permanent",
            "ip neigh show proxy",
            "ip netns list",
            "bridge -d link",
            "bridge fdb",
            "iptables -S",
            "iptables -t mangle -S",
            "sysctl -a");

    @Test
    void anEmptyNetworkIsAnEmptyScript() {
        assertThat(save(Lab.withSeed(1))).isEqualTo("#!/bin/bash\n");
    }

    @Test
    void readsAsPeopleWouldWriteIt() {
        Lab lab = Lab.withSeed(1);
        lab.sh("""
            ip netns add red
            ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns red
            ip link add br0 type bridge stp_state 1
            ip link set v0 master br0 up
            ip -n red link set v1 up alias "to the left"
            ip -n red addr add 10.0.0.2/24 brd + dev v1
            ip -n red route add default via 10.0.0.1
            ip -n red neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v1
            ip netns exec red sysctl -q -w net.ipv4.ip_forward=1
            """);
        assertThat(save(lab)).isEqualTo("""
            #!/bin/bash

            # Namespaces
            ip netns add red
            ip netns set red 0

            # Settings of namespaces
            ip netns exec red sysctl -q -w net.ipv4.ip_forward=1

            # Devices
            ip link add name v0 index 2 address 02:00:00:00:00:01 type veth peer name v1 index 2 address 02:00:00:00:00:02 netns red
            ip link add name br0 index 3 type bridge

            # Bridges and their ports
            ip link set dev br0 type bridge stp_state 1
            ip link set dev v0 master br0

            # Settings of devices
            ip -n red link set dev v1 alias 'to the left'

            # Up
            ip link set dev v0 up
            ip -n red link set dev v1 up

            # Addresses
            ip -n red addr add 10.0.0.2/24 brd 10.0.0.255 dev v1

            # Neighbours
            ip -n red neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v1 nud permanent

            # Routes
            ip -n red route add default via 10.0.0.1 dev v1
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"router", "bridges", "odds", "namespaces", "routes", "filter", "nameless"})
    void rebuildsTheSame(String topology) {
        Lab first = Lab.withSeed(1);
        build(first, topology);
        String saved = save(first);
        Lab second = Lab.withSeed(2);
        second.sh(saved);
        assertThat(save(second)).isEqualTo(saved);
        if (topology.equals("nameless")) {
            return; // it has got a name, which listings show
        }
        Map<String, String> wanted = seen(first);
        seen(second).forEach((listing, text) -> assertThat(text).as(listing).isEqualTo(wanted.get(listing)));
    }

    private static void build(Lab lab, String topology) {
        lab.sh(
                switch (topology) {
                    case "router" -> """
                        ip netns add a
                        ip netns add r
                        ip netns add b
                        ip link add eth0 netns a type veth peer name eth0 netns r
                        ip link add eth0 netns b type veth peer name eth1 netns r
                        ip -all netns exec ip link set lo up
                        ip -n a addr add 10.0.1.1/24 dev eth0
                        ip -n r addr add 10.0.1.254/24 dev eth0
                        ip -n r addr add 10.0.2.254/24 dev eth1
                        ip -n b addr add 10.0.2.1/24 dev eth0
                        ip -n a link set eth0 up
                        ip -n b link set eth0 up
                        ip -n r link set eth0 up mtu 1400
                        ip -n r link set eth1 up
                        ip -n a route add default via 10.0.1.254
                        ip -n b route add default via 10.0.2.254 mtu 1300
                        ip netns exec r sysctl -q -w net.ipv4.ip_forward=1
                        ip netns exec r sysctl -q -w net.ipv4.conf.eth0.rp_filter=2
                        ip netns exec a ping -c 1 10.0.2.1
                        """;
                    case "bridges" -> """
                        ip link add br0 type bridge stp_state 1 priority 4096 forward_delay 400 ageing_time 1000
                        ip link add br1 address 02:00:00:00:00:11 mtu 1300 type bridge
                        ip link add p1 type veth peer name q1
                        ip link add p2 type veth peer name q2
                        ip link add p3 mtu 1200 type veth peer name q3
                        ip link set p2 master br0
                        ip link set p1 master br0
                        ip link set p3 master br1
                        ip link set q1 master br1
                        ip link set br0 up
                        ip link set br1 up promisc on
                        ip link set p1 up
                        ip link set p2 up
                        ip link set p3 up
                        ip link set q1 up
                        ip link set q3 up
                        bridge link set dev p1 isolated on learning off flood off cost 7 priority 5
                        ip link set p2 type bridge_slave hairpin on guard on
                        bridge link set dev p3 state 2
                        bridge fdb add 02:00:00:00:00:aa dev p1 master static
                        bridge fdb add 02:00:00:00:00:ab dev p2 master permanent
                        bridge fdb add 02:00:00:00:00:ac dev q2 self permanent
                        bridge fdb add 02:00:00:00:00:ad dev p3 master static sticky
                        """;
                    case "odds" -> """
                        ip link add d0 type dummy
                        ip link add d1 numtxqueues 4 numrxqueues 3 type dummy
                        ip link set d0 arp on multicast on allmulticast on promisc on mtu 9000 txqueuelen 77
                        ip link set d0 alias "it's odd" group 42
                        ip link property add dev d0 altname other altname yet-another
                        ip link set d1 carrier off
                        ip link set d0 up
                        ip link set d1 up
                        ip addr add 10.0.0.1/24 brd + dev d0
                        ip addr add 10.0.0.2/24 dev d0 label d0:x
                        ip addr add 10.1.0.1 peer 10.1.0.2/32 dev d0 scope link
                        ip addr add 10.2.0.1/16 dev d1 noprefixroute metric 50
                        ip addr add 10.3.0.1/24 dev d1 valid_lft 1000 preferred_lft 500
                        ip link set lo up
                        ip addr del 127.0.0.1/8 dev lo
                        ip addr add 192.0.2.1/32 dev lo
                        ip link add e0.5 type dummy
                        sysctl -q -w net.ipv4.conf.default.rp_filter=1
                        sysctl -q -w net/ipv4/conf/e0.5/arp_ignore=2
                        ip link add late type dummy
                        sysctl -q -w net.ipv4.neigh.d0.gc_stale_time=11
                        sysctl -q -w net.ipv4.tcp_rmem="4096 100000 200000"
                        sysctl -q -w net.ipv4.conf.all.forwarding=1
                        sysctl -q -w net.ipv4.conf.all.accept_redirects=1
                        sysctl -q -w net.ipv4.conf.d1.forwarding=0
                        ip link del d1
                        """;
                    case "namespaces" -> """
                        ip netns add a
                        ip netns add b
                        ip netns set b 7
                        ip -n a netns set b 3
                        ip link add x netns a type veth peer name x netns b
                        ip link add y index 20 netns b type veth peer name y
                        ip link add z type dummy
                        ip link set z netns a
                        ip -n a link set z name renamed
                        ip link
                        ip -n a link
                        ip -n b link show x
                        """;
                    case "filter" -> """
                        ip netns add r
                        iptables -P FORWARD DROP
                        ip netns exec r iptables -N mine
                        ip netns exec r iptables -A INPUT -i lo -j ACCEPT
                        ip netns exec r iptables -A FORWARD -s 10.0.0.0/8 -p udp --dport 53 -j mine
                        ip netns exec r iptables -A mine -p icmp ! --icmp-type echo-request -j REJECT
                        ip netns exec r iptables -t mangle -A PREROUTING -j MARK --set-mark 7
                        """;
                    case "routes" -> """
                        ip link add d0 type dummy
                        ip link add d1 type dummy
                        ip link set d0 up
                        ip link set d1 up
                        ip addr add 10.0.0.1/24 dev d0
                        ip addr add 10.0.1.1/24 dev d1
                        ip route add 10.5.0.0/16 scope link dev d1
                        ip route add 10.6.0.0/16 via 10.5.0.1
                        ip route add 10.7.0.0/16 nexthop via 10.0.0.2 dev d0 weight 2 nexthop via 10.0.1.2 dev d1
                        ip route add blackhole 10.8.0.0/16
                        ip route add unreachable 10.9.0.0/16 metric 5
                        ip route append 10.10.0.0/16 via 10.0.0.3
                        ip route append 10.10.0.0/16 via 10.0.0.4
                        ip route add default via 10.0.0.254 metric 100 mtu lock 1400 advmss 1300
                        ip route add default via 10.0.1.254 tos 0x10 src 10.0.1.1 proto static
                        ip route add 10.11.0.0/16 via 192.0.2.1 dev d0 onlink
                        ip route add 10.12.0.0/16 dev d1 table 77
                        ip route del 10.0.1.0/24 dev d1
                        ip route add 198.51.100.0/24 via 10.0.0.9
                        ip addr del 10.0.0.1/24 dev d0
                        ip addr add 10.0.0.5/25 dev d0
                        ip rule add from 10.0.0.0/8 lookup 77 priority 100
                        ip rule add fwmark 0x10/0xff iif d0 lookup 77
                        ip rule add not to 10.0.0.0/8 prohibit
                        ip rule add iif gone goto 32766 priority 50
                        ip rule del priority 32767
                        ip neigh add 10.0.0.7 lladdr 02:00:00:00:00:07 dev d0 router
                        ip neigh add proxy 10.0.0.8 dev d0
                        """;
                    default -> """
                        ip netns add gone
                        ip link add v0 type veth peer name v1 netns gone
                        ip -n gone addr add 10.0.0.2/24 dev v1
                        ip netns add kept
                        """;
                });
        if (topology.equals("nameless")) {
            NetNamespace gone = Objects.requireNonNull(lab.network().named("gone"));
            lab.network().hold(gone);
            lab.run("ip netns del gone");
            lab.run("ip netns add gone");
        }
    }

    private static String save(Lab lab) {
        Lab.Result result = lab.run("weft save");
        assertThat(result.err()).isEmpty();
        assertThat(lab.packetsInFlight()).isZero();
        return result.out();
    }

    /// But for the number by which others know the first namespace: it has no name that a command could say.
    private static Map<String, String> seen(Lab lab) {
        Map<String, String> seen = new LinkedHashMap<>();
        SequencedMap<String, NetNamespace> names = lab.network().names();
        names.putFirst("", lab.network().initial());
        names.forEach((name, namespace) -> {
            for (String listing : LISTINGS) {
                seen.put(
                        listing + " in " + name,
                        lab.run(namespace, listing).out().replaceAll("nsid \\d+", "nsid N"));
            }
        });
        return seen;
    }
}
