package dev.weft.core.trace;

/// A decision that can be the end of a packet: when it is the last one of a packet that was dropped, it says what did
/// it.
public interface DropCause {
    /// What dropped the packet: `rule 2 of chain INPUT in table filter (-j DROP)`.
    String culprit();
}
