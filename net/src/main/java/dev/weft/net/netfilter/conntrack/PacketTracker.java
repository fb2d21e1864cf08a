package dev.weft.net.netfilter.conntrack;

import dev.weft.core.packet.Checksum;
import dev.weft.core.packet.ChecksumState;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.Icmp;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;

/// Tracks one packet: errors first, then its connection, then what its protocol says of it (kernel:
/// `nf_conntrack_in`, `resolve_normal_ct`, `init_conntrack`).
final class PacketTracker {
    static final int ACCEPT = 1;
    static final int DROP = 0;

    /// The first packet of its connection is still on its way.
    static final int HOLD = 2;

    private static final int UDP_HEADER = 8;

    /// Seconds for which two packets must pass both ways until UDP is taken for a stream.
    private static final int STREAM_JIFFIES = 2 * Jiffies.HZ;

    private final boolean checksums;
    private final TcpTracker tcp = new TcpTracker();
    private final IcmpErrorTracker icmpErrors = new IcmpErrorTracker();

    /// @param checksums may checksums be wrong, because the packet comes from outside?
    PacketTracker(boolean checksums) {
        this.checksums = checksums;
    }

    /// The packet has no tuple.
    int untrackable(Conntrack conntrack, Packet packet) {
        conntrack.count(Statistic.INVALID);
        packet.connection(0, 0);
        return ACCEPT;
    }

    static int originalZone(Template template, Packet packet) {
        return template.zoneFromMark() ? packet.mark() & 0xffff : template.originalZone();
    }

    private static int replyZone(Template template, Packet packet) {
        return template.zoneFromMark() ? packet.mark() & 0xffff : template.replyZone();
    }

    /// @param found the entry with that tuple as it was when the frame was looked up, or 0
    int track(Conntrack conntrack, Packet packet, long addresses, long key, int found, int transport) {
        Template template = packet.connection() < 0 ? conntrack.template(packet.connection()) : Template.NONE;
        if (ConntrackIn.isIcmp(key)) {
            int verdict = icmp(conntrack, packet, template, transport);
            if (verdict != CONTINUE) {
                return verdict;
            }
        }
        boolean checked = false;
        while (true) {
            int entry = find(conntrack, template, packet, addresses, key, found);
            if (entry != 0) {
                Connections connections = conntrack.connections();
                int slot = entry >>> 1;
                if ((connections.status(slot) & ConnectionStatus.CONFIRMED) == 0) {
                    if (connections.stamp(slot) == conntrack.pass()) {
                        return HOLD;
                    }
                    conntrack.kill(slot); // its first packet has not come through
                    continue;
                }
                if (conntrack.isExpired(slot)) {
                    conntrack.kill(slot);
                    continue;
                }
                if (conntrack.isOrderSensitive()) {
                    if (connections.stamp(slot) == conntrack.pass()) {
                        return HOLD;
                    }
                    connections.stamp(slot, conntrack.pass());
                }
            }
            if (!checked && !isSound(conntrack, packet, Tuples.protocol(key), transport)) {
                return untrackable(conntrack, packet);
            }
            checked = true;
            if (entry == 0) {
                entry = 2 * begin(conntrack, template, packet, addresses, key);
                if (entry == 0) {
                    return untrackable(conntrack, packet);
                }
                if (entry < 0) {
                    conntrack.count(Statistic.DROP);
                    return DROP;
                }
            }
            int verdict = follow(conntrack, packet, entry, transport);
            if (verdict != Tracker.REPEAT) {
                return verdict;
            }
        }
    }

    private static final int CONTINUE = 3;
    private static final int FULL = -1;

    // ---- the connection

    private static int find(
            Conntrack conntrack, Template template, Packet packet, long addresses, long key, int found) {
        Connections connections = conntrack.connections();
        int entry = found;
        if (entry == 0 || !connections.has(entry, addresses, key) || connections.has(entry >>> 1, DYING)) {
            entry = connections.find(addresses, key);
        }
        if (template == Template.NONE) {
            return entry;
        }
        int reply = replyZone(template, packet);
        if (reply == Tuples.zone(key)) {
            return entry;
        }
        if (entry != 0 && (entry & 1) == 0) {
            return entry;
        }
        entry = connections.find(addresses, Tuples.withZone(key, reply));
        return (entry & 1) == 1 ? entry : 0;
    }

    private static final int DYING = ConnectionStatus.DYING;

    /// Makes a connection (kernel: `init_conntrack`).
    ///
    /// @return its slot; 0 when the packet can begin none, [#FULL] when there is no room
    private static int begin(Conntrack conntrack, Template template, Packet packet, long addresses, long key) {
        long replyKey = Tuples.invertKey(key);
        if (replyKey == 0) {
            return 0;
        }
        if (template != Template.NONE) {
            replyKey = Tuples.withZone(replyKey, replyZone(template, packet));
        }
        int slot = conntrack.create(addresses, key, Tuples.invertAddresses(addresses), replyKey);
        if (slot == 0) {
            return FULL;
        }
        Expectation expectation = conntrack.expectations().take(addresses, key);
        if (expectation != null) {
            expected(conntrack, slot, expectation);
        } else if (template.helper() != null) {
            conntrack.extensions().of(slot).helper = template.helper();
            conntrack.connections().set(slot, ConnectionStatus.HELPER);
        }
        return slot;
    }

    private static void expected(Conntrack conntrack, int slot, Expectation expectation) {
        Connections connections = conntrack.connections();
        connections.set(slot, ConnectionStatus.EXPECTED);
        Extensions.Extension extension = conntrack.extensions().of(slot);
        extension.masterHandle = expectation.masterHandle;
        extension.expectation = expectation;
        extension.helper = expectation.helper;
        int master = connections.slot(expectation.masterHandle);
        if (master != 0) {
            connections.mark(slot, connections.mark(master));
        }
    }

    // ---- the packet in its connection

    private int follow(Conntrack conntrack, Packet packet, int entry, int transport) {
        Connections connections = conntrack.connections();
        int slot = entry >>> 1;
        int status = connections.status(slot);
        int info;
        if ((entry & 1) == 1) {
            info = ConnectionInfo.ESTABLISHED_REPLY;
        } else if ((status & ConnectionStatus.SEEN_REPLY) != 0) {
            info = ConnectionInfo.ESTABLISHED;
        } else {
            info = (status & ConnectionStatus.EXPECTED) != 0 ? ConnectionInfo.RELATED : ConnectionInfo.NEW;
        }
        int verdict = protocol(conntrack, slot, info, status, packet, transport);
        if (verdict == Tracker.ACCEPT) {
            packet.connection(connections.handle(slot), info);
            if (info == ConnectionInfo.ESTABLISHED_REPLY && (status & ConnectionStatus.SEEN_REPLY) == 0) {
                connections.set(slot, ConnectionStatus.SEEN_REPLY);
                conntrack.note(slot, ConntrackEvent.REPLY);
            }
            return ACCEPT;
        }
        if ((status & ConnectionStatus.CONFIRMED) == 0) {
            conntrack.kill(slot); // nobody else knows it
        }
        if (verdict == Tracker.REPEAT) {
            return verdict;
        }
        conntrack.count(Statistic.INVALID);
        packet.connection(0, 0);
        return ACCEPT;
    }

    private int protocol(Conntrack conntrack, int slot, int info, int status, Packet packet, int transport) {
        int direction = ConnectionInfo.direction(info);
        switch (Tuples.protocol(conntrack.connections().key(2 * slot))) {
            case IpProtocol.TCP -> {
                return tcp.packet(conntrack, slot, info, packet, transport);
            }
            case IpProtocol.UDP, IpProtocol.UDP_LITE -> udp(conntrack, slot, status);
            case IpProtocol.ICMP -> {
                int type = Tuples.destinationPort(conntrack.connections().key(2 * slot)) >>> 8;
                if (type != Icmp.ECHO && type != Icmp.TIMESTAMP && type != 15 && type != Icmp.ADDRESS_MASK) {
                    return Tracker.INVALID;
                }
                conntrack.refresh(slot, conntrack.get(ConntrackSetting.ICMP_TIMEOUT));
            }
            default -> conntrack.refresh(slot, conntrack.get(ConntrackSetting.GENERIC_TIMEOUT));
        }
        conntrack.account(slot, direction, packet);
        return Tracker.ACCEPT;
    }

    /// Kernel: `nf_conntrack_udp_packet`.
    private static void udp(Conntrack conntrack, int slot, int status) {
        Connections connections = conntrack.connections();
        if ((status & ConnectionStatus.CONFIRMED) == 0) {
            connections.streamFrom(slot, conntrack.jiffies() + STREAM_JIFFIES);
        }
        if ((status & ConnectionStatus.SEEN_REPLY) == 0) {
            conntrack.refresh(slot, conntrack.get(ConntrackSetting.UDP_TIMEOUT));
            return;
        }
        boolean stream = conntrack.jiffies() - connections.streamFrom(slot) > 0;
        conntrack.refresh(
                slot, conntrack.get(stream ? ConntrackSetting.UDP_TIMEOUT_STREAM : ConntrackSetting.UDP_TIMEOUT));
        if (stream && (status & ConnectionStatus.ASSURED) == 0) {
            conntrack.assure(slot);
        }
    }

    // ---- errors

    /// Is the transport header whole, and its checksum right where that is asked for?
    private boolean isSound(Conntrack conntrack, Packet packet, int protocol, int transport) {
        int length = packet.length() - transport;
        switch (protocol) {
            case IpProtocol.UDP -> {
                int said = packet.u16(transport + 4);
                if (said > length || said < UDP_HEADER) {
                    return false;
                }
                return packet.u16(transport + 6) == 0 || isChecksumRight(conntrack, packet, protocol, transport, said);
            }
            case IpProtocol.TCP -> {
                return isChecksumRight(conntrack, packet, protocol, transport, length);
            }
            default -> {
                return true;
            }
        }
    }

    private boolean isChecksumRight(Conntrack conntrack, Packet packet, int protocol, int transport, int length) {
        if (!checksums
                || packet.checksumState() != ChecksumState.NONE
                || conntrack.get(ConntrackSetting.CHECKSUM) == 0) {
            return true;
        }
        int pseudo = protocol == IpProtocol.ICMP
                ? 0
                : Checksum.pseudoHeader(packet.i32(12), packet.i32(16), protocol, length);
        if (Checksum.add(pseudo, Checksum.sum(packet, transport, length)) != 0xffff) {
            return false;
        }
        packet.checksumState(ChecksumState.UNNECESSARY);
        return true;
    }

    /// Kernel: `nf_conntrack_handle_icmp`.
    ///
    /// @return [#CONTINUE] when the message is no error and has a connection of its own
    private int icmp(Conntrack conntrack, Packet packet, Template template, int transport) {
        int type = packet.u8(transport);
        if (type > 18 || !isChecksumRight(conntrack, packet, IpProtocol.ICMP, transport, packet.length() - transport)) {
            return erroneous(conntrack, packet);
        }
        if (!Icmp.isError(type)) {
            return CONTINUE;
        }
        int entry = icmpErrors.find(conntrack, packet, originalZone(template, packet), transport);
        if (entry == 0) {
            return erroneous(conntrack, packet);
        }
        Connections connections = conntrack.connections();
        int slot = entry >>> 1;
        if (!connections.has(slot, ConnectionStatus.CONFIRMED)) {
            if (connections.stamp(slot) == conntrack.pass()) {
                return HOLD;
            }
            conntrack.kill(slot);
            return erroneous(conntrack, packet);
        }
        int info = ConnectionInfo.RELATED + ((entry & 1) == 1 ? ConnectionInfo.IS_REPLY : 0);
        packet.connection(connections.handle(slot), info);
        return ACCEPT;
    }

    private static int erroneous(Conntrack conntrack, Packet packet) {
        conntrack.count(Statistic.ERROR);
        packet.connection(0, 0);
        return ACCEPT;
    }
}
