package dev.weft.net.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import org.junit.jupiter.api.Test;

/// `ip link` as Linux 6.18 answered it.
class LinkCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @Test
    void aPairComesUpWhenBothEndsAreUp() {
        Transcript.check(lab, """
            $ ip link add veth0 address 02:00:00:00:00:01 type veth peer name veth1 address 02:00:00:00:00:02
            $ ip link set veth0 up
            $ ip link show veth0
            3: veth0@veth1: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 qdisc noqueue state LOWERLAYERDOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
            $ ip link set dev veth1 up
            $ ip -br link show type veth
            veth1@veth0      UP             02:00:00:00:00:02 <BROADCAST,MULTICAST,UP,LOWER_UP>\040
            veth0@veth1      UP             02:00:00:00:00:01 <BROADCAST,MULTICAST,UP,LOWER_UP>\040
            $ ip link del veth1
            $ ip link
            1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
            """);
    }

    @Test
    void theOtherEndsNamespaceIsTold() {
        lab.network().name("red", lab.network().create());
        Transcript.check(lab, """
            $ ip link add v0 address 02:00:00:00:00:01 type veth peer name v1 netns red address 02:00:00:00:00:02
            $ ip link show v0
            2: v0@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netns red
            $ ip -n red link show v1
            2: v1@if2: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff link-netnsid 0
            $ ip -n red -br -j link show v1
            [{"link_index":2,"ifname":"v1","operstate":"DOWN","address":"02:00:00:00:00:02","flags":["BROADCAST","MULTICAST"]}]
            $ ip link set v0 netns red
            $ ip link show v0
            ! Device "v0" does not exist.
            [rc=1]
            $ ip -n red link show v0
            3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
            """);
    }

    @Test
    void whatIsWrongIsNamed() {
        Transcript.check(lab, """
            $ ip link add v0 type veth peer name v1
            $ ip link add p1 up type veth peer name p2 up
            ! RTNETLINK answers: Transport endpoint is not connected
            [rc=2]
            $ ip link add v0 type veth peer name v5
            ! RTNETLINK answers: File exists
            [rc=2]
            $ ip link add zz mtu 50 type veth
            ! RTNETLINK answers: Invalid argument
            [rc=2]
            $ ip link add zz numtxqueues 0 type veth
            ! Error: Invalid number of transmit queues.
            [rc=2]
            $ ip link add zz type nosuch foo
            ! Garbage instead of arguments "foo ...". Try "ip link help".
            [rc=1]
            $ ip link add zz type nosuch
            ! Error: Unknown device type.
            [rc=2]
            $ ip link add v0 type veth b
            Usage: ip link <options> type veth [peer <options>]
            To get <options> type 'ip link add help'
            [rc=1]
            $ ip link add "x%s" type veth
            ! RTNETLINK answers: Invalid argument
            [rc=2]
            $ ip link add abcdefghijklmnop type veth
            ! Error: Attribute failed policy validation.
            [rc=2]
            $ ip link add p11 name p12 type veth
            ! both "name" and "dev" cannot be used when creating devices.
            [rc=255]
            $ ip link set lo netns red
            ! Error: argument "red" is wrong: Invalid "netns" value
            !\040
            [rc=255]
            $ ip link set v0 netns 999999
            ! RTNETLINK answers: No such process
            [rc=2]
            $ ip link set v0 protodown on
            ! Error: Protodown not supported by device.
            [rc=2]
            $ ip link set v0 carrier foo
            ! Error: argument of "carrier" must be one of "off", "on", not "foo"
            [rc=22]
            $ ip link property foo
            ! Operator required
            [rc=255]
            $ ip link set v0 name v1 mtu 1300
            ! RTNETLINK answers: File exists
            [rc=2]
            $ ip -o link show v0
            3: v0@v1: <BROADCAST,MULTICAST,M-DOWN> mtu 1300 qdisc noop state DOWN mode DEFAULT group default qlen 1000\\    link/ether 56:d8:d1:01:b5:b9 brd ff:ff:ff:ff:ff:ff
            """.replace("56:d8:d1:01:b5:b9", address("v0")));
    }

    /// The random address that a device has got; made first, it is the same in every run.
    private String address(String name) {
        Lab twin = Lab.withSeed(1);
        twin.sh("ip link add v0 type veth peer name v1");
        return twin.run("ip -br link show " + name).out().split("\\s+")[2];
    }

    @Test
    void statisticsStandInColumns() {
        lab.sh("""
            ip link add v0 type veth peer name v1
            ip link set v0 up
            ip link set v1 up
            """);
        for (int i = 0; i < 3; i++) {
            lab.transmit("v0", new byte[8192 / 8]);
        }
        assertThat(lab.run("ip -s -s link show v0").out()).endsWith("""
                RX:  bytes packets errors dropped  missed   mcast          \040
                         0       0      0       0       0       0\040
                RX errors:  length    crc   frame    fifo overrun
                                 0      0       0       0       0\040
                TX:  bytes packets errors dropped carrier collsns          \040
                      3072       3      0       0       0       0\040
                TX errors: aborted   fifo  window heartbt transns
                                 0      0       0       0       2\040
            """.indent(0));
        assertThat(lab.run("ip -s -h link show v0").out()).contains("3.07k       3      0");
    }

    @Test
    void dummiesTakeWhatTheyAreGiven() {
        Transcript.check(lab, """
            $ ip link add dummy0 address 02:00:00:00:00:01 type dummy
            $ ip link set dummy0 up mtu 9000
            $ ip -d link show type dummy
            2: dummy0: <BROADCAST,NOARP,UP,LOWER_UP> mtu 9000 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
                link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0  allmulti 0 minmtu 0 maxmtu 0\040
                dummy addrgenmode eui64 numtxqueues 1 numrxqueues 1 gso_max_size 65536 gso_max_segs 65535 tso_max_size 524280 tso_max_segs 65535 gro_max_size 65536\040
            $ ip link set dummy0 carrier off
            $ ip -br link show dummy0
            dummy0           DOWN           02:00:00:00:00:01 <NO-CARRIER,BROADCAST,NOARP,UP>\040
            $ ip link help dummy
            Usage: ... dummy
            """);
    }
}
