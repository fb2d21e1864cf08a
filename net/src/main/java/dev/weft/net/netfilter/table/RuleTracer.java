package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;

/// Told of every rule that a packet with the flag `NF_TRACE` matches (kernel: `trace_packet`).
@FunctionalInterface
public interface RuleTracer {
    /// @param comment `rule`, `return` or `policy`
    /// @param number of the rule in its chain, from 1 on
    void matched(Packet packet, HookState state, String table, String chain, String comment, int number);
}
