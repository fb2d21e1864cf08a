package dev.weft.net.link.bridge;

import java.util.Locale;

/// What a port does with frames (IEEE 802.1D §8.4), in the order of Linux's numbers (`BR_STATE_*`).
public enum PortState {
    /// The device is down, or a person wants it so: nothing passes.
    DISABLED,
    /// The spanning tree is making up its mind: only BPDUs pass.
    LISTENING,
    /// Addresses are learned, and nothing is forwarded yet.
    LEARNING,
    /// Frames pass.
    FORWARDING,
    /// Forwarding here would close a loop: only BPDUs are heard.
    BLOCKING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
