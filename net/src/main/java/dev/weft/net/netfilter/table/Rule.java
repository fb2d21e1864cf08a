package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.List;

/// One line of a chain: what it asks for, what it then does, and how often it did (kernel: `struct ipt_entry`).
///
/// It never changes but for its counters, and so belongs to the table before a change and to the one after.
public final class Rule {
    private static final Match[] NO_MATCHES = {};
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;

    private final Basics basics;
    private final List<Match> matches;
    private final Action action;
    private final Match[] matchArray;

    // The basics of IPv4 once more, as the data path wants them.
    private final boolean ip4;
    private final int source;
    private final int sourceMask;
    private final boolean sourceInverted;
    private final int destination;
    private final int destinationMask;
    private final boolean destinationInverted;
    private final int protocol;
    private final boolean protocolInverted;
    private final boolean anyDevices;
    private final boolean anyFragments;

    private long packets;
    private long bytes;

    public Rule(Basics basics, List<Match> matches, Action action) {
        this.basics = basics;
        this.matches = List.copyOf(matches);
        this.action = action;
        matchArray = matches.isEmpty() ? NO_MATCHES : this.matches.toArray(NO_MATCHES);
        ip4 = basics.family() == HookFamily.IPV4;
        source = basics.source().address4();
        sourceMask = basics.source().mask4();
        sourceInverted = basics.source().isInverted();
        destination = basics.destination().address4();
        destinationMask = basics.destination().mask4();
        destinationInverted = basics.destination().isInverted();
        protocol = basics.protocol();
        protocolInverted = basics.isProtocolInverted();
        anyDevices = basics.in().isAny() && basics.out().isAny();
        anyFragments = !basics.fragments();
    }

    public Basics basics() {
        return basics;
    }

    public List<Match> matches() {
        return matches;
    }

    public Action action() {
        return action;
    }

    /// That of `-p`; 0 for any.
    public int protocol() {
        return protocol;
    }

    public boolean isProtocolInverted() {
        return protocolInverted;
    }

    /// Does it match every packet?
    boolean isUnconditional() {
        return matches.isEmpty() && basics.equals(Basics.any(basics.family()));
    }

    // ---- counters

    public long packets() {
        return packets;
    }

    public long bytes() {
        return bytes;
    }

    public void counters(long itsPackets, long itsBytes) {
        packets = itsPackets;
        bytes = itsBytes;
    }

    /// It has matched a packet of so many bytes.
    public void count(int length) {
        packets++;
        bytes += length;
    }

    // ---- the data path

    /// Does it match the packet that `state` was given? An extension may find the packet to be malformed:
    /// [HookState#isHotDrop].
    public boolean matches(Packet packet, HookState state) {
        return matchesBasics(packet, state) && matchesExtensions(packet, state);
    }

    /// Kernel: `ip_packet_match`, `ip6_packet_match`.
    boolean matchesBasics(Packet packet, HookState state) {
        if (!ip4) {
            return matchesBasics6(packet, state);
        }
        return ((state.source4 & sourceMask) == source) != sourceInverted
                && ((state.destination4 & destinationMask) == destination) != destinationInverted
                && (anyDevices || matchesDevices(state))
                && (protocol == 0 || (state.protocol() == protocol) != protocolInverted)
                && (anyFragments || (state.fragmentOffset() != 0) != basics.isNotFragments());
    }

    private boolean matchesBasics6(Packet packet, HookState state) {
        if (!basics.source().matches6(packet, SOURCE6)
                || !basics.destination().matches6(packet, DESTINATION6)
                || !anyDevices && !matchesDevices(state)) {
            return false;
        }
        if (!basics.hasProtocol()) {
            return true;
        }
        if (state.protocol() < 0) {
            state.hotDrop();
            return false;
        }
        return protocol == state.protocol() ? !protocolInverted : protocol == 0 || protocolInverted;
    }

    private boolean matchesDevices(HookState state) {
        return (basics.in().isAny() || basics.in().matches(state.in()))
                && (basics.out().isAny() || basics.out().matches(state.out()));
    }

    boolean matchesExtensions(Packet packet, HookState state) {
        for (Match match : matchArray) {
            if (!match.matches(packet, state)) {
                return false;
            }
        }
        return true;
    }

    // ---- being part of a table

    void enter(RuleCheck check) {
        int entered = 0;
        try {
            for (Match match : matchArray) {
                match.type().check(check);
                match.enter(check);
                entered++;
            }
            if (action instanceof Action.Run(Target target)) {
                target.type().check(check);
                target.enter(check);
            }
        } catch (RuntimeException refusal) {
            for (int i = 0; i < entered; i++) {
                matchArray[i].leave(check);
            }
            throw refusal;
        }
    }

    void leave(RuleCheck check) {
        for (Match match : matchArray) {
            match.leave(check);
        }
        if (action instanceof Action.Run(Target target)) {
            target.leave(check);
        }
    }

    /// Says everything but the counters, and so is the same for equal rules: `-s 10.0.0.0/8 -p tcp -j DROP`.
    @Override
    public String toString() {
        return RuleText.of(this).strip();
    }
}
