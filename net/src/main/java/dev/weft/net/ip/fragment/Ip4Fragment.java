package dev.weft.net.ip.fragment;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.graph.Sink;
import dev.weft.core.packet.GsoType;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv4Option;
import dev.weft.net.ip.icmp.IcmpErrors;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4FinishOutput;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.ip.v4.PartialChecksum;

/// Cuts a datagram into pieces that fit (kernel: `ip_fragment`, `ip_do_fragment`; RFC 791 §3.2).
public final class Ip4Fragment extends Node {
    public static final String NAME = "ip4-fragment";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Fragment::new, "ip_fragment", "ip_do_fragment");

    private final Next finish = next(Ip4FinishOutput.NAME);
    private final IcmpErrors icmp = new IcmpErrors(next(IcmpErrors.NODE));
    private final Sink fragmented = sink("sent in fragments");
    private final Drop mayNotBeCut = drop(DropReason.PKT_TOO_BIG);
    private final Drop noMemory = drop(DropReason.NOMEM);

    @Override
    public void process(Frame frame) {
        for (int i = 0; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            Ip4Counters counters = Ip4Counters.of(packet.txDevice().namespace());
            int mtu = Ip4Routing.outputMtu(Ip4Routing.way(packet), packet);
            Ipv4 ip = new Ipv4(packet, 0);
            if (ip.dontFragment() || packet.has(PacketFlag.DONT_FRAGMENT) || mtu < ip.headerLength() + 8) {
                counters.increment(Ip4Counter.FRAG_FAILS);
                icmp.report(packet, Icmp.DESTINATION_UNREACHABLE, Icmp.FRAGMENTATION_NEEDED, mtu);
                mayNotBeCut.send(packet);
                continue;
            }
            PartialChecksum.complete(packet);
            if (packet.isTraced()) {
                packet.trace(new Cut(packet.length(), mtu));
            }
            if (cut(packet, ip, mtu, counters)) {
                counters.increment(Ip4Counter.FRAG_OKS);
                fragmented.send(packet);
            } else {
                counters.increment(Ip4Counter.FRAG_FAILS);
                noMemory.send(packet);
            }
        }
    }

    private boolean cut(Packet packet, Ipv4 ip, int mtu, Ip4Counters counters) {
        int header = ip.headerLength();
        int most = mtu - header & ~7;
        int first = ip.fragmentOffset();
        int end = packet.length();
        for (int at = header; at < end; at += most) {
            int bytes = Math.min(most, end - at);
            boolean last = at + bytes == end;
            Packet piece = graph().worker().pool().allocate(header + bytes);
            if (piece == null) {
                return false;
            }
            piece.takeMetadata(packet, "fragment");
            piece.gso(GsoType.NONE, 0);
            piece.length(header + bytes);
            piece.copyFrom(0, packet, 0, header);
            piece.copyFrom(header, packet, at, bytes);
            piece.networkOffset(0);
            piece.transportOffset(header);
            Ipv4 view = new Ipv4(piece, 0);
            if (at > header) {
                blankOptions(piece, header);
            }
            view.totalLength(header + bytes);
            int word = ip.fragmentWord() & ~(Ipv4.OFFSET_MASK | Ipv4.MORE_FRAGMENTS);
            boolean more = !last || ip.moreFragments();
            view.fragmentWord(word | first + at - header >> 3 | (more ? Ipv4.MORE_FRAGMENTS : 0));
            view.writeChecksum();
            counters.increment(Ip4Counter.FRAG_CREATES);
            finish.send(piece);
        }
        return true;
    }

    /// Options that are not to be copied stand in the first fragment only (kernel: `ip_options_fragment`).
    private static void blankOptions(Packet piece, int header) {
        int at = Ipv4.LENGTH;
        while (at < header) {
            int type = piece.u8(at);
            if (type == Ipv4Option.END) {
                return;
            }
            int length = type == Ipv4Option.NO_OPERATION ? 1 : at + 1 < header ? piece.u8(at + 1) : 0;
            if (length < 1 || type != Ipv4Option.NO_OPERATION && length < 2 || at + length > header) {
                return;
            }
            if ((type & 0x80) == 0) {
                for (int i = 0; i < length; i++) {
                    piece.put8(at + i, Ipv4Option.NO_OPERATION);
                }
            }
            at += length;
        }
    }

    /// Trace line: so many bytes had to go through so small an MTU.
    public record Cut(int bytes, int mtu) {}
}
