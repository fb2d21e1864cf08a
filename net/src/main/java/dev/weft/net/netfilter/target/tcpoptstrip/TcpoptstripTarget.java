package dev.weft.net.netfilter.target.tcpoptstrip;

import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.TransportChecksum;
import java.util.BitSet;

/// `-j TCPOPTSTRIP`: writes "no operation" over options of TCP (kernel: `tcpoptstrip_mangle_packet`).
public final class TcpoptstripTarget implements Target {
    public static final TargetType TYPE = new TcpoptstripType();

    private static final int NO_OPERATION = 1;

    private final BitSet kinds;

    TcpoptstripTarget(BitSet kinds) {
        this.kinds = (BitSet) kinds.clone();
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
        int tcp = state.transportOffset();
        if (!Tcp.fits(packet, tcp)) {
            return Verdict.DROP;
        }
        int end = tcp + new Tcp(packet, tcp).headerLength();
        int at = tcp + Tcp.LENGTH;
        while (at < end - 1) {
            int kind = packet.u8(at);
            int length = kind <= NO_OPERATION || packet.u8(at + 1) == 0 ? 1 : packet.u8(at + 1);
            if (at + length > end) {
                break;
            }
            if (kinds.get(kind)) {
                strip(packet, tcp, at, length);
            }
            at += length;
        }
        return Verdict.CONTINUE;
    }

    /// Byte by byte: each is the upper or the lower half of a word under the checksum.
    private static void strip(Packet packet, int tcp, int option, int length) {
        for (int at = option; at < option + length; at++) {
            int shift = (at - tcp) % 2 == 0 ? 8 : 0;
            TransportChecksum.replace16(packet, tcp + Tcp.CHECKSUM, packet.u8(at) << shift, NO_OPERATION << shift);
            packet.put8(at, NO_OPERATION);
        }
    }

    @Override
    public void save(StringBuilder to) {
        append(to, " --strip-options", true);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        append(to, " TCPOPTSTRIP options", numeric);
    }

    private void append(StringBuilder to, String words, boolean numeric) {
        if (kinds.isEmpty()) {
            return;
        }
        to.append(words);
        char before = ' ';
        for (int kind = kinds.nextSetBit(0); kind >= 0; kind = kinds.nextSetBit(kind + 1)) {
            to.append(before).append(numeric ? Integer.toString(kind) : TcpoptstripType.name(kind));
            before = ',';
        }
    }
}
