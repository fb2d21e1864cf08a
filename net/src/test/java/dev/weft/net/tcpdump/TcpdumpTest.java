package dev.weft.net.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.command.Signal;
import dev.weft.net.lab.Lab;
import dev.weft.net.lab.LabSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TcpdumpTest {
    private static final byte[] ARP_REQUEST = HexFormat.of()
            .parseHex("ffffffffffff02000000000a08060001080006040001" + "02000000000a0a000001" + "0000000000000a000002");
    private static final byte[] PING = HexFormat.of()
            .parseHex("02000000000b02000000000a0800" + "4500001c000140004001" + "26dd" + "0a0000010a000002"
                    + "0800f7fd00010001");

    private final Lab lab = Lab.withSeed(1);

    @BeforeEach
    void twoEnds() {
        lab.sh("""
            ip link add v0 address 02:00:00:00:00:0a type veth peer name v1 address 02:00:00:00:00:0b
            ip link set v0 up
            ip link set v1 up
            """);
    }

    private LabSession start(String line) {
        LabSession session = lab.start(lab.network().initial(), line);
        lab.settle();
        return session;
    }

    private Lab.Result stop(LabSession session) {
        session.signal(Signal.SIGINT);
        return session.result();
    }

    @Test
    void showsWhatComesInAndWhatGoesOut() {
        LabSession receiver = start("tcpdump -i v1 -nt");
        LabSession sender = start("tcpdump -i v0 -nte");

        lab.transmit("v0", ARP_REQUEST);
        lab.transmit("v0", PING);
        lab.settle();

        assertThat(stop(receiver)).isEqualTo(new Lab.Result(0, """
            ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28
            IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 8

            """, """
                            tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
                            listening on v1, link-type EN10MB (Ethernet), snapshot length 262144 bytes
                            2 packets captured
                            2 packets received by filter
                            0 packets dropped by kernel
                            """));
        assertThat(stop(sender).out())
                .startsWith("02:00:00:00:00:0a > ff:ff:ff:ff:ff:ff, ethertype ARP (0x0806), length 42: Request");
    }

    @Test
    void stopsAfterItsCount() {
        LabSession tcpdump = start("tcpdump -i v1 -nt -c 1");

        lab.transmit("v0", PING);
        lab.transmit("v0", PING);
        lab.settle();

        assertThat(tcpdump.result().status()).isZero();
        assertThat(tcpdump.result().out())
                .isEqualTo("IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 8\n");
        assertThat(tcpdump.result().err()).contains("1 packet captured\n");
    }

    @Test
    void tellsAllDevicesAndDirectionsApart() {
        LabSession any = start("tcpdump -i any -nte");

        lab.transmit("v0", ARP_REQUEST);
        lab.transmit("v0", PING);
        lab.settle();

        int a = lab.device("", "v0").index();
        int b = lab.device("", "v1").index();
        assertThat(stop(any).out()).isEqualTo("""
            v0    Out ifindex %1$d 02:00:00:00:00:0a ethertype ARP (0x0806), length 48: Request who-has 10.0.0.2 tell 10.0.0.1, length 28
            v1    B   ifindex %2$d 02:00:00:00:00:0a ethertype ARP (0x0806), length 48: Request who-has 10.0.0.2 tell 10.0.0.1, length 28
            v0    Out ifindex %1$d 02:00:00:00:00:0a ethertype IPv4 (0x0800), length 48: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 8
            v1    In  ifindex %2$d 02:00:00:00:00:0a ethertype IPv4 (0x0800), length 48: 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 8

            """.formatted(a, b));
    }

    @Test
    void filtersAndDirectsLikeAPacketSocket() {
        LabSession in = start("tcpdump -i any -nt -Q in icmp");
        LabSession out = start("tcpdump -i any -nt outbound and arp");

        lab.transmit("v0", ARP_REQUEST);
        lab.transmit("v0", PING);
        lab.settle();

        assertThat(stop(in).out())
                .isEqualTo("v1    In  IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 8\n\n");
        assertThat(in.result().err()).contains("1 packet captured\n2 packets received by filter\n");
        assertThat(stop(out).out()).isEqualTo("v0    Out ARP, Request who-has 10.0.0.2 tell 10.0.0.1, length 28\n\n");
    }

    @Test
    void writesAFileThatItReadsAgain(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.pcap");
        LabSession writer = start("tcpdump -i v1 -s 40 -w " + file);
        lab.transmit("v0", ARP_REQUEST);
        lab.transmit("v0", PING);
        lab.settle();

        assertThat(stop(writer).out()).isEmpty();
        assertThat(Files.size(file)).isEqualTo(24 + 2 * (16 + 40));

        Lab.Result read = lab.run("tcpdump -nt -r " + file + " icmp");
        assertThat(read.out()).isEqualTo("IP 10.0.0.1 > 10.0.0.2:  [|icmp]\n");
        assertThat(read.err())
                .isEqualTo("reading from file " + file + ", link-type EN10MB (Ethernet), snapshot length 40\n");
        assertThat(lab.run("tcpdump --count -r " + file).out()).isEqualTo("2 packets\n");
    }

    @Test
    void endsWhenItsDeviceGoesAndLeavesNothingBehind() {
        LabSession tcpdump = start("tcpdump -i v1 -n");
        assertThat(lab.run("ip -d link show v1").out()).contains("promiscuity 1");

        lab.sh("ip link del v0");
        lab.settle();

        assertThat(tcpdump.result().status()).isEqualTo(1);
        assertThat(tcpdump.result().err())
                .contains("tcpdump: pcap_loop: The interface disappeared\n0 packets captured\n");
    }

    @Test
    void capturesOnDevicesThatComeLater() {
        LabSession any = start("tcpdump -i any -nt arp");
        lab.sh("""
            ip link add v2 type veth peer name v3
            ip link set v2 up
            ip link set v3 up
            """);

        lab.transmit("v2", ARP_REQUEST);
        lab.settle();

        assertThat(stop(any).out()).contains("v3    B   ARP, Request who-has 10.0.0.2 tell 10.0.0.1");
        assertThat(lab.run("ip -d link show v3").out()).contains("promiscuity 0");
    }

    @Test
    void refusesInTheWordsOfTheRealOne() {
        lab.sh("ip link add dull type dummy");
        assertThat(lab.run("tcpdump -i nosuch"))
                .isEqualTo(new Lab.Result(1, "", "tcpdump: nosuch: No such device exists\n(No such device exists)\n"));
        assertThat(lab.run("tcpdump -i dull"))
                .isEqualTo(new Lab.Result(1, "", "tcpdump: dull: That device is not up\n"));
        assertThat(lab.run("tcpdump -i v0 host"))
                .isEqualTo(new Lab.Result(1, "", "tcpdump: can't parse filter expression: syntax error\n"));
        assertThat(lab.run("tcpdump -c 0")).isEqualTo(new Lab.Result(1, "", "tcpdump: invalid packet count 0\n"));
        assertThat(lab.run("tcpdump -r /nonexistent/x.pcap"))
                .isEqualTo(new Lab.Result(1, "", "tcpdump: /nonexistent/x.pcap: No such file or directory\n"));
        assertThat(lab.run("tcpdump -Q up").err()).isEqualTo("tcpdump: unknown capture direction `up'\n");
        assertThat(lab.run("tcpdump --nosuch").err())
                .startsWith("tcpdump: unrecognized option '--nosuch'\ntcpdump version");
    }

    @Test
    void listsWhatCanBeCaptured() {
        lab.sh("ip link set lo up");
        assertThat(lab.run("tcpdump -D").out()).isEqualTo("""
            1.v1 [Up, Running, Connected]
            2.v0 [Up, Running, Connected]
            3.any (Pseudo-device that captures on all interfaces) [Up, Running]
            4.lo [Up, Running, Loopback]
            """);
        assertThat(lab.run("tcpdump -L -i any").out()).isEqualTo("""
            Data link types for any (use option -y to set):
              LINUX_SLL (Linux cooked v1)
              LINUX_SLL2 (Linux cooked v2)
            """);
    }
}
