package dev.weft.net.ip.neighbor;

/// What is noted about a neighbour beside its state (kernel: `NTF_*`).
public final class NeighborFlag {
    /// Resolve it at once, as if a packet came.
    public static final int USE = 0x01;

    public static final int PROXY = 0x08;

    /// A control plane has taught it; it is not collected as garbage.
    public static final int EXT_LEARNED = 0x10;

    public static final int ROUTER = 0x80;

    /// The kernel keeps it resolved by itself.
    public static final int MANAGED = 0x100;

    private NeighborFlag() {}
}
