package dev.weft.core.packet;

/// How a packet that stands for several segments is to be cut (kernel: `SKB_GSO_*`).
public enum GsoType {
    NONE,
    TCP4,
    TCP6,
    UDP
}
