package dev.weft.core.packet;

/// Where the routing decision sends a packet (kernel: `struct dst_entry`): made once by the control plane, shared by
/// packets.
public abstract class Destination {}
