package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.Set;

/// Where a rule is about to be put in place (kernel: `struct xt_mtchk_param`).
///
/// @param hooks from which the rule can be reached; none for a chain that nothing jumps to
public record RuleCheck(NetNamespace namespace, HookFamily family, TableKind table, Set<Hook> hooks, Rule rule) {}
