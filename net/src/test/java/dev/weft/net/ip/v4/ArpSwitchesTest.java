package dev.weft.net.ip.v4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom a host answers, and from which address it asks.
class ArpSwitchesTest {
    private final Ip4Lab ip4 = new Ip4Lab(Lab.withSeed(1));

    @BeforeEach
    void twoDevicesOnOneLink() {
        ip4.lab().sh("""
            ip netns add a
            ip netns add b
            ip link add br0 type bridge
            ip link add pa type veth peer name eth0 address 02:00:00:00:00:0a netns a
            ip link add p0 type veth peer name eth0 address 02:00:00:00:00:b0 netns b
            ip link add p1 type veth peer name eth1 address 02:00:00:00:00:b1 netns b
            ip link set br0 up
            ip link set pa master br0 up
            ip link set p0 master br0 up
            ip link set p1 master br0 up
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            ip -n b link set eth1 up
            ip -n b link set lo up
            ip -n a addr add 10.0.0.1/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip -n b addr add 10.0.0.3/24 dev eth1
            ip -n b addr add 10.5.0.1/32 dev lo
            """);
    }

    /// The last octets of those who say that they have an address.
    private String who(String address) {
        var answers = new StringBuilder();
        ip4.run("a", "arping -b -c 1 -I eth0 " + address)
                .lines()
                .filter(line -> line.contains("reply from"))
                .map(line -> line.substring(line.indexOf(']') - 2, line.indexOf(']')))
                .sorted()
                .forEach(last -> answers.append(last).append(' '));
        return answers.toString().strip();
    }

    private void set(String name, int value) {
        ip4.sysctl("b", "conf/all/" + name, value);
    }

    @Test
    void anyDeviceAnswersForAnyAddress() {
        assertThat(who("10.0.0.2")).isEqualTo("B0 B1");
        assertThat(who("10.5.0.1")).isEqualTo("B0 B1");
        assertThat(who("10.0.0.9")).isEmpty();
    }

    @Test
    void arpIgnoreKeepsToTheDeviceTheNetworkOrTheScope() {
        set("arp_ignore", 1);
        assertThat(who("10.0.0.2")).isEqualTo("B0");
        assertThat(who("10.5.0.1")).isEmpty();
        set("arp_ignore", 2);
        assertThat(who("10.0.0.3")).isEqualTo("B1");
        ip4.run("b", "ip addr add 10.6.0.1/24 dev eth1");
        assertThat(who("10.6.0.1")).as("not in the network of who asks").isEmpty();
        set("arp_ignore", 3);
        assertThat(who("10.5.0.1")).isEqualTo("B0 B1");
        set("arp_ignore", 8);
        assertThat(who("10.0.0.2")).isEmpty();
    }

    @Test
    void arpFilterAnswersWhereTheWayBackGoes() {
        set("arp_filter", 1);
        assertThat(who("10.0.0.2")).isEqualTo("B0");
        assertThat(who("10.0.0.3")).isEqualTo("B0");
        ip4.run("b", "ip route del 10.0.0.0/24 dev eth0");
        assertThat(who("10.0.0.2")).isEqualTo("B1");
    }

    @Test
    void proxyArpAnswersForWhatIsBehindAnotherDevice() {
        ip4.run("b", "ip link add d0 type dummy");
        ip4.run("b", "ip link set d0 up");
        ip4.run("b", "ip route add 10.7.0.0/24 dev d0");
        ip4.sysctl("b", "ip_forward", 1);
        assertThat(who("10.7.0.5")).isEmpty();
        ip4.sysctl("b", "conf/eth1/proxy_arp", 1);
        assertThat(ip4.run("a", "arping -f -w 3 -I eth0 10.7.0.5")).contains("[02:00:00:00:00:B1]");
        ip4.sysctl("b", "ip_forward", 0);
        assertThat(who("10.7.0.5")).isEmpty();
    }

    @Test
    void privateVlansAnswerForTheirNeighbours() {
        ip4.sysctl("b", "ip_forward", 1);
        ip4.sysctl("b", "conf/eth0/proxy_arp_pvlan", 1);
        assertThat(ip4.run("a", "arping -f -w 3 -I eth0 10.0.0.9")).contains("[02:00:00:00:00:B0]");
    }

    @Test
    void singleHostsCanBeStoodInFor() {
        ip4.sysctl("b", "ip_forward", 1);
        ip4.run("b", "ip link add d0 type dummy");
        ip4.run("b", "ip link set d0 up");
        ip4.run("b", "ip route add 10.7.0.0/24 dev d0");
        ip4.run("b", "ip neigh add proxy 10.7.0.5 dev eth0");
        assertThat(ip4.run("a", "arping -f -w 3 -I eth0 10.7.0.5")).contains("[02:00:00:00:00:B0]");
        assertThat(who("10.7.0.6")).isEmpty();
    }

    @Test
    void arpAnnounceChoosesTheAddressToAskFrom() {
        ip4.run("a", "ip route add 10.5.0.1/32 dev eth0");
        assertThat(askedFrom(0)).isEqualTo("10.5.0.1");
        assertThat(askedFrom(1)).isEqualTo("10.0.0.2");
        assertThat(askedFrom(2)).isEqualTo("10.0.0.2");
    }

    /// The sender of the question for 10.0.0.1 by which `b` sends a packet from 10.5.0.1.
    private String askedFrom(int announce) {
        set("arp_announce", announce);
        ip4.run("b", "ip neigh flush all");
        ip4.run("b", "ip neigh del 10.0.0.1 dev eth0");
        var device = ip4.lab().device("a", "eth0");
        ip4.lab().watch(device);
        int before = ip4.lab().seen(device).size();
        ip4.run("b", "ping -c 1 -W 1 -I 10.5.0.1 10.0.0.1");
        return ip4.lab().seen(device).stream()
                .skip(before)
                .filter(frame -> frame[12] == 8 && frame[13] == 6 && frame[21] == 1 && frame[41] == 1)
                .map(frame -> frame[28] + "." + frame[29] + "." + frame[30] + "." + frame[31])
                .findFirst()
                .orElse("nobody");
    }
}
