package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;
import dev.weft.net.netfilter.classify.Demand;

/// A condition of a rule beyond addresses, devices and protocol (`-m tcp --dport 22`; kernel: `struct xt_match`).
///
/// Two of the same type are the same to `-D` and `-C` when they save the same text.
public interface Match {
    MatchType type();

    /// Does the packet fulfil it? Called on the data path: allocates nothing, throws nothing whatever the packet holds.
    boolean matches(Packet packet, HookState state);

    /// Appends its options as they are typed, each with a space in front: ` --dport 22`.
    void save(StringBuilder to);

    /// Appends what `iptables -L` says of it, with a space in front: ` tcp dpt:ssh`.
    ///
    /// @param numeric no names of ports and the like
    void print(StringBuilder to, boolean numeric);

    /// Is its answer a matter of the packet and the hook alone, and does asking change nothing? One that counts, or
    /// keeps a list, has a memory; then a rule asks it exactly when the matches before it agree.
    default boolean hasMemory() {
        return true;
    }

    /// What it demands of the fields that rules are classified by, added to `demand`: a packet that does not satisfy
    /// it does not match.
    default Demand demand(Demand demand) {
        return demand;
    }

    /// The rule becomes part of a table that is put in place; called each time for each rule of it, before those of the
    /// table that was there are told [#leave] (kernel: `checkentry`).
    ///
    /// @throws dev.weft.core.errno.KernelError to refuse the table
    default void enter(RuleCheck check) {}

    /// The table that the rule was part of has been replaced (kernel: `destroy`).
    default void leave(RuleCheck check) {}
}
