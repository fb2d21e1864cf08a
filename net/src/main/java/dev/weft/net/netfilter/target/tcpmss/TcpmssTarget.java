package dev.weft.net.netfilter.target.tcpmss;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv6;
import dev.weft.core.wire.Tcp;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.match.tcp.TcpMatch;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.TransportChecksum;
import java.util.EnumSet;
import java.util.Set;

/// `-j TCPMSS`: lowers the maximum segment size that a SYN announces, or announces one (kernel:
/// `tcpmss_mangle_packet`).
public final class TcpmssTarget implements Target {
    public static final TargetType TYPE = new TcpmssType();

    /// Instead of a size: what the path bears, there and back.
    static final int CLAMP_TO_PMTU = 0xffff;

    private static final int OPTION = 2;
    private static final int OPTION_BYTES = 4;
    private static final int MOST_HEADER_BYTES = 60;
    private static final int FLAGS_WORD = 12;
    private static final int TOTAL_LENGTH = 2;
    private static final int IP_CHECKSUM = 10;
    private static final int PAYLOAD_LENGTH = 4;
    private static final Set<Hook> ROUTED = EnumSet.of(Hook.FORWARD, Hook.LOCAL_OUT, Hook.POST_ROUTING);

    private final int size;
    private final Ip4Flow back = new Ip4Flow();
    private final Ip4OutputRoute backRoute = new Ip4OutputRoute();

    TcpmssTarget(int size) {
        this.size = size;
    }

    @Override
    public TargetType type() {
        return TYPE;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (state.fragmentOffset() != 0) {
            return Verdict.CONTINUE;
        }
        int at = state.transportOffset();
        if (!Tcp.fits(packet, at)) {
            return Verdict.DROP;
        }
        int wanted = size == CLAMP_TO_PMTU ? sizeOfPath(packet, state) : size;
        if (wanted < 0) {
            return Verdict.DROP;
        }
        int headerLength = new Tcp(packet, at).headerLength();
        int found = find(packet, at, headerLength);
        if (found != 0) {
            lower(packet, at, found, wanted);
        } else if (packet.length() - at == headerLength && headerLength < MOST_HEADER_BYTES) {
            insert(packet, at, headerLength, Math.min(wanted, state.isIp6() ? 1220 : 536), state.isIp6());
        }
        return Verdict.CONTINUE;
    }

    /// What fits into the shorter of the longest packets of both directions; -1 when nothing does.
    private int sizeOfPath(Packet packet, HookState state) {
        int headers = (state.isIp6() ? Ipv6.LENGTH : Ipv4.LENGTH) + Tcp.LENGTH;
        int mtu = Integer.MAX_VALUE;
        if (!state.isIp6()) {
            mtu = Math.min(mtuThere(packet), mtuBack(packet, state.namespace()));
        }
        return mtu <= headers ? -1 : mtu - headers;
    }

    private static int mtuThere(Packet packet) {
        if (packet.destination() instanceof Nexthop way && way.type() == RouteType.UNICAST) {
            return way.mtu();
        }
        return Math.min(packet.txDevice().mtu(), 0xffff);
    }

    private int mtuBack(Packet packet, NetNamespace namespace) {
        back.clear().to(new Ipv4(packet, 0).source());
        return backRoute.find(namespace, back) == null ? backRoute.mtu() : Integer.MAX_VALUE;
    }

    /// Where the option begins, from the packet's start on; 0 when it is not there.
    private static int find(Packet packet, int at, int headerLength) {
        int end = at + headerLength;
        int option = at + Tcp.LENGTH;
        while (option <= end - OPTION_BYTES) {
            int kind = packet.u8(option);
            int length = packet.u8(option + 1);
            if (kind == OPTION && length == OPTION_BYTES) {
                return option;
            }
            option += kind <= 1 || length == 0 ? 1 : length;
        }
        return 0;
    }

    /// Never raises it: who announced less has a reason.
    private static void lower(Packet packet, int at, int option, int wanted) {
        int before = packet.u16(option + 2);
        if (before > wanted) {
            packet.put16(option + 2, wanted);
            TransportChecksum.replace16(packet, at + Tcp.CHECKSUM, before, wanted);
        }
    }

    /// Only where no data would have to move, nor the packet grow for them.
    private static void insert(Packet packet, int at, int headerLength, int wanted, boolean isIp6) {
        if (packet.tailroom() < OPTION_BYTES) {
            return;
        }
        int sum = at + Tcp.CHECKSUM;
        int first = at + Tcp.LENGTH;
        packet.length(packet.length() + OPTION_BYTES);
        for (int word = at + headerLength - OPTION_BYTES; word >= first; word -= OPTION_BYTES) {
            packet.put32(word + OPTION_BYTES, packet.i32(word));
        }
        TransportChecksum.replacePseudo16(packet, sum, headerLength, headerLength + OPTION_BYTES);
        int option = OPTION << 24 | OPTION_BYTES << 16 | wanted;
        packet.put32(first, option);
        TransportChecksum.replace32(packet, sum, 0, option);
        int flags = packet.u16(at + FLAGS_WORD);
        packet.put16(at + FLAGS_WORD, flags + 0x1000);
        TransportChecksum.replace16(packet, sum, flags, flags + 0x1000);
        if (isIp6) {
            packet.put16(PAYLOAD_LENGTH, packet.u16(PAYLOAD_LENGTH) + OPTION_BYTES);
            return;
        }
        int total = packet.u16(TOTAL_LENGTH);
        packet.put16(TOTAL_LENGTH, total + OPTION_BYTES);
        packet.put16(IP_CHECKSUM, Checksum.update16(packet.u16(IP_CHECKSUM), total, total + OPTION_BYTES));
    }

    /// Only for packets that have a route, where it is asked, and only for SYNs.
    @Override
    public void enter(RuleCheck check) {
        boolean routed = size != CLAMP_TO_PMTU || ROUTED.containsAll(check.hooks());
        boolean syn =
                check.rule().matches().stream().anyMatch(match -> match instanceof TcpMatch tcp && tcp.asksForSyn());
        if (!routed || !syn) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public void save(StringBuilder to) {
        to.append(size == CLAMP_TO_PMTU ? " --clamp-mss-to-pmtu" : " --set-mss " + size);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(size == CLAMP_TO_PMTU ? " TCPMSS clamp to PMTU" : " TCPMSS set " + size);
    }
}
