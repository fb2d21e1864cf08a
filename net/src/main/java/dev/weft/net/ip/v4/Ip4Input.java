package dev.weft.net.ip.v4;

import dev.weft.core.graph.Arcs;
import dev.weft.core.graph.DeviceOutput;
import dev.weft.core.graph.Drop;
import dev.weft.core.graph.DropReason;
import dev.weft.core.graph.Frame;
import dev.weft.core.graph.Next;
import dev.weft.core.graph.Node;
import dev.weft.core.graph.NodeType;
import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketType;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.arp.ArpResolve;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.Hooks;
import java.util.stream.Stream;

/// The door of IPv4: what is no sound IPv4 packet for this host ends here, all others pass PRE_ROUTING (kernel:
/// `ip_rcv`, RFC 1122 §3.2.1.1 and §3.2.1.2).
///
/// Behind it the header is whole and its checksum right, and the packet is as long as the header says.
public final class Ip4Input extends Node {
    public static final String NAME = "ip4-input";
    public static final NodeType TYPE = NodeType.of(NAME, Ip4Input::new, "ip_rcv", "ip_rcv_core");

    private static final int PLAIN_HEADER = 0x45;

    private final Next route = next(Ip4RouteInput.NAME);
    private final Arcs arcs = arcs();
    private final Ip4ShortWay shortWay = new Ip4ShortWay(
            Stream.of(Ip4RouteInput.NAME, Ip4Forward.NAME, Ip4Output.NAME, Ip4FinishOutput.NAME, ArpResolve.NAME)
                    .map(this::next)
                    .toList(),
            next(DeviceOutput.NAME));
    private final Drop otherHost = drop(DropReason.OTHERHOST);
    private final Drop tooSmall = drop(DropReason.PKT_TOO_SMALL);
    private final Drop malformed = drop(DropReason.IP_INHDR);
    private final Drop badChecksum = drop(DropReason.IP_CSUM);

    @Override
    public void process(Frame frame) {
        int next = 0;
        for (int i = 0; i < frame.size(); i = next) {
            NetDevice device = frame.get(i).rxDevice();
            next = shortWay.take(frame, i, device);
            if (next == i) {
                next = receive(frame, i, device);
            }
        }
    }

    /// Takes in the run of packets from `start` on that came by the same device.
    ///
    /// @return where the next run starts
    private int receive(Frame frame, int start, NetDevice device) {
        ArcProgram program = Hooks.of(device.namespace()).program(Hook.PRE_ROUTING);
        Ip4Counters counters = Ip4Counters.of(device.namespace());
        long bytes = 0;
        int others = 0;
        int i = start;
        for (; i < frame.size(); i++) {
            Packet packet = frame.get(i);
            if (packet.rxDevice() != device) {
                break;
            }
            if (packet.type() == PacketType.OTHERHOST) {
                others++;
                otherHost.send(packet);
                continue;
            }
            bytes += packet.length();
            if (isSound(packet, counters)) {
                if (program.isEmpty()) {
                    route.send(packet);
                } else {
                    arcs.enter(packet, program, route);
                }
            }
        }
        counters.add(Ip4Counter.IN_RECEIVES, i - start - others);
        counters.add(Ip4Counter.IN_OCTETS, bytes);
        return i;
    }

    /// Is the header right? Else the packet has been dropped.
    private boolean isSound(Packet packet, Ip4Counters counters) {
        int length = packet.length();
        if (length < Ipv4.LENGTH) {
            counters.increment(Ip4Counter.IN_HDR_ERRORS);
            tooSmall.send(packet);
            return false;
        }
        long first = packet.i64(0);
        int headerLength = Ipv4.LENGTH;
        if (first >>> 56 != PLAIN_HEADER) {
            headerLength = (int) (first >>> 54) & 0x3c;
            if (first >>> 60 != 4 || headerLength < Ipv4.LENGTH) {
                counters.increment(Ip4Counter.IN_HDR_ERRORS);
                malformed.send(packet);
                return false;
            }
        }
        counters.increment(Ip4Counter.ofCongestion((int) (first >>> 48)));
        if (length < headerLength) {
            counters.increment(Ip4Counter.IN_HDR_ERRORS);
            tooSmall.send(packet);
            return false;
        }
        if (!isChecksumRight(packet, first, headerLength)) {
            counters.increment(Ip4Counter.IN_CSUM_ERRORS);
            counters.increment(Ip4Counter.IN_HDR_ERRORS);
            badChecksum.send(packet);
            return false;
        }
        int total = (int) (first >>> 32) & 0xffff;
        if (length < total) {
            counters.increment(Ip4Counter.IN_TRUNCATED_PKTS);
            tooSmall.send(packet);
            return false;
        }
        if (total < headerLength) {
            counters.increment(Ip4Counter.IN_HDR_ERRORS);
            malformed.send(packet);
            return false;
        }
        if (length > total) {
            packet.length(total); // padding of a short Ethernet frame
        }
        packet.networkOffset(0);
        packet.transportOffset(headerLength);
        return true;
    }

    /// Sums the header as big-endian halves of 32 bits; nearly all have no options and take the short way.
    private static boolean isChecksumRight(Packet packet, long first, int headerLength) {
        long second = packet.i64(8);
        long sum = (first >>> 32) + (first & 0xffff_ffffL) + (second >>> 32) + (second & 0xffff_ffffL);
        for (int at = 16; at < headerLength; at += 4) {
            sum += packet.u32(at);
        }
        sum = (sum & 0xffff) + (sum >>> 16 & 0xffff) + (sum >>> 32);
        sum = (sum & 0xffff) + (sum >>> 16);
        return (sum & 0xffff) + (sum >>> 16) == 0xffff;
    }
}
