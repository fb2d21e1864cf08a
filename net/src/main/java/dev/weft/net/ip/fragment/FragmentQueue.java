package dev.weft.net.ip.fragment;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.Ipv4;
import dev.weft.net.ip.TrueSize;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The fragments of one datagram that have come so far, by rising offset (kernel: `struct ipq`).
final class FragmentQueue {
    /// How a fragment fits to those that are there.
    enum Fit {
        /// It is kept.
        ADDED,
        /// It was the last one missing.
        COMPLETE,
        /// What it brings is there already.
        DUPLICATE,
        /// It contradicts the others: the whole datagram must go (RFC 5722 §4, which Linux follows for IPv4 too).
        CONTRADICTION
    }

    // ECN bits seen, one bit for each of the four values.
    private static final int NOT_ECT = 1;
    private static final int CE = 8;

    int source;
    int destination;
    int identification;
    int protocol;
    int user;

    @Nullable
    FragmentQueue next;

    final Timer timer;

    private @Nullable Packet[] fragments = new Packet[4];
    private int[] offsets = new int[4];
    private int[] ends = new int[4];
    private int count;
    private int total;
    private int received;
    private boolean lastSeen;
    private int memory;
    private int largest;
    private int largestUncuttable;
    private int ecn;
    int distanceStamp;

    FragmentQueue(Fragments owner) {
        timer = Timer.of(() -> owner.expired(this));
    }

    boolean isFor(int from, int to, int id, int proto, int who) {
        return source == from && destination == to && identification == id && protocol == proto && user == who;
    }

    int memory() {
        return memory;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The fragment with offset 0, if it has come.
    @Nullable
    Packet first() {
        return count > 0 && offsets[0] == 0 ? fragments[0] : null;
    }

    /// The device by which the fragment came that came first in the datagram.
    NetDevice device() {
        return Objects.requireNonNull(fragments[0]).rxDevice();
    }

    /// Tries to put a fragment in; it stays the caller's unless it was added (kernel: `ip_frag_queue`).
    Fit add(Packet packet) {
        Ipv4 ip = new Ipv4(packet, 0);
        int header = ip.headerLength();
        int offset = ip.fragmentOffset();
        int end = offset + packet.length() - header;
        if (!ip.moreFragments()) {
            if (end < total || lastSeen && end != total) {
                return Fit.CONTRADICTION;
            }
        } else {
            end &= ~7;
            if (end > total && lastSeen) {
                return Fit.CONTRADICTION;
            }
        }
        if (end == offset) {
            return Fit.CONTRADICTION;
        }
        int at = place(offset);
        Fit fit = fit(at, offset, end);
        if (fit != Fit.ADDED) {
            return fit;
        }
        lastSeen |= !ip.moreFragments();
        total = Math.max(total, end);
        insert(at, packet, offset, end);
        received += end - offset;
        int size = end - offset + header;
        largest = Math.max(largest, size);
        if (ip.dontFragment()) {
            largestUncuttable = Math.max(largestUncuttable, size);
        }
        ecn |= 1 << (ip.tos() & 3);
        return lastSeen && received == total ? Fit.COMPLETE : Fit.ADDED;
    }

    /// Where a fragment belongs among the others.
    private int place(int offset) {
        int at = count;
        while (at > 0 && offsets[at - 1] > offset) {
            at--;
        }
        return at;
    }

    private Fit fit(int at, int offset, int end) {
        if (at > 0 && ends[at - 1] > offset) {
            int run = at - 1;
            while (run + 1 < count && offsets[run + 1] == ends[run]) {
                run++;
            }
            return end <= ends[run] ? Fit.DUPLICATE : Fit.CONTRADICTION;
        }
        return at < count && end > offsets[at] ? Fit.CONTRADICTION : Fit.ADDED;
    }

    private void insert(int at, Packet packet, int offset, int end) {
        if (count == fragments.length) {
            fragments = Arrays.copyOf(fragments, 2 * count);
            offsets = Arrays.copyOf(offsets, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(fragments, at, fragments, at + 1, count - at);
        System.arraycopy(offsets, at, offsets, at + 1, count - at);
        System.arraycopy(ends, at, ends, at + 1, count - at);
        fragments[at] = packet;
        offsets[at] = offset;
        ends[at] = end;
        count++;
        memory += TrueSize.of(packet);
        packet.holder(0);
    }

    // ---- the whole

    /// Bytes of the whole datagram, header included.
    int wholeLength() {
        return new Ipv4(Objects.requireNonNull(fragments[0]), 0).headerLength() + total;
    }

    /// Is it a mixture of ECN marks that no path produces (RFC 3168 §5.3)?
    boolean hasInvalidEcn() {
        return (ecn & NOT_ECT) != 0 && ecn != NOT_ECT;
    }

    /// Writes the datagram into a packet that has room for it (kernel: `ip_frag_reasm`).
    void assemble(Packet whole) {
        Packet first = Objects.requireNonNull(fragments[0]);
        int header = new Ipv4(first, 0).headerLength();
        whole.takeMetadata(first, "reassembly");
        whole.length(header + total);
        whole.copyFrom(0, first, 0, header);
        for (int i = 0; i < count; i++) {
            Packet fragment = Objects.requireNonNull(fragments[i]);
            int from = new Ipv4(fragment, 0).headerLength();
            whole.copyFrom(header + offsets[i], fragment, from, ends[i] - offsets[i]);
        }
        whole.networkOffset(0);
        whole.transportOffset(header);
        Ipv4 ip = new Ipv4(whole, 0);
        ip.totalLength(header + total);
        ip.fragmentWord(largestUncuttable == largest ? Ipv4.DONT_FRAGMENT : 0);
        if ((ecn & CE) != 0) {
            ip.tos(ip.tos() | 3);
        }
        ip.writeChecksum();
    }

    /// Takes one fragment out; null when none is left, and then the queue is as new.
    @Nullable
    Packet takeOut() {
        if (count == 0) {
            total = 0;
            received = 0;
            lastSeen = false;
            memory = 0;
            largest = 0;
            largestUncuttable = 0;
            ecn = 0;
            return null;
        }
        Packet packet = fragments[--count];
        fragments[count] = null;
        return packet;
    }
}
