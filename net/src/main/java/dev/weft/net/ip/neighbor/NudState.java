package dev.weft.net.ip.neighbor;

import java.util.Locale;
import java.util.Optional;

/// What is known of a neighbour (neighbour unreachability detection, RFC 4861 §7.3, which Linux uses for ARP too;
/// kernel: `NUD_*`).
public enum NudState {
    /// Nothing was asked yet.
    NONE(0x00),
    /// The address is being asked for; packets wait.
    INCOMPLETE(0x01),
    /// It has answered not long ago.
    REACHABLE(0x02),
    /// It is known but was not heard of for a while; the next packet makes it prove itself.
    STALE(0x04),
    /// A packet was sent; if no sign of life comes soon, it is probed.
    DELAY(0x08),
    /// It is asked directly whether it is still there.
    PROBE(0x10),
    /// It did not answer.
    FAILED(0x20),
    /// Its address needs no asking: multicast, broadcast, a device without ARP.
    NOARP(0x40),
    /// A person has set it for good.
    PERMANENT(0x80);

    private final int bit;

    NudState(int bit) {
        this.bit = bit;
    }

    /// As rtnetlink numbers it, for filters of several.
    public int bit() {
        return bit;
    }

    /// Can packets be sent to it without a second thought (kernel: `NUD_CONNECTED`)?
    public boolean isConnected() {
        return this == REACHABLE || this == NOARP || this == PERMANENT;
    }

    /// Is its link-layer address known (kernel: `NUD_VALID`)?
    public boolean isValid() {
        return isConnected() || this == STALE || this == DELAY || this == PROBE;
    }

    /// Does time change it (kernel: `NUD_IN_TIMER`)?
    boolean isTimed() {
        return this == INCOMPLETE || this == REACHABLE || this == DELAY || this == PROBE;
    }

    /// Does somebody ask for it now?
    boolean isProbing() {
        return this == INCOMPLETE || this == PROBE;
    }

    public static Optional<NudState> ofBit(int bit) {
        for (NudState state : values()) {
            if (state.bit == bit) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /// The word that `ip neigh … nud` takes.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
