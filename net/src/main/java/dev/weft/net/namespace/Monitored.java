package dev.weft.net.namespace;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import org.jspecify.annotations.Nullable;

/// One kind of news that `ip monitor` and `bridge monitor` print (kernel: a multicast group of rtnetlink); each feature
/// has its own beside the printer of its listing.
public interface Monitored {
    /// The word that asks for it: `route`.
    String word();

    /// `ROUTE`, printed in front of each piece of news by `monitor all`.
    String label();

    /// The family whose news it is; [AddressFamily#UNSPEC] when they belong to none.
    default AddressFamily family() {
        return AddressFamily.UNSPEC;
    }

    boolean concerns(NetEvent event);

    /// Prints an event that it concerns, with the line's end.
    ///
    /// @param only the device of `dev DEVICE`: what is about another is not printed
    void print(IpContext context, NetEvent event, @Nullable NetDevice only);
}
