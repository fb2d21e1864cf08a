package dev.weft.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.Packet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Reads frames that Linux sent over a veth pair, and writes them again.
class HeaderTest {
    private static final MacAddress A = MacAddress.of("02:00:00:00:00:0a");
    private static final MacAddress B = MacAddress.of("02:00:00:00:00:0b");
    private static final Ip4Address IP_A = Ip4Address.of("10.0.0.1");
    private static final Ip4Address IP_B = Ip4Address.of("10.0.0.2");
    private static final int NETWORK = Ethernet.LENGTH;

    @Test
    void arp() {
        Packet packet = WirePackets.of("""
            ffff ffff ffff 0200 0000 000a 0806 0001
            0800 0604 0001 0200 0000 000a 0a00 0001
            0000 0000 0000 0a00 0002\
            """);

        assertThat(EthernetHeader.read(packet, 0))
                .isEqualTo(new EthernetHeader(MacAddress.BROADCAST, A, EtherType.ARP));
        assertThat(new Arp(packet, NETWORK).isIp4OverEthernet()).isTrue();
        ArpHeader arp = ArpHeader.read(packet, NETWORK);
        assertThat(arp).isEqualTo(ArpHeader.request(A, IP_A, IP_B));
        assertWrites(packet, NETWORK, Arp.LENGTH, arp::write);
    }

    @Test
    void icmpEchoOverIpv4() {
        Packet packet = WirePackets.of("""
            0200 0000 000b 0200 0000 000a 0800 4500
            002c 38d4 4000 4001 edfa 0a00 0001 0a00
            0002 0800 afe1 1671 0001 123e 036b 0000
            0000 0f03 0d00 0000 0000\
            """);

        assertThat(Ipv4.fits(packet, NETWORK)).isTrue();
        Ipv4 ip = new Ipv4(packet, NETWORK);
        assertThat(ip.isChecksumRight()).isTrue();
        assertThat(ip.dontFragment()).isTrue();
        assertThat(ip.isFragment()).isFalse();
        Ipv4Header header = Ipv4Header.read(packet, NETWORK);
        assertThat(header.source()).isEqualTo(IP_A);
        assertThat(header.destination()).isEqualTo(IP_B);
        assertThat(header.options()).isEmpty();
        assertWrites(packet, NETWORK, header.length(), header::write);

        IcmpHeader icmp = IcmpHeader.read(packet, ip.payloadOffset());
        assertThat(icmp).isEqualTo(new IcmpHeader(Icmp.ECHO, 0, 0xafe1, 5745 << 16 | 1));
        assertThat(new Icmp(packet, ip.payloadOffset()).isChecksumRight(ip.payloadLength()))
                .isTrue();
        assertWrites(packet, ip.payloadOffset(), icmp.length(), icmp::write);
    }

    @Test
    void recordedRoute() {
        Packet packet = WirePackets.of("""
            0200 0000 000a 0200 0000 000b 0800 4f00
            0054 28e4 0000 4001 177e 0a00 0002 0a00
            0001 0727 100a 0000 010a 0000 020a 0000
            0200 0000 0000 0000 0000 0000 0000 0000
            0000 0000 0000 0000 0000 0000 cdb9 1674
            0001 123e 036b 0000 0000 f927 0d00 0000
            0000\
            """);

        Ipv4 ip = new Ipv4(packet, NETWORK);
        assertThat(ip.headerLength()).isEqualTo(60);
        assertThat(ip.isChecksumRight()).isTrue();
        assertThat(ip.findOption(Ipv4Option.RECORD_ROUTE)).isEqualTo(NETWORK + Ipv4.LENGTH);
        assertThat(ip.findOption(Ipv4Option.TIMESTAMP)).isEqualTo(Ipv4.NO_OPTION);
        Ipv4Header header = Ipv4Header.read(packet, NETWORK);
        assertThat(header.options()).hasSize(1);
        assertThat(header.options().getFirst().data().u8(0)).as("pointer").isEqualTo(16);
        assertWrites(packet, NETWORK, header.length(), header::write);
    }

    @Test
    void aRouteToRecordStartsEmpty() {
        assertThat(Ipv4Option.recordRoute(9).data()).hasToString("04" + "00".repeat(36));
        assertThat(Ipv4Option.recordRoute(9).length()).isEqualTo(39);
    }

    @Test
    void tcpSyn() {
        Packet packet = WirePackets.of("""
            0200 0000 000b 0200 0000 000a 0800 4500
            003c e636 4000 4006 4083 0a00 0001 0a00
            0002 c8e6 0050 f0d0 cb62 0000 0000 a002
            faf0 0c3d 0000 0204 05b4 0402 080a 8e6c
            18f6 0000 0000 0103 030a\
            """);
        int at = NETWORK + Ipv4.LENGTH;

        assertThat(Tcp.fits(packet, at)).isTrue();
        TcpHeader tcp = TcpHeader.read(packet, at);
        assertThat(tcp.sourcePort()).isEqualTo(51430);
        assertThat(Integer.toUnsignedLong(tcp.sequence())).isEqualTo(4040215394L);
        assertThat(tcp.flags()).isEqualTo(Tcp.SYN);
        assertThat(tcp.options())
                .containsExactly(
                        new TcpOption.MaximumSegmentSize(1460),
                        new TcpOption.SackPermitted(),
                        new TcpOption.Timestamps((int) 2389448950L, 0),
                        new TcpOption.NoOperation(),
                        new TcpOption.WindowScale(10));
        int pseudo = Checksum.pseudoHeader(IP_A.bits(), IP_B.bits(), IpProtocol.TCP, 40);
        assertThat(new Tcp(packet, at).isChecksumRight(pseudo, 40)).isTrue();
        assertWrites(packet, at, tcp.length(), tcp::write);

        new Tcp(packet, at).writeChecksum(pseudo, 40);
        assertThat(new Tcp(packet, at).checksum()).isEqualTo(0x0c3d);
    }

    @Test
    void udp() {
        Packet packet = WirePackets.of("""
            0200 0000 000b 0200 0000 000a 0800 4500
            0022 5d92 4000 4011 c936 0a00 0001 0a00
            0002 97be 0035 000e 1000 6865 6c6c 6f0a\
            """);
        int at = NETWORK + Ipv4.LENGTH;

        UdpHeader udp = UdpHeader.read(packet, at);
        assertThat(udp).isEqualTo(new UdpHeader(38846, 53, 14, 0x1000));
        int pseudo = Checksum.pseudoHeader(IP_A.bits(), IP_B.bits(), IpProtocol.UDP, 14);
        assertThat(new Udp(packet, at).isChecksumRight(pseudo)).isTrue();
        new Udp(packet, at).writeChecksum(pseudo);
        assertThat(new Udp(packet, at).checksum()).isEqualTo(0x1000);
        assertWrites(packet, at, udp.length(), udp::write);
    }

    @Test
    void neighborAdvertisementOverIpv6() {
        Packet packet = WirePackets.of("""
            0200 0000 000a 0200 0000 000b 86dd 6000
            0000 0020 3aff fe80 0000 0000 0000 0000
            00ff fe00 000b fe80 0000 0000 0000 0000
            00ff fe00 000a 8800 1af6 6000 0000 fe80
            0000 0000 0000 0000 00ff fe00 000b 0201
            0200 0000 000b\
            """);
        Ip6Address fromB = Ip6Address.of("fe80::ff:fe00:b");

        Ipv6Header header = Ipv6Header.read(packet, NETWORK);
        assertThat(header)
                .isEqualTo(new Ipv6Header(0, 0, 32, IpProtocol.ICMP6, 255, fromB, Ip6Address.of("fe80::ff:fe00:a")));
        assertWrites(packet, NETWORK, header.length(), header::write);
        Ipv6Payload payload = Ipv6Payload.of(packet, NETWORK);
        assertThat(payload).isEqualTo(new Ipv6Payload(IpProtocol.ICMP6, NETWORK + Ipv6.LENGTH, -1));
        Icmp6 icmp = new Icmp6(packet, payload.offset());
        assertThat(icmp.isChecksumRight(new Ipv6(packet, NETWORK), 32)).isTrue();
        NeighborMessage message = NeighborMessage.read(packet, payload.offset(), 32);
        assertThat(message)
                .isEqualTo(new NeighborMessage(
                        Icmp6.NEIGHBOR_ADVERTISEMENT, Icmp6.SOLICITED | Icmp6.OVERRIDE, fromB, Optional.of(B)));

        message.write(packet, payload.offset());
        icmp.writeChecksum(new Ipv6(packet, NETWORK), message.length());
        assertThat(icmp.checksum()).isEqualTo(0x1af6);
    }

    @Test
    void extensionHeadersAreWalkedThrough() {
        Packet packet = WirePackets.of("""
            3333 0000 0016 0200 0000 000a 86dd 6000
            0000 0024 0001 0000 0000 0000 0000 0000
            0000 0000 0000 ff02 0000 0000 0000 0000
            0000 0000 0016 3a00 0502 0000 0100 8f00
            6f80 0000 0001 0400 0000 ff02 0000 0000
            0000 0000 0001 ff00 000a\
            """);

        Ipv6Payload payload = Ipv6Payload.of(packet, NETWORK);
        assertThat(payload).isEqualTo(new Ipv6Payload(IpProtocol.ICMP6, NETWORK + Ipv6.LENGTH + 8, -1));
        assertThat(packet.u8(payload.offset())).isEqualTo(Icmp6.MLD2_REPORT);
    }

    @Test
    void theWalkStopsBehindTheHeaderOfALaterFragment() {
        Packet packet = WirePackets.empty(24);
        new Ipv6FragmentHeader(IpProtocol.ROUTING, 1448, true, 0x1234_5678).write(packet, 0);

        assertThat(Ipv6Payload.of(packet, IpProtocol.FRAGMENT, 0)).isEqualTo(new Ipv6Payload(IpProtocol.ROUTING, 8, 0));
        assertThat(Ipv6FragmentHeader.read(packet, 0))
                .isEqualTo(new Ipv6FragmentHeader(IpProtocol.ROUTING, 1448, true, 0x1234_5678));
    }

    @Test
    void aWalkThatLeavesThePacketFindsNothing() {
        Packet packet = WirePackets.of("3aff 0000 0000 0000");

        assertThat(Ipv6Payload.of(packet, IpProtocol.DESTINATION_OPTIONS, 0).protocol())
                .isEqualTo(-1);
        assertThat(Ipv6Payload.of(packet, IpProtocol.HOP_BY_HOP, 4).protocol()).isEqualTo(-1);
    }

    @Test
    void vlan() {
        Packet packet = WirePackets.of("a064 0800");

        assertThat(VlanHeader.read(packet, 0)).isEqualTo(new VlanHeader(5, false, 100, EtherType.IPV4));
    }

    @Test
    void vxlan() {
        Packet packet = WirePackets.of("0800 0000 0000 2a00");

        assertThat(VxlanHeader.read(packet, 0)).isEqualTo(VxlanHeader.of(42));
    }

    @Test
    void spanningTree() {
        Packet packet = WirePackets.of("""
            424203 0000 00 00 01
            8000 6e79eaf22a0b 00000002 8000 7640 3141 6111
            8002 0100 1400 0200 0f00\
            """);

        assertThat(new Llc(packet, 0).isStp()).isTrue();
        assertThat(Bpdu.fits(packet, Llc.LENGTH)).isTrue();
        BpduHeader bpdu = BpduHeader.read(packet, Llc.LENGTH);
        assertThat(bpdu)
                .isEqualTo(new BpduHeader.Configuration(
                        Bpdu.TOPOLOGY_CHANGE,
                        BridgeId.of(0x8000, MacAddress.of("6e:79:ea:f2:2a:0b")),
                        2,
                        BridgeId.of(0x8000, MacAddress.of("76:40:31:41:61:11")),
                        0x8002,
                        256,
                        20 * 256,
                        2 * 256,
                        15 * 256));
        assertWrites(packet, Llc.LENGTH, bpdu.length(), bpdu::write);
        assertThat(new BridgeId(new Bpdu(packet, Llc.LENGTH).root())).hasToString("8000.6e79eaf22a0b");
    }

    @Test
    void anHopLessToLiveKeepsTheChecksumRight() {
        Packet packet = WirePackets.empty(Ipv4.LENGTH);
        Ipv4Header.of(IpProtocol.UDP, 64, IP_A, IP_B, 0).write(packet, 0);
        Ipv4 ip = new Ipv4(packet, 0);

        for (int ttl = 63; ttl >= 0; ttl--) {
            ip.decreaseTtl();
            assertThat(ip.ttl()).isEqualTo(ttl);
            assertThat(ip.protocol()).isEqualTo(IpProtocol.UDP);
            assertThat(ip.isChecksumRight()).isTrue();
        }
        ip.changeTos(0xb8);
        assertThat(ip.isChecksumRight()).isTrue();
        assertThat(ip.headerLength()).isEqualTo(20);
    }

    @Test
    void aUdpChecksumOfZeroIsSentAsOnes() {
        Packet packet = WirePackets.empty(10);
        new UdpHeader(0, 0, 10, 0).write(packet, 0);
        packet.put16(8, 0xffff - 10);
        Udp udp = new Udp(packet, 0);

        udp.writeChecksum(0);
        assertThat(udp.checksum()).isEqualTo(0xffff);
        assertThat(udp.isChecksumRight(0)).isTrue();
    }

    @Test
    void optionsArePaddedToWords() {
        TcpHeader header = new TcpHeader(
                1, 2, 3, 4, 0, Tcp.SYN, 5, 6, 0, List.of(new TcpOption.WindowScale(7), new TcpOption.SackPermitted()));

        assertThat(header.length()).isEqualTo(28);
    }

    private interface Writing {
        void write(Packet packet, int offset);
    }

    /// The values write the very bytes that they were read from.
    private static void assertWrites(Packet original, int offset, int length, Writing values) {
        Packet written = WirePackets.empty(length);
        for (int i = 0; i < length; i++) {
            written.put8(i, 0xee);
        }
        values.write(written, 0);
        assertThat(Bytes.read(written, 0, length)).isEqualTo(Bytes.read(original, offset, length));
        WirePackets.free(written);
    }
}
