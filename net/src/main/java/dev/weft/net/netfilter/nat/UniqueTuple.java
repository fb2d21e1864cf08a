package dev.weft.net.netfilter.nat;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.conntrack.Connections;
import dev.weft.net.netfilter.conntrack.Conntrack;
import dev.weft.net.netfilter.conntrack.Tuples;
import java.util.random.RandomGenerator;

/// Finds a tuple within a range that no other connection has (kernel: `get_unique_tuple`): the one it has,
/// else the one that another connection from there got, else the address that a hash says and a free port,
/// near to what it was.
final class UniqueTuple {
    private static final int MOST_ATTEMPTS = 128;
    private static final int LEAST_ATTEMPTS = 16;

    /// With fewer attempts left than this, closed connections must give way.
    private static final int HARDER = 32;

    private final Conntrack conntrack;
    private final Connections connections;
    private final NatSources sources;
    private final RandomGenerator random;

    /// What was found; what comes back is its inverse.
    long addresses;

    long key;

    // The range of what stays as it is, without an object for each connection.
    private NatRange asIs = NatRange.of(0);

    UniqueTuple(Conntrack conntrack, NatSources sources, RandomGenerator random) {
        this.conntrack = conntrack;
        this.connections = conntrack.connections();
        this.sources = sources;
        this.random = random;
    }

    void reuse(int address) {
        if (asIs.minAddress() != address) {
            asIs = NatRange.of(address);
        }
    }

    NatRange asIs() {
        return asIs;
    }

    void find(int slot, long oldAddresses, long oldKey, NatRange range, Manip manip) {
        addresses = oldAddresses;
        key = oldKey;
        boolean randomPort = range.has(NatRange.PROTO_RANDOM_ALL);
        if (manip == Manip.SOURCE && !randomPort) {
            if (isInRange(addresses, key, range)) {
                if (!isUsed(slot)) {
                    return;
                }
            } else if (findSameSource(slot, oldAddresses, oldKey, range) && !isUsed(slot)) {
                return;
            }
            addresses = oldAddresses;
            key = oldKey;
        }
        chooseAddress(range, manip);
        if (!randomPort) {
            if (range.has(NatRange.PROTO_SPECIFIED)) {
                if (!range.has(NatRange.PROTO_OFFSET)
                        && range.hasPort(port(manip))
                        && (range.minPort() == range.maxPort() || !isUsed(slot))) {
                    return;
                }
            } else if (!isUsed(slot)) {
                return;
            }
        }
        choosePort(slot, range, manip);
    }

    private static boolean isInRange(long addresses, long key, NatRange range) {
        return range.hasAddress(Tuples.source(addresses)) && range.hasPort(Tuples.sourcePort(key));
    }

    /// What has another connection from there become (kernel: `find_appropriate_src`)?
    private boolean findSameSource(int slot, long oldAddresses, long oldKey, NatRange range) {
        long source = connections.addresses(2 * slot);
        long sourceKey = connections.key(2 * slot);
        for (int at = sources.first(source, sourceKey); at != 0; at = connections.natLink(at)) {
            if (!NatSources.isSame(source, sourceKey, connections.addresses(2 * at), connections.key(2 * at))) {
                continue;
            }
            long itsAddresses = connections.addresses(2 * at + 1);
            long itsKey = connections.key(2 * at + 1);
            long candidate = Tuples.addresses(Tuples.destination(itsAddresses), Tuples.destination(oldAddresses));
            int port = Tuples.protocol(itsKey) == IpProtocol.ICMP
                    ? Tuples.sourcePort(itsKey)
                    : Tuples.destinationPort(itsKey);
            long candidateKey = Tuples.withPorts(oldKey, port, Tuples.destinationPort(oldKey));
            if (isInRange(candidate, candidateKey, range)) {
                addresses = candidate;
                key = candidateKey;
                return true;
            }
        }
        return false;
    }

    /// Kernel: `find_best_ips_proto`; the same address for the same ends, as Linux's own hash has it.
    private void chooseAddress(NatRange range, Manip manip) {
        if (!range.has(NatRange.MAP_IPS)) {
            return;
        }
        int address = range.minAddress();
        if (address != range.maxAddress()) {
            int more = range.has(NatRange.PERSISTENT)
                    ? 0
                    : Integer.reverseBytes(Tuples.destination(addresses)) ^ Tuples.zone(key);
            int hash = Jenkins.hash(Integer.reverseBytes(Tuples.source(addresses)), more);
            long addressCount = Integer.toUnsignedLong(range.maxAddress() - range.minAddress()) + 1;
            address += (int) (Integer.toUnsignedLong(hash) * addressCount >>> 32);
        }
        addresses = manip == Manip.SOURCE
                ? Tuples.addresses(address, Tuples.destination(addresses))
                : Tuples.addresses(Tuples.source(addresses), address);
    }

    /// Kernel: `nf_nat_l4proto_unique_tuple`.
    private void choosePort(int slot, NatRange range, Manip manip) {
        int protocol = Tuples.protocol(key);
        boolean icmp = protocol == IpProtocol.ICMP;
        boolean hasPorts = protocol == IpProtocol.TCP
                || protocol == IpProtocol.UDP
                || protocol == IpProtocol.UDP_LITE
                || protocol == IpProtocol.SCTP
                || protocol == IpProtocol.DCCP;
        if (!icmp && !hasPorts) {
            return;
        }
        Manip end = icmp ? Manip.SOURCE : manip;
        int port = port(end);
        int first;
        int size;
        if (range.has(NatRange.PROTO_SPECIFIED)) {
            first = Math.min(range.minPort(), range.maxPort());
            size = Math.abs(range.maxPort() - range.minPort()) + 1;
        } else if (icmp) {
            first = 0;
            size = 0x1_0000;
        } else if (manip == Manip.DESTINATION) {
            return;
        } else if (port < 512) {
            first = 1;
            size = 511;
        } else if (port < 1024) {
            first = 600;
            size = 1023 - 600 + 1;
        } else {
            first = 1024;
            size = 0x1_0000 - 1024;
        }
        int offset;
        if (range.has(NatRange.PROTO_OFFSET)) {
            offset = port - range.basePort() & 0xffff;
        } else if (range.has(NatRange.PROTO_RANDOM_ALL) || manip != Manip.DESTINATION) {
            offset = random.nextInt(0x1_0000);
        } else {
            offset = 0;
        }
        search(slot, end, first, size, offset);
    }

    private void search(int slot, Manip end, int first, int size, int from) {
        int attempts = Math.min(size, MOST_ATTEMPTS);
        int offset = from;
        while (true) {
            for (int i = 0; i < attempts; i++, offset = offset + 1 & 0xffff) {
                port(end, first + offset % size);
                if (!isUsed(slot, attempts - i)) {
                    return;
                }
            }
            if (attempts >= size || attempts < LEAST_ATTEMPTS) {
                return;
            }
            attempts /= 2;
            offset = random.nextInt(0x1_0000);
        }
    }

    private int port(Manip end) {
        return end == Manip.SOURCE ? Tuples.sourcePort(key) : Tuples.destinationPort(key);
    }

    private void port(Manip end, int port) {
        key = end == Manip.SOURCE
                ? Tuples.withPorts(key, port, Tuples.destinationPort(key))
                : Tuples.withPorts(key, Tuples.sourcePort(key), port);
    }

    // ---- collisions

    /// Does another connection have what would come back (kernel: `nf_conntrack_tuple_taken`)?
    private boolean isUsed(int slot) {
        return other(slot) != 0;
    }

    private boolean isUsed(int slot, int attemptsLeft) {
        int other = other(slot);
        if (other == 0) {
            return false;
        }
        return attemptsLeft > HARDER || !conntrack.giveWay(other);
    }

    private int other(int slot) {
        return conntrack.taken(slot, Tuples.invertAddresses(addresses), Tuples.invertKey(key));
    }
}
