package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.Optional;

/// The values of a neighbour solicitation or advertisement (RFC 4861 §4.3, §4.4) with the option that names a MAC
/// address.
///
/// @param rest        the flags of an advertisement
/// @param linkAddress the source's in a solicitation, the target's in an advertisement
public record NeighborMessage(int type, int rest, Ip6Address target, Optional<MacAddress> linkAddress) {
    private static final int OPTION_LENGTH = 8;

    /// @param length bytes of the whole message
    public static NeighborMessage read(Packet packet, int offset, int length) {
        Icmp6 view = new Icmp6(packet, offset);
        int option = view.findOption(optionType(view.type()), length);
        return new NeighborMessage(
                view.type(),
                view.rest(),
                new Ip6Address(view.targetHigh(), view.targetLow()),
                option < 0 ? Optional.empty() : Optional.of(new MacAddress(packet.u48(option + 2))));
    }

    /// Writes all but the checksum, which needs the IPv6 header.
    public void write(Packet packet, int offset) {
        Icmp6 view = new Icmp6(packet, offset);
        view.type(type);
        view.code(0);
        view.checksum(0);
        view.rest(rest);
        view.target(target.high(), target.low());
        if (linkAddress.isPresent()) {
            int option = offset + Icmp6.NEIGHBOR_LENGTH;
            packet.put8(option, optionType(type));
            packet.put8(option + 1, OPTION_LENGTH / 8);
            packet.put48(option + 2, linkAddress.get().bits());
        }
    }

    public int length() {
        return Icmp6.NEIGHBOR_LENGTH + (linkAddress.isPresent() ? OPTION_LENGTH : 0);
    }

    private static int optionType(int type) {
        return type == Icmp6.NEIGHBOR_SOLICITATION ? Icmp6.SOURCE_LINK_ADDRESS : Icmp6.TARGET_LINK_ADDRESS;
    }
}
