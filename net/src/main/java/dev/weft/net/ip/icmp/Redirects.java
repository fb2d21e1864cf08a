package dev.weft.net.ip.icmp;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.ip.v4.Ip4Setting;
import dev.weft.net.namespace.Network;

/// Tells senders on the same link of a better gateway, ever less often if they do not heed it (kernel:
/// `ip_rt_send_redirect`; RFC 1812 §5.2.7.2).
public final class Redirects {
    private static final long TICK = 4_000_000L;

    /// The time between the first two; it doubles each time (kernel: `ip_rt_redirect_load`).
    private static final long LOAD = 5 * TICK;

    /// After so many no more are sent (kernel: `ip_rt_redirect_number`) …
    private static final int MOST = 9;

    /// … until so long nothing was to be said (kernel: `ip_rt_redirect_silence`).
    private static final long SILENCE = LOAD << MOST + 1;

    private Redirects() {}

    /// @param packet is about to leave by the device that it came by
    public static void send(Packet packet, Nexthop way, IcmpErrors icmp) {
        NetDevice device = packet.txDevice();
        if (!Ip4Device.of(device).is(Ip4Setting.SEND_REDIRECTS)) {
            return;
        }
        NetNamespace namespace = device.namespace();
        long now = Network.of(namespace).workerOf(namespace).now();
        Ipv4 ip = new Ipv4(packet, packet.networkOffset());
        Peer peer = Peers.of(namespace).get(ip.source(), now);
        if (now > peer.lastNanos + SILENCE) {
            peer.tokens = 0;
            peer.redirects = 0;
        }
        if (peer.redirects >= MOST) {
            peer.lastNanos = now;
        } else if (peer.redirects == 0 || now > peer.lastNanos + (LOAD << peer.redirects)) {
            icmp.report(packet, Icmp.REDIRECT, Icmp.REDIRECT_HOST, way.nextAddress(ip.destination()));
            peer.lastNanos = now;
            peer.redirects++;
        }
    }
}
