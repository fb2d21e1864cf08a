package dev.weft.net.ip.fragment;

import dev.weft.core.packet.GsoType;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.packet.PacketPool;
import dev.weft.core.wire.Ipv4;
import dev.weft.core.wire.Ipv4Option;
import dev.weft.net.ip.v4.Ip4Counter;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.PartialChecksum;
import java.util.function.Consumer;

/// Cuts datagrams into pieces that fit (kernel: `ip_do_fragment`; RFC 791 §3.2).
public final class Ip4Fragmenter {
    /// Fragments begin at multiples of so many bytes.
    private static final int UNIT = 8;

    private Ip4Fragmenter() {}

    /// Can it be cut so that pieces have this length at most? A header with eight bytes behind it must fit.
    public static boolean canCut(Packet packet, int mtu) {
        Ipv4 ip = new Ipv4(packet, 0);
        return !ip.dontFragment() && mtu >= ip.headerLength() + UNIT;
    }

    /// Hands out the pieces in order; the packet itself stays the caller's.
    ///
    /// @return whether there was memory for all of them
    public static boolean cut(Packet packet, int mtu, PacketPool pool, Consumer<Packet> pieces) {
        PartialChecksum.complete(packet);
        Ipv4 ip = new Ipv4(packet, 0);
        Ip4Counters counters = Ip4Counters.of(packet.txDevice().namespace());
        int header = ip.headerLength();
        int most = mtu - header & -UNIT;
        int end = packet.length();
        if (packet.isTraced()) {
            packet.trace(new Cut(end, mtu));
        }
        for (int at = header; at < end; at += most) {
            int bytes = Math.min(most, end - at);
            Packet piece = pool.allocate(header + bytes);
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
            label(piece, ip, header, at - header, at + bytes < end);
            counters.increment(Ip4Counter.FRAG_CREATES);
            pieces.accept(piece);
        }
        return true;
    }

    /// Says in its header which piece it is.
    private static void label(Packet piece, Ipv4 whole, int header, int offset, boolean moreFollow) {
        Ipv4 ip = new Ipv4(piece, 0);
        if (offset > 0) {
            piece.clear(PacketFlag.TELLS_SENDER); // the first one speaks for all
            blankOptions(piece, header);
        }
        ip.totalLength(piece.length());
        int word = whole.fragmentWord() & ~(Ipv4.OFFSET_MASK | Ipv4.MORE_FRAGMENTS);
        boolean more = moreFollow || whole.moreFragments();
        ip.fragmentWord(word | (whole.fragmentOffset() + offset) / UNIT | (more ? Ipv4.MORE_FRAGMENTS : 0));
        ip.writeChecksum();
    }

    /// Options that are not to be copied stand in the first fragment only (kernel: `ip_options_fragment`).
    private static void blankOptions(Packet piece, int header) {
        int at = Ipv4.LENGTH;
        while (at < header && piece.u8(at) != Ipv4Option.END) {
            int type = piece.u8(at);
            int length = type == Ipv4Option.NO_OPERATION ? 1 : at + 1 < header ? piece.u8(at + 1) : 0;
            if (length < 1 || type != Ipv4Option.NO_OPERATION && length < 2 || at + length > header) {
                return;
            }
            for (int i = 0; (type & Ipv4Option.COPIED) == 0 && i < length; i++) {
                piece.put8(at + i, Ipv4Option.NO_OPERATION);
            }
            at += length;
        }
    }

    /// Trace line: so many bytes had to go through so small an MTU.
    public record Cut(int bytes, int mtu) {}
}
