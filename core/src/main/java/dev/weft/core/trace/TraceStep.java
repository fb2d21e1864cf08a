package dev.weft.core.trace;

import java.util.List;

/// One node on a packet's way.
///
/// @param node the node's name
/// @param namespace where the packet was
/// @param nanos when
/// @param decisions the records that the node wrote
public record TraceStep(String node, String namespace, long nanos, List<Record> decisions) {}
