package dev.weft.net.ip.neighbor;

import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.net.iproute.AddressFamily;
import org.jspecify.annotations.Nullable;

/// What a network protocol knows of its neighbours (kernel: `struct neigh_table`'s and `struct neigh_ops`' functions):
/// ARP for IPv4, neighbour discovery for IPv6.
public interface NeighborProtocol {
    AddressFamily family();

    /// `arp_cache`
    String tableName();

    /// Of the packets that are sent to neighbours.
    int etherType();

    /// Where each device keeps its settings.
    DeviceKey<NeighborParameters> parameters();

    /// The node at which packets wait.
    Class<? extends NeighborNode> node();

    /// Under which address the entry for `low` is kept: on lo and on point-to-point links all are one.
    long key(NetDevice device, long low);

    /// Says of a new neighbour what is known without asking: the address of a group, or that there is none to ask for.
    void construct(Neighbor neighbor);

    /// Asks who has the address.
    ///
    /// @param waiting the packet because of which it is asked
    void solicit(Neighbor neighbor, @Nullable Packet waiting);

    /// A request that was to be answered for another host, after a while, is answered now.
    void answerForProxy(Packet request);

    /// The address as people write it.
    String text(long high, long low);
}
