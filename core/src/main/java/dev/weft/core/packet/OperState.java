package dev.weft.core.packet;

/// What a device's link can do at present (RFC 2863 §3.1.12, `IF_OPER_*`), in the order of its numbers.
public enum OperState {
    UNKNOWN,
    NOTPRESENT,
    DOWN,
    LOWERLAYERDOWN,
    TESTING,
    DORMANT,
    UP
}
