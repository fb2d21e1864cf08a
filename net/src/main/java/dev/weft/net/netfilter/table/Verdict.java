package dev.weft.net.netfilter.table;

/// What is to become of a packet (kernel: `NF_*`, `XT_CONTINUE`, `XT_RETURN`).
public enum Verdict {
    /// It goes on its way.
    ACCEPT,
    /// It ends here.
    DROP,
    /// Whoever said so has taken the packet over; it is nobody else's any more.
    STOLEN,
    /// The next rule decides.
    CONTINUE,
    /// Back to the chain that jumped here; in a base chain its policy decides.
    RETURN
}
