package dev.weft.net.link.bridge;

/// Properties of an entry of a bridge's forwarding database, as bits of its flags in the table (kernel:
/// `BR_FDB_LOCAL` and its like).
final class FdbFlag {
    /// The bridge's own: frames to it go up.
    static final int LOCAL = 1;

    /// Does not age.
    static final int STATIC = 1 << 1;

    /// Stays at its port when its address is seen elsewhere.
    static final int STICKY = 1 << 2;

    static final int ADDED_BY_USER = 1 << 3;

    static final int EXTERN_LEARN = 1 << 4;

    private FdbFlag() {}
}
