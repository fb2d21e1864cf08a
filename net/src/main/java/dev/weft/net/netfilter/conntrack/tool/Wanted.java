package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import org.jspecify.annotations.Nullable;

/// What the options say of connections: which are meant, or what a new one is to be. Null for what was not
/// said.
final class Wanted {
    static final int ORIGINAL_SOURCE = 0;
    static final int ORIGINAL_DESTINATION = 1;
    static final int REPLY_SOURCE = 2;
    static final int REPLY_DESTINATION = 3;

    final @Nullable Integer[] addresses = new Integer[4];
    final int[] masks = {-1, -1, -1, -1};
    final @Nullable Integer[] ports = new Integer[4];
    boolean ip6;
    int protocol;

    @Nullable
    Integer icmpType;

    @Nullable
    Integer icmpCode;

    @Nullable
    Integer icmpId;

    @Nullable
    Integer mark;

    int markMask = -1;

    @Nullable
    Integer zone;

    @Nullable
    Integer originalZone;

    @Nullable
    Integer replyZone;

    @Nullable
    Integer state;

    int status;
    boolean hasStatus;
    boolean unreplied;

    @Nullable
    Integer timeout;

    @Nullable
    Integer sourceNat;

    @Nullable
    Integer destinationNat;

    @Nullable
    Integer anyNat;

    boolean wantsSourceNat;
    boolean wantsDestinationNat;
    boolean wantsAnyNat;

    /// Is the connection among those that are meant?
    ///
    /// @param byMark does the mark choose, or is it to be set?
    boolean matches(Conntrack conntrack, int slot, boolean byMark) {
        Connections c = conntrack.connections();
        long key = c.key(2 * slot);
        if (ip6 || protocol != 0 && Tuples.protocol(key) != protocol) {
            return false;
        }
        if (!tupleMatches(c, 2 * slot, 0) || !tupleMatches(c, 2 * slot + 1, 2) || !icmpMatches(key)) {
            return false;
        }
        return (!byMark || mark == null || (c.mark(slot) & markMask) == mark)
                && zoneMatches(c, slot)
                && (state == null || conntrack.tcpState(slot) == state)
                && (!byMark || !hasStatus || (c.status(slot) & status) == status)
                && (!unreplied || !c.has(slot, ConnectionStatus.SEEN_REPLY))
                && natMatches(c, slot);
    }

    /// Does the protocol that was named have ports?
    boolean hasPorts() {
        return switch (protocol) {
            case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.UDP_LITE, IpProtocol.SCTP, IpProtocol.DCCP -> true;
            default -> false;
        };
    }

    private boolean tupleMatches(Connections c, int entry, int from) {
        long pair = c.addresses(entry);
        long key = c.key(entry);
        return isAddress(from, Tuples.source(pair))
                && isAddress(from + 1, Tuples.destination(pair))
                && isPort(from, Tuples.sourcePort(key))
                && isPort(from + 1, Tuples.destinationPort(key));
    }

    private boolean isAddress(int which, int address) {
        Integer asked = addresses[which];
        return asked == null || ((address ^ asked) & masks[which]) == 0;
    }

    private boolean isPort(int which, int port) {
        Integer asked = ports[which];
        return asked == null || asked == port;
    }

    private boolean icmpMatches(long key) {
        if (protocol != IpProtocol.ICMP) {
            return true;
        }
        int typeAndCode = Tuples.destinationPort(key);
        return (icmpType == null || icmpType == typeAndCode >>> 8)
                && (icmpCode == null || icmpCode == (typeAndCode & 0xff))
                && (icmpId == null || icmpId == Tuples.sourcePort(key));
    }

    private boolean zoneMatches(Connections c, int slot) {
        int original = Tuples.zone(c.key(2 * slot));
        int reply = Tuples.zone(c.key(2 * slot + 1));
        return (zone == null || zone == original && zone == reply)
                && (originalZone == null || originalZone == original)
                && (replyZone == null || replyZone == reply);
    }

    private boolean natMatches(Connections c, int slot) {
        boolean isSource = isSourceTranslated(c, slot, sourceNat);
        boolean isDestination = isDestinationTranslated(c, slot, destinationNat);
        boolean isAny =
                wantsAnyNat && (isSourceTranslated(c, slot, anyNat) || isDestinationTranslated(c, slot, anyNat));
        return (!wantsSourceNat || isSource) && (!wantsDestinationNat || isDestination) && (!wantsAnyNat || isAny);
    }

    /// As the tool sees it: an ICMP message's identifier, type and code stand where ports do, and so an echo always
    /// looks translated once NAT has seen it.
    private static boolean isSourceTranslated(Connections c, int slot, @Nullable Integer address) {
        int became = Tuples.destination(c.addresses(2 * slot + 1));
        boolean differs = became != Tuples.source(c.addresses(2 * slot));
        boolean ports = Tuples.destinationPort(c.key(2 * slot + 1)) != Tuples.sourcePort(c.key(2 * slot));
        return c.has(slot, ConnectionStatus.SRC_NAT_DONE)
                && (address == null ? differs || ports : differs && address == became);
    }

    private static boolean isDestinationTranslated(Connections c, int slot, @Nullable Integer address) {
        int became = Tuples.source(c.addresses(2 * slot + 1));
        boolean differs = became != Tuples.destination(c.addresses(2 * slot));
        boolean ports = Tuples.sourcePort(c.key(2 * slot + 1)) != Tuples.destinationPort(c.key(2 * slot));
        return c.has(slot, ConnectionStatus.DST_NAT_DONE)
                && (address == null ? differs || ports : differs && address == became);
    }

    /// The first direction's addresses, of what was said of either direction.
    long originalAddresses() {
        return Tuples.addresses(
                either(addresses[ORIGINAL_SOURCE], addresses[REPLY_DESTINATION]),
                either(addresses[ORIGINAL_DESTINATION], addresses[REPLY_SOURCE]));
    }

    long replyAddresses() {
        return Tuples.addresses(
                either(addresses[REPLY_SOURCE], addresses[ORIGINAL_DESTINATION]),
                either(addresses[REPLY_DESTINATION], addresses[ORIGINAL_SOURCE]));
    }

    long originalKey() {
        if (protocol == IpProtocol.ICMP) {
            int typeAndCode = either(icmpType, null) << 8 | either(icmpCode, null);
            return zoned(Tuples.key(either(icmpId, null), typeAndCode, protocol, Tuples.IPV4), originalZone);
        }
        return zoned(
                Tuples.key(either(ports[0], ports[3]), either(ports[1], ports[2]), protocol, Tuples.IPV4),
                originalZone);
    }

    long replyKey() {
        if (protocol == IpProtocol.ICMP) {
            return zoned(Tuples.invertKey(originalKey()), replyZone);
        }
        return zoned(
                Tuples.key(either(ports[2], ports[1]), either(ports[3], ports[0]), protocol, Tuples.IPV4), replyZone);
    }

    private long zoned(long key, @Nullable Integer ofDirection) {
        return Tuples.withZone(key, either(ofDirection, zone));
    }

    private static int either(@Nullable Integer first, @Nullable Integer second) {
        return first != null ? first : second != null ? second : 0;
    }
}
