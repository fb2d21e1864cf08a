package dev.weft.net.link.bridge;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import org.junit.jupiter.api.Test;

/// `bridge link` as Linux 6.18 and iproute2 6.1 answered.
class BridgeLinkCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @Test
    void showsAndSetsPorts() {
        Transcript.check(lab, """
            $ ip link add br0 address 02:00:00:00:00:10 type bridge
            $ ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
            $ ip link set p0 master br0 up
            $ ip link set h0 up
            $ ip link set br0 up
            $ bridge link
            4: p0@h0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 32 cost 2\040
            $ bridge link set dev p0 hairpin on learning off flood off cost 7 priority 3
            $ bridge -d link show dev p0
            4: p0@h0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 master br0 state forwarding priority 3 cost 7\040
                hairpin on guard off root_block off fastleave off learning off flood off mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off\040
            $ bridge link set dev p0 state disabled
            $ bridge -j link show dev p0
            [{"ifindex":4,"link":"h0","ifname":"p0","flags":["BROADCAST","MULTICAST","UP","LOWER_UP"],"mtu":1500,"master":"br0","state":"disabled","priority":3,"cost":7}]
            $ bridge link set dev p0 hairpin maybe
            ! Error: argument of "hairpin" must be one of "off", "on", not "maybe"
            [rc=234]
            $ bridge link set dev p0 cost 65536
            ! RTNETLINK answers: Numerical result out of range
            [rc=255]
            $ bridge link set dev p0 state sleeping
            ! Error: invalid STP port state
            [rc=255]
            $ bridge link set dev h0 cost 5
            ! RTNETLINK answers: Operation not supported
            [rc=255]
            $ bridge link set
            ! Device is a required argument.
            [rc=255]
            $ bridge link show dev nosuch
            ! Cannot find device "nosuch"
            [rc=255]
            $ ip link set br0 type bridge stp_state 1
            $ bridge link set dev p0 state 3
            ! RTNETLINK answers: Device or resource busy
            [rc=255]
            """);
    }

    @Test
    void aBridgeFollowsItsPorts() {
        Transcript.check(lab, """
            $ ip link add br0 type bridge
            $ ip link add p0 address 02:00:00:00:00:05 type veth peer name h0
            $ ip link add p1 address 02:00:00:00:00:03 mtu 1300 type veth peer name h1
            $ ip link set p0 master br0
            $ ip link set p1 master br0
            $ ip link show br0
            2: br0: <BROADCAST,MULTICAST> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff
            $ ip link set p1 nomaster
            $ ip link show br0
            2: br0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:05 brd ff:ff:ff:ff:ff:ff
            $ ip link set p0 address 02:00:00:00:00:07
            $ bridge fdb show br br0
            02:00:00:00:00:07 dev p0 master br0 permanent
            $ ip link set br0 address 02:00:00:00:00:99 mtu 1450
            $ ip link set p1 master br0
            $ ip link show br0
            2: br0: <BROADCAST,MULTICAST> mtu 1450 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:99 brd ff:ff:ff:ff:ff:ff
            $ ip link set br0 master br0
            ! Error: Can not enslave a bridge to a bridge.
            [rc=2]
            $ ip link set lo master br0
            ! RTNETLINK answers: Invalid argument
            [rc=2]
            $ ip link del br0
            $ ip -d link show p0
            4: p0@h0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:07 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 68 maxmtu 65535\040
                veth addrgenmode eui64 numtxqueues 2 numrxqueues 2 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536\040
            """);
    }
}
