package dev.weft.net.ip.v4;

import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.packet.Packet;
import java.util.function.Function;

/// The arcs on which martians end, by the reason that [InputRoute] gives.
final class InputDrops {
    private final Drop[] drops;
    private final Drop other;

    /// @param declare makes an arc of the node
    InputDrops(Function<DropReason, Drop> declare) {
        drops = new Drop[] {
            declare.apply(DropReason.IP_RPFILTER),
            declare.apply(DropReason.IP_LOCAL_SOURCE),
            declare.apply(DropReason.IP_INVALID_SOURCE),
            declare.apply(DropReason.IP_INVALID_DEST),
            declare.apply(DropReason.IP_MULTICAST_NOT_MEMBER),
            declare.apply(InputRoute.LOCALNET)
        };
        other = declare.apply(DropReason.NOT_SPECIFIED);
    }

    void send(Packet packet, DropReason reason) {
        for (Drop drop : drops) {
            if (drop.reason() == reason) {
                drop.send(packet);
                return;
            }
        }
        other.send(packet);
    }
}
