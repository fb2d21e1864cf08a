package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;
import org.jspecify.annotations.Nullable;

/// What a rule may ask of the node that evaluates it. Every packet given to one of these methods is given away, but for
/// [#icmpError], which only reads it.
public interface HookServices {
    /// Tells the packet's sender of an error, in its own family's ICMP; the packet stays the caller's.
    void icmpError(Packet packet, int type, int code);

    /// A fresh packet with room for so many bytes, or null when memory is used up.
    @Nullable
    Packet allocate(int bytes);

    @Nullable
    Packet copy(Packet packet);

    /// Lets a packet of this host's own, with its header and its route, begin its way (kernel: `ip_local_out`).
    void sendLocal(Packet packet);

    /// Lets a packet that was stolen, or a copy of one, go on behind the node that evaluated it.
    void proceed(Packet packet);

    /// Ends a packet that was stolen.
    void drop(Packet packet);
}
