package dev.weft.net.netfilter.target.log;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv6;
import dev.weft.core.wire.Tcp;
import dev.weft.core.wire.Udp;
import dev.weft.net.netfilter.table.HookState;
import org.jspecify.annotations.Nullable;

/// What LOG writes of a packet (kernel: `nf_log_ip_packet`, `nf_log_ip6_packet`).
final class LogText {
    static final int TCP_SEQUENCE = 1;
    static final int TCP_OPTIONS = 2;
    static final int IP_OPTIONS = 4;

    private static final int MAC_BYTES = 14;

    private final Packet packet;
    private final LogTarget target;
    private final StringBuilder text = new StringBuilder(200);

    private LogText(Packet packet, LogTarget target) {
        this.packet = packet;
        this.target = target;
    }

    /// The line without its end; it reads only what is there of the packet.
    static String of(Packet packet, HookState state, LogTarget target) {
        LogText log = new LogText(packet, target);
        log.text.append(target.prefix());
        log.text
                .append("IN=")
                .append(name(state.in()))
                .append(" OUT=")
                .append(name(state.out()))
                .append(' ');
        log.mac(state);
        if (state.isIp6()) {
            log.ip6(state);
        } else {
            log.ip4(0, true);
        }
        if (packet.mark() != 0) {
            log.text.append(String.format("MARK=0x%x ", packet.mark()));
        }
        return log.text.toString();
    }

    private static String name(@Nullable NetDevice device) {
        return device == null ? "" : device.name();
    }

    private void mac(HookState state) {
        if (state.in() == null || state.out() != null) {
            return;
        }
        text.append("MAC=");
        boolean ethernet = !state.in().has(NetDevice.IFF_LOOPBACK) || packet.type() == PacketType.HOST;
        int start = packet.macOffset();
        if (ethernet && start == -MAC_BYTES && packet.headroom() >= MAC_BYTES) {
            for (int i = 0; i < MAC_BYTES; i++) {
                text.append(i == 0 ? "" : ":").append(String.format("%02x", packet.u8(start + i)));
            }
        }
        text.append(' ');
    }

    private void ip4(int at, boolean outermost) {
        if (packet.length() - at < Ipv4.LENGTH) {
            text.append("TRUNCATED");
            return;
        }
        Ipv4 ip = new Ipv4(packet, at);
        text.append("SRC=").append(Ip4Address.toString(ip.source()));
        text.append(" DST=").append(Ip4Address.toString(ip.destination()));
        text.append(String.format(
                " LEN=%d TOS=0x%02X PREC=0x%02X TTL=%d ID=%d ",
                ip.totalLength(), ip.tos() & 0x1e, ip.tos() & 0xe0, ip.ttl(), ip.identification()));
        text.append((ip.fragmentWord() & 0x8000) != 0 ? "CE " : "");
        text.append(ip.dontFragment() ? "DF " : "").append(ip.moreFragments() ? "MF " : "");
        if (ip.fragmentOffset() != 0) {
            text.append("FRAG:").append(ip.fragmentOffset() / 8).append(' ');
        }
        if (target.has(IP_OPTIONS) && ip.headerLength() > Ipv4.LENGTH) {
            hex("OPT (", at + Ipv4.LENGTH, at + ip.headerLength(), ") ");
        }
        transport(ip.protocol(), at + ip.headerLength(), ip.fragmentOffset() != 0, outermost);
    }

    private void ip6(HookState state) {
        if (packet.length() < Ipv6.LENGTH) {
            text.append("TRUNCATED");
            return;
        }
        Ipv6 ip = new Ipv6(packet, 0);
        text.append("SRC=").append(full(new Ip6Address(ip.sourceHigh(), ip.sourceLow())));
        text.append(" DST=").append(full(new Ip6Address(ip.destinationHigh(), ip.destinationLow())));
        text.append(String.format(
                " LEN=%d TC=%d HOPLIMIT=%d FLOWLBL=%d ",
                ip.payloadLength() + Ipv6.LENGTH, ip.trafficClass(), ip.hopLimit(), ip.flowLabel()));
        transport(state.protocol(), state.transportOffset(), state.fragmentOffset() != 0, true);
    }

    /// All eight groups of four digits (kernel: `%pI6`).
    private static String full(Ip6Address address) {
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            text.append(i == 0 ? "" : ":").append(String.format("%04x", address.group(i)));
        }
        return text.toString();
    }

    private void transport(int protocol, int at, boolean laterFragment, boolean outermost) {
        switch (protocol) {
            case IpProtocol.TCP -> {
                text.append("PROTO=TCP ");
                if (!laterFragment) {
                    tcp(at);
                }
            }
            case IpProtocol.UDP, IpProtocol.UDP_LITE -> {
                text.append(protocol == IpProtocol.UDP ? "PROTO=UDP " : "PROTO=UDPLITE ");
                if (!laterFragment && !isCut(at, Udp.LENGTH)) {
                    Udp udp = new Udp(packet, at);
                    text.append(String.format(
                            "SPT=%d DPT=%d LEN=%d ", udp.sourcePort(), udp.destinationPort(), udp.length()));
                }
            }
            case IpProtocol.ICMP -> {
                text.append("PROTO=ICMP ");
                if (!laterFragment) {
                    icmp(at, outermost);
                }
            }
            case IpProtocol.ICMP6 -> {
                text.append("PROTO=ICMPv6 ");
                if (!laterFragment && !isCut(at, Icmp.LENGTH)) {
                    Icmp icmp = new Icmp(packet, at);
                    text.append(String.format("TYPE=%d CODE=%d ", icmp.type(), icmp.code()));
                    if (icmp.type() == 128 || icmp.type() == 129) {
                        text.append(String.format("ID=%d SEQ=%d ", icmp.identifier(), icmp.sequence()));
                    }
                }
            }
            default -> text.append("PROTO=").append(protocol).append(' ');
        }
    }

    private boolean isCut(int at, int bytes) {
        boolean cut = packet.length() - at < bytes;
        if (cut) {
            text.append(String.format("INCOMPLETE [%d bytes] ", packet.length() - at));
        }
        return cut;
    }

    private void tcp(int at) {
        if (isCut(at, Tcp.LENGTH)) {
            return;
        }
        Tcp tcp = new Tcp(packet, at);
        text.append(String.format("SPT=%d DPT=%d ", tcp.sourcePort(), tcp.destinationPort()));
        if (target.has(TCP_SEQUENCE)) {
            text.append(String.format(
                    "SEQ=%s ACK=%s ",
                    Integer.toUnsignedString(tcp.sequence()), Integer.toUnsignedString(tcp.acknowledgment())));
        }
        text.append(String.format("WINDOW=%d RES=0x%02x ", tcp.window(), packet.u8(at + 12) << 2 & 0x3c));
        String[] names = {"CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN"};
        for (int i = 0; i < names.length; i++) {
            text.append(tcp.has(0x80 >>> i) ? names[i] + " " : "");
        }
        text.append(String.format("URGP=%d ", tcp.urgentPointer()));
        if (target.has(TCP_OPTIONS) && tcp.headerLength() > Tcp.LENGTH) {
            hex("OPT (", at + Tcp.LENGTH, at + tcp.headerLength(), ") ");
        }
    }

    private void hex(String before, int from, int to, String after) {
        if (to > packet.length()) {
            text.append("TRUNCATED");
            return;
        }
        text.append(before);
        for (int i = from; i < to; i++) {
            text.append(String.format("%02X", packet.u8(i)));
        }
        text.append(after);
    }

    private void icmp(int at, boolean outermost) {
        if (isCut(at, Icmp.LENGTH)) {
            return;
        }
        Icmp icmp = new Icmp(packet, at);
        text.append(String.format("TYPE=%d CODE=%d ", icmp.type(), icmp.code()));
        switch (icmp.type()) {
            case Icmp.ECHO, Icmp.ECHO_REPLY ->
                text.append(String.format("ID=%d SEQ=%d ", icmp.identifier(), icmp.sequence()));
            case Icmp.PARAMETER_PROBLEM -> text.append(String.format("PARAMETER=%d ", icmp.pointer()));
            case Icmp.REDIRECT ->
                text.append("GATEWAY=")
                        .append(Ip4Address.toString(icmp.gateway()))
                        .append(' ');
            default -> {}
        }
        if (icmp.isError() && icmp.type() != Icmp.PARAMETER_PROBLEM && outermost) {
            text.append('[');
            ip4(at + Icmp.LENGTH, false);
            text.append("] ");
            if (icmp.type() == Icmp.DESTINATION_UNREACHABLE && icmp.code() == Icmp.FRAGMENTATION_NEEDED) {
                text.append(String.format("MTU=%d ", icmp.nextHopMtu()));
            }
        }
    }
}
