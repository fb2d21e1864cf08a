package dev.weft.net.transport.raw;

import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.v4.Ip4Counters;
import dev.weft.net.ip.v4.Ip4Routing;
import dev.weft.net.transport.Socket4;
import org.jspecify.annotations.Nullable;

/// A socket that sends and receives packets of one IP protocol (raw(7); kernel: net/ipv4/raw.c).
public final class RawSocket extends Socket4 {
    private boolean headerIncluded;
    private int ignoredIcmpTypes;

    /// @param protocol of the packets, [IpProtocol#RAW] for a socket that only sends
    public RawSocket(NetNamespace namespace, int protocol) {
        super(namespace, protocol);
        headerIncluded = protocol == IpProtocol.RAW;
        RawSockets.of(namespace).add(this);
    }

    /// What is sent has its IP header already (`IP_HDRINCL`).
    public void headerIncluded(boolean included) {
        headerIncluded = included;
    }

    /// ICMP messages of the types below 32 whose bits are set are not wanted (`ICMP_FILTER`).
    public void ignoreIcmpTypes(int bits) {
        ignoredIcmpTypes = bits;
    }

    /// Sends a packet to where the socket is connected.
    ///
    /// @return null, or why it was refused
    public @Nullable Errno send(Packet packet) {
        return peerAddress() == 0 ? refused(packet, Errno.EDESTADDRREQ) : sendTo(packet, peerAddress());
    }

    /// Sends a packet, which is no longer the caller's; its data are the payload, or with [#headerIncluded] all of it.
    ///
    /// @return null, or why it was refused
    public @Nullable Errno sendTo(Packet packet, int destination) {
        return sendTo(packet, destination, "raw socket");
    }

    /// @param why the packet exists, for its trace
    public @Nullable Errno sendTo(Packet packet, int destination, String why) {
        if (packet.length() > 0xffff) {
            return refused(packet, Errno.EMSGSIZE);
        }
        Errno error = findRoute(destination, 0);
        if (error == null) {
            error = headerIncluded ? checkIncluded(packet) : checkLength(packet.length(), 0);
        }
        if (error != null) {
            return refused(packet, error);
        }
        countIcmp(packet);
        if (headerIncluded) {
            sendIncluded(packet, why);
        } else {
            transmit(packet, why);
        }
        return null;
    }

    private @Nullable Errno refused(Packet packet, Errno error) {
        worker().pool().free(packet);
        return error;
    }

    private @Nullable Errno checkIncluded(Packet packet) {
        if (packet.length() > route().device().mtu()) {
            return Errno.EMSGSIZE;
        }
        return Ipv4.fits(packet, 0) ? null : Errno.EINVAL;
    }

    /// Fills in what the sender has left to the kernel (kernel: `raw_send_hdrinc`).
    private void sendIncluded(Packet packet, String why) {
        route().applyTo(packet);
        Ipv4 ip = new Ipv4(packet, 0);
        if (ip.source() == 0) {
            ip.source(flow().source);
        }
        packet.networkOffset(0);
        packet.transportOffset(ip.headerLength());
        packet.protocol(EtherType.IPV4);
        start(packet, why);
    }

    private void countIcmp(Packet packet) {
        int at = headerIncluded ? new Ipv4(packet, 0).headerLength() : 0;
        if (protocol() == IpProtocol.ICMP && packet.length() > at) {
            Ip4Counters.of(namespace()).icmpOut(packet.u8(at));
        }
    }

    @Override
    public void close() {
        if (!isClosed()) {
            RawSockets.of(namespace()).remove(this);
        }
        super.close();
    }

    // ---- for the table

    boolean wants(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        return isFor(ip.destination(), ip.source(), Ip4Routing.inputDevice(packet)) && !isFiltered(packet, ip);
    }

    private boolean isFiltered(Packet packet, Ipv4 ip) {
        if (protocol() != IpProtocol.ICMP || ignoredIcmpTypes == 0) {
            return false;
        }
        int at = ip.headerLength();
        int type = at < packet.length() ? new Icmp(packet, at).type() : 0;
        return type < 32 && (ignoredIcmpTypes & 1 << type) != 0;
    }

    void deliver(Packet packet) {
        show(packet);
    }

    boolean hasSent(Packet message, Ipv4 about) {
        return isFor(about.source(), about.destination(), Ip4Routing.inputDevice(message));
    }

    void tell(Packet message, int quoted) {
        failed(message, quoted, 0);
    }
}
