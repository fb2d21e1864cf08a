package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;

/// What a rule does beyond a plain verdict or a jump (`-j MARK --set-mark 1`; kernel: `struct xt_target`).
public interface Target {
    TargetType type();

    /// What stands in the column `target` of listings.
    default String listedName() {
        return type().name();
    }

    /// Does it. Called on the data path: throws nothing whatever the packet holds.
    Verdict apply(Packet packet, HookState state);

    /// Appends its options as they are typed, each with a space in front: ` --set-xmark 0x1/0xffffffff`.
    void save(StringBuilder to);

    /// Appends what `iptables -L` says of it, with a space in front: ` MARK set 0x1`.
    ///
    /// @param numeric no names of ports and the like
    void print(StringBuilder to, boolean numeric);

    /// As [Match#enter].
    default void enter(RuleCheck check) {}

    /// As [Match#leave].
    default void leave(RuleCheck check) {}
}
