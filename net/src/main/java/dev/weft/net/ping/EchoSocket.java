package dev.weft.net.ping;

import dev.weft.core.errno.Errno;
import org.jspecify.annotations.Nullable;

/// The raw ICMP socket of one ping, connected to its target.
interface EchoSocket {
    /// What comes in.
    interface Listener {
        /// An ICMP message whose checksum holds, or does not.
        ///
        /// @param options the IP options it came with
        void received(int source, int ttl, byte[] icmp, byte[] options, boolean intact);

        /// An ICMP error about one of the echo requests.
        ///
        /// @param offender who reported it
        /// @param info the four bytes behind its checksum
        /// @param sequence of the request
        void refused(int offender, int type, int code, int info, int sequence);

        /// A router's advice about one of the echo requests, which is on its way all the same.
        void advised(int router, int type, int code, int info, int sequence);

        /// The device had no room for the last echo request (ENOBUFS).
        void noRoom();

        /// The kernel itself could not send.
        ///
        /// @param info the path's MTU where that is the reason
        void failed(Errno errno, int info);

        /// Sending itself has failed.
        void unsent(Errno errno);
    }

    /// The address that packets are sent from.
    int source();

    /// Sends one ICMP message.
    ///
    /// @return why it could not be sent; null when it was, or when [Listener#failed] has been told
    @Nullable
    Errno send(byte[] icmp, String why);

    void close();
}
