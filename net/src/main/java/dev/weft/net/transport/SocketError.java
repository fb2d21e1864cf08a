package dev.weft.net.transport;

import dev.weft.core.errno.Errno;
import dev.weft.core.wire.Bytes;

/// What went wrong with a packet that a socket has sent (`struct sock_extended_err`, `IP_RECVERR` of ip(7)).
///
/// @param origin who says so
/// @param type of the ICMP message
/// @param code of the ICMP message
/// @param info the path's MTU where that is the matter
/// @param offender the address of who says so, 0 for this host
/// @param destination the address that the packet was sent to
/// @param port the port that the packet was sent to, for protocols that have ports
/// @param payload what is quoted of the packet, from the transport header on
/// @param ttl of the ICMP message, 0 for one of this host
public record SocketError(
        Errno errno,
        Origin origin,
        int type,
        int code,
        int info,
        int offender,
        int destination,
        int port,
        Bytes payload,
        int ttl) {

    /// `SO_EE_ORIGIN_*`
    public enum Origin {
        LOCAL,
        ICMP,
        /// Not queued at all: send(2) itself fails with it.
        SEND
    }
}
