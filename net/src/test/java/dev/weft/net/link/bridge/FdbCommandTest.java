package dev.weft.net.link.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import dev.weft.net.lab.Transcript;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `bridge fdb` as Linux 6.18 and iproute2 6.1 answered, but for IPv6's groups.
class FdbCommandTest {
    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void bridgeWithOnePort() {
        lab.sh("""
            ip link add br0 address 02:00:00:00:00:10 type bridge
            ip link add p0 address 02:00:00:00:00:01 type veth peer name h0 address 02:00:00:00:00:a1
            ip link set p0 master br0 up
            ip link set h0 up
            ip link set br0 up
            """);
    }

    @Test
    void listsWhatABridgeAndItsDevicesKnow() {
        Transcript.check(lab, """
            $ bridge fdb show
            01:00:5e:00:00:6a dev br0 self permanent
            01:00:5e:00:00:01 dev br0 self permanent
            02:00:00:00:00:10 dev br0 master br0 permanent
            01:00:5e:00:00:01 dev h0 self permanent
            02:00:00:00:00:01 dev p0 master br0 permanent
            01:00:5e:00:00:01 dev p0 self permanent
            $ bridge fdb show br br0 brport p0
            02:00:00:00:00:01 master br0 permanent
            01:00:5e:00:00:01 self permanent
            $ bridge fdb show br p0
            $ bridge -j fdb show dev p0
            [{"mac":"02:00:00:00:00:01","flags":[],"master":"br0","state":"permanent"},{"mac":"01:00:5e:00:00:01","flags":["self"],"state":"permanent"}]
            $ bridge fdb show state foo
            ! Error: argument "foo" is wrong: invalid state
            [rc=255]
            """);
    }

    @Test
    void addsEntriesOfEveryKind() {
        Transcript.check(lab, """
            $ bridge fdb add 02:00:00:00:01:01 dev p0
            $ bridge fdb add 02:00:00:00:01:02 dev p0 self
            $ bridge fdb add 02:00:00:00:01:03 dev p0 self static
            ! RTNETLINK answers: Invalid argument
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:05 dev p0 self master
            $ bridge fdb add 02:00:00:00:01:05 dev p0 self
            ! RTNETLINK answers: File exists
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:07 dev br0 static
            ! RTNETLINK answers: Invalid argument
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:07 dev br0 master
            ! RTNETLINK answers: Operation not supported
            [rc=255]
            $ bridge fdb append 02:00:00:00:01:09 dev p0 master dynamic
            $ bridge fdb add 02:00:00:00:01:0a dev p0 master use
            $ bridge fdb add 02:00:00:00:01:0b dev p0 master dynamic extern_learn
            $ bridge fdb add 02:00:00:00:01:0c dev p0 master static sticky
            $ bridge fdb add 02:00:00:00:01:0d dev p0 mas st
            $ bridge -s fdb show dev p0
            02:00:00:00:01:0d used 0/0 master br0 static
            02:00:00:00:01:0c used 0/0 sticky master br0 static
            02:00:00:00:01:0b used 0/0 extern_learn master br0\040
            02:00:00:00:01:0a used 0/0 master br0\040
            02:00:00:00:01:09 used 0/0 master br0\040
            02:00:00:00:01:05 used 0/0 master br0 permanent
            02:00:00:00:00:01 used 0/0 master br0 permanent
            02:00:00:00:01:01 self permanent
            02:00:00:00:01:02 self permanent
            02:00:00:00:01:05 self permanent
            01:00:5e:00:00:01 self permanent
            $ bridge fdb show dev p0 dynamic
            02:00:00:00:01:0d master br0 static
            02:00:00:00:01:0c sticky master br0 static
            02:00:00:00:01:0b extern_learn master br0\040
            02:00:00:00:01:0a master br0\040
            02:00:00:00:01:09 master br0\040
            """);
    }

    @Test
    void getsReplacesDeletesAndFlushes() {
        Transcript.check(lab, """
            $ bridge fdb add 02:00:00:00:01:01 dev p0 master
            $ bridge fdb replace 02:00:00:00:01:01 dev p0 master static
            $ bridge fdb get to 02:00:00:00:01:01 br br0
            02:00:00:00:01:01 dev p0 master br0 static
            $ bridge fdb get 02:00:00:00:09:09 br br0
            ! Error: Fdb entry not found.
            [rc=254]
            $ bridge fdb get 02:00:00:00:01:01 dev h0
            ! Error: Device is not a bridge port.
            [rc=254]
            $ bridge fdb del 02:00:00:00:01:01 dev p0 master
            $ bridge fdb del 02:00:00:00:01:01 dev p0 master
            ! RTNETLINK answers: No such file or directory
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:02 dev p0 master static
            $ bridge fdb add 02:00:00:00:01:03 dev p0 master dynamic
            $ bridge fdb flush dev br0 dynamic
            $ bridge fdb show br br0 brport p0
            02:00:00:00:01:02 master br0 static
            02:00:00:00:00:01 master br0 permanent
            01:00:5e:00:00:01 self permanent
            $ bridge fdb flush dev p0
            ! RTNETLINK answers: Operation not supported
            [rc=255]
            $ bridge fdb flush dev p0 master
            $ bridge fdb show br br0 brport p0
            01:00:5e:00:00:01 self permanent
            """);
    }

    @Test
    void whatIsWrongIsNamed() {
        Transcript.check(lab, """
            $ bridge fdb add
            ! Device and address are required arguments.
            [rc=255]
            $ bridge fdb add zz dev p0
            ! Invalid mac address zz
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:01 dev nosuch
            ! Cannot find device "nosuch"
            [rc=255]
            $ bridge fdb add 00:00:00:00:00:00 dev p0 master
            ! RTNETLINK answers: Invalid argument
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:01 dev p0 master nonsense
            ! Error: either "to" is duplicate, or "nonsense" is a garbage.
            [rc=255]
            $ bridge fdb add 02:00:00:00:01:01 dev p0 master vlan 5000
            ! Error: invalid vlan id.
            [rc=255]
            $ bridge fdb flush dev br0 brport h0
            ! Error: bridge: Flush device is not a bridge or bridge port.
            [rc=255]
            $ bridge fdb foo
            ! Command "foo" is unknown, try "bridge fdb help".
            [rc=255]
            $ bridge foo
            ! Object "foo" is unknown, try "bridge help".
            [rc=255]
            """);
    }

    @Test
    void dynamicEntriesAgeAndStaticOnesStay() {
        lab.sh("""
            bridge fdb add 02:00:00:00:01:01 dev p0 master static
            bridge fdb add 02:00:00:00:01:02 dev p0 master dynamic
            """);
        lab.advance(Duration.ofSeconds(301));
        assertThat(lab.run("bridge fdb show dev p0 state static").out()).contains("02:00:00:00:01:01");
        assertThat(lab.run("bridge fdb show dev p0").out()).doesNotContain("02:00:00:00:01:02");
    }

    @Test
    void staticEntriesReplaceFlooding() {
        BridgeLan lan = new BridgeLan(3);
        lan.lab.sh("bridge fdb add 02:00:00:00:00:a2 dev p2 master static");
        lan.send(1, 2);
        assertThat(lan.seen()).isEqualTo("0 1 0");
        lan.lab.sh("""
            bridge fdb del 02:00:00:00:00:a2 dev p2 master
            bridge link set dev p3 flood off
            """);
        lan.send(1, 2);
        lan.send(1, 3);
        assertThat(lan.seen()).isEqualTo("0 3 0");
    }

    @Test
    void stickyEntriesDoNotMove() {
        BridgeLan lan = new BridgeLan(3);
        lan.lab.sh("bridge fdb add 02:00:00:00:00:a2 dev p2 master static sticky");
        lan.lab.transmit(lan.host(3), BridgeLan.frame(BridgeLan.address(1), BridgeLan.address(2)));
        lan.send(1, 2);
        assertThat(lan.seen(3)).isZero();
        assertThat(lan.seen(2)).isEqualTo(2);
    }
}
