package dev.weft.net.ip.fib;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.NetEvent;

/// A route came or went in a way that the kernel tells of (kernel: `rtmsg_fib`); those that die with their device go
/// silently.
public record FibEvent(NetNamespace namespace, boolean added, FibEntry entry) implements NetEvent {}
