package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Packet;

/// Reads a protocol that announces connections to come (kernel: `struct nf_conntrack_helper`).
public interface Helper {
    String name();

    int protocol();

    /// Looks at a packet of a connection that is confirmed or about to be.
    ///
    /// @param transport where the transport header begins
    /// @return false to drop the packet
    boolean help(Conntrack conntrack, int slot, int direction, Packet packet, int transport);
}
