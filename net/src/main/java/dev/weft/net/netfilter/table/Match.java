package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;

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

    /// The rule becomes part of a table that is put in place; called each time for each rule of it, before those of the
    /// table that was there are told [#leave] (kernel: `checkentry`).
    ///
    /// @throws dev.weft.core.errno.KernelError to refuse the table
    default void enter(RuleCheck check) {}

    /// The table that the rule was part of has been replaced (kernel: `destroy`).
    default void leave(RuleCheck check) {}
}
