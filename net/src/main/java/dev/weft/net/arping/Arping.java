package dev.weft.net.arping;

import dev.weft.core.command.Session;
import dev.weft.core.command.Signal;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.Arp;
import dev.weft.core.wire.ArpHeader;
import dev.weft.core.wire.EtherType;
import dev.weft.core.wire.Ethernet;
import dev.weft.core.wire.EthernetHeader;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.link.packet.PacketSocket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One running arping: asks by timers who has an address, and tells who answers.
final class Arping implements PacketSocket.Receiver {
    private static final long SECOND = 1_000_000_000L;

    private static final long SHORTEST_INTERVAL = 1_000_000L;

    /// A probe that is due so soon after the deadline was meant to be due with it.
    private static final long A_MOMENT = 1_000_000L;

    private final Session session;
    private final ArpingOptions options;
    private final NetDevice device;
    private final int source;
    private final int target;
    private final Worker worker;
    private final Timer sender = Timer.of(this::probe);
    private final Timer finisher = Timer.of(this::timeIsUp);

    private @Nullable PacketSocket socket;
    private MacAddress asked = MacAddress.BROADCAST;
    private long lastSent = -1;
    private int sent;
    private int broadcasts;
    private int received;
    private int receivedBroadcasts;
    private int receivedRequests;
    private boolean ended;

    Arping(Session session, ArpingOptions options, NetDevice device, int source, int target, Worker worker) {
        this.session = session;
        this.options = options;
        this.device = device;
        this.source = source;
        this.target = target;
        this.worker = worker;
    }

    void start() {
        socket = PacketSocket.open(session.namespace(), device, this);
        session.onExit(this::close);
        session.onSignal(Signal.SIGINT, this::finish);
        if (options.timeoutSeconds > 0) {
            worker.timers().set(finisher, worker.clock().nanos() + options.timeoutSeconds * SECOND);
        }
        probe();
    }

    private void close() {
        worker.timers().cancel(sender);
        worker.timers().cancel(finisher);
        PacketSocket open = socket;
        if (open != null) {
            open.close();
        }
    }

    private boolean isAllSent() {
        return options.count > 0 && sent >= options.count;
    }

    // ---- asking

    private void probe() {
        if (isAllSent()) {
            finish();
            return;
        }
        send();
        worker.timers()
                .set(sender, worker.clock().nanos() + Math.max(options.intervalSeconds * SECOND, SHORTEST_INTERVAL));
    }

    /// The probe that is due together with the deadline still goes, but no answer to it is waited for.
    private void timeIsUp() {
        long due = lastSent + options.intervalSeconds * SECOND - A_MOMENT;
        if (!ended && !isAllSent() && worker.clock().nanos() >= due) {
            send();
        }
        finish();
    }

    private void send() {
        PacketSocket open = socket;
        Packet packet = open == null ? null : open.allocate(Ethernet.LENGTH + Arp.LENGTH);
        if (open == null || packet == null) {
            return;
        }
        MacAddress own = new MacAddress(device.address());
        new EthernetHeader(asked, own, EtherType.ARP).write(packet, 0);
        int operation = options.answers ? Arp.REPLY : Arp.REQUEST;
        new ArpHeader(operation, own, new Ip4Address(source), asked, new Ip4Address(target))
                .write(packet, Ethernet.LENGTH);
        sent++;
        if (asked.isBroadcast()) {
            broadcasts++;
        }
        lastSent = worker.clock().nanos();
        open.send(packet, device, session.trace(), "ARP probe for " + Ip4Address.toString(target));
    }

    // ---- hearing

    @Override
    public void seen(Packet packet, NetDevice at, boolean outgoing) {
        if (outgoing || ended || packet.length() < Ethernet.LENGTH + Arp.LENGTH) {
            return;
        }
        Ethernet ethernet = new Ethernet(packet, 0);
        Arp arp = new Arp(packet, Ethernet.LENGTH);
        if (ethernet.etherType() != EtherType.ARP || !isAnswer(arp)) {
            return;
        }
        boolean toUs = ethernet.destination() == device.address();
        if (!options.quiet) {
            tell(arp, toUs);
        }
        received++;
        receivedBroadcasts += toUs ? 0 : 1;
        receivedRequests += arp.operation() == Arp.REQUEST ? 1 : 0;
        if (options.quitOnReply || options.timeoutSeconds > 0 && received == options.count) {
            finish();
        } else if (!options.broadcastOnly) {
            asked = new MacAddress(arp.senderMac());
        }
    }

    /// Is it about the address that was asked for, and not of our own making (iputils: `recv_pack`)?
    private boolean isAnswer(Arp arp) {
        if (arp.operation() != Arp.REQUEST && arp.operation() != Arp.REPLY || arp.senderIp() != target) {
            return false;
        }
        if (options.duplicateDetection) {
            return arp.senderMac() != device.address() && (source == 0 || arp.targetIp() == source);
        }
        return arp.targetIp() == source && arp.targetMac() == device.address();
    }

    private void tell(Arp arp, boolean toUs) {
        StringBuilder line = new StringBuilder(toUs ? "Unicast " : "Broadcast ");
        line.append(arp.operation() == Arp.REPLY ? "reply from " : "request from ");
        line.append(Ip4Address.toString(arp.senderIp()));
        line.append(" [")
                .append(MacAddress.toString(arp.senderMac()).toUpperCase(Locale.ROOT))
                .append("] ");
        if (arp.targetIp() != source) {
            line.append("for ").append(Ip4Address.toString(arp.targetIp())).append(' ');
        }
        if (lastSent < 0) {
            line.append(" UNSOLICITED?\n");
        } else {
            long micros = (worker.clock().nanos() - lastSent) / 1000;
            line.append(String.format(Locale.ROOT, " %d.%03dms%n", micros / 1000, micros % 1000));
        }
        session.out(line.toString());
    }

    private void finish() {
        if (ended) {
            return;
        }
        ended = true;
        if (!options.quiet) {
            StringBuilder out = new StringBuilder();
            out.append("Sent ")
                    .append(sent)
                    .append(" probes (")
                    .append(broadcasts)
                    .append(" broadcast(s))\n");
            out.append("Received ").append(received).append(" response(s)");
            if (receivedBroadcasts > 0 || receivedRequests > 0) {
                out.append(" (");
                if (receivedRequests > 0) {
                    out.append(receivedRequests).append(" request(s)");
                }
                if (receivedBroadcasts > 0) {
                    out.append(receivedRequests > 0 ? ", " : "")
                            .append(receivedBroadcasts)
                            .append(" broadcast(s)");
                }
                out.append(')');
            }
            session.out(out.append('\n').toString());
        }
        session.exit(status());
    }

    private int status() {
        if (options.duplicateDetection) {
            return received > 0 ? 1 : 0;
        }
        boolean wellAnswered = options.count > 0 ? received == sent : received > 0;
        return options.unsolicited || wellAnswered ? 0 : 1;
    }
}
