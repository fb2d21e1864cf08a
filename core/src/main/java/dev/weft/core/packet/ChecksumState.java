package dev.weft.core.packet;

/// Who has verified, or still has to write, the transport checksum (kernel: `CHECKSUM_*` of skbuff.h).
public enum ChecksumState {
    /// The bytes hold a checksum that nobody has verified.
    NONE,
    /// It is known to be right.
    UNNECESSARY,
    /// It holds the pseudo header's sum only; whoever leaves the machine completes it.
    PARTIAL
}
