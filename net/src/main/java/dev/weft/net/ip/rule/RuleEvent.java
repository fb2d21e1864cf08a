package dev.weft.net.ip.rule;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// A rule came or went (kernel: `notify_rule_change`).
public record RuleEvent(NetNamespace namespace, boolean added, PolicyRule rule) implements NetEvent {}
