package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.hook.HookFamily;

/// What a command line has said so far of the rule that it describes: the order of options matters in iptables.
public interface RuleDraft {
    /// Where the command runs: some extensions look at what is there already.
    NetNamespace namespace();

    HookFamily family();

    /// The table's name; it may not exist.
    String table();

    /// That of `-p`; 0 for any.
    int protocol();

    boolean isProtocolInverted();

    /// Does it ask for `-p` with exactly this protocol?
    default boolean isFor(int protocol) {
        return protocol() == protocol && !isProtocolInverted();
    }

    /// Says something on standard error, and goes on.
    default void warn(String text) {}
}
