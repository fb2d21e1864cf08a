package dev.weft.net.netfilter.target.ecn;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Tcp;
import dev.weft.net.netfilter.table.HookState;
import dev.weft.net.netfilter.table.RuleCheck;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.Verdict;
import dev.weft.net.netfilter.target.TrafficClass;
import dev.weft.net.netfilter.target.TransportChecksum;

/// `-j ECN`: sets the bits of congestion notification in the headers of IPv4 and TCP (kernel: `ecn_tg`).
///
/// @param ece what that flag is to be, [#KEEP] for what it is
/// @param cwr likewise
/// @param codePoint that of the IP header, or [#KEEP]
public record EcnTarget(int ece, int cwr, int codePoint) implements Target {
    public static final TargetType TYPE = new EcnType();

    /// Leaves it as it is.
    public static final int KEEP = -1;

    private static final int ECN = 3;
    private static final int FLAGS_WORD = 12;

    @Override
    public TargetType type() {
        return TYPE;
    }

    private boolean touchesTcp() {
        return ece != KEEP || cwr != KEEP;
    }

    @Override
    public Verdict apply(Packet packet, HookState state) {
        if (codePoint != KEEP) {
            int before = TrafficClass.of(packet, false);
            int after = before & ~ECN | codePoint;
            if (after != before) {
                TrafficClass.set(packet, false, after);
            }
        }
        boolean drops = touchesTcp() && state.protocol() == IpProtocol.TCP && !tcp(packet, state.transportOffset());
        return drops ? Verdict.DROP : Verdict.CONTINUE;
    }

    private boolean tcp(Packet packet, int at) {
        if (packet.length() - at < Tcp.LENGTH) {
            return false;
        }
        int before = packet.u16(at + FLAGS_WORD);
        int after = with(with(before, Tcp.ECE, ece), Tcp.CWR, cwr);
        if (after != before) {
            packet.put16(at + FLAGS_WORD, after);
            TransportChecksum.replace16(packet, at + Tcp.CHECKSUM, before, after);
        }
        return true;
    }

    private static int with(int word, int flag, int wanted) {
        return switch (wanted) {
            case KEEP -> word;
            case 0 -> word & ~flag;
            default -> word | flag;
        };
    }

    @Override
    public void enter(RuleCheck check) {
        boolean isTcp =
                check.rule().protocol() == IpProtocol.TCP && !check.rule().isProtocolInverted();
        if (touchesTcp() && !isTcp) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    private boolean isRemove() {
        return ece == 0 && cwr == 0 && codePoint == KEEP;
    }

    @Override
    public void save(StringBuilder to) {
        if (isRemove()) {
            to.append(" --ecn-tcp-remove");
            return;
        }
        append(to, " --ecn-tcp-ece ", ece);
        append(to, " --ecn-tcp-cwr ", cwr);
        append(to, " --ecn-ip-ect ", codePoint);
    }

    @Override
    public void print(StringBuilder to, boolean numeric) {
        to.append(" ECN");
        if (isRemove()) {
            to.append(" TCP remove");
            return;
        }
        append(to, " ECE=", ece);
        append(to, " CWR=", cwr);
        append(to, " ECT codepoint=", codePoint);
    }

    private static void append(StringBuilder to, String words, int value) {
        if (value != KEEP) {
            to.append(words).append(value);
        }
    }
}
