package dev.weft.core.capture;

/// Which way a packet passed the interface that it was captured on.
public enum CaptureDirection {
    /// Not recorded.
    UNKNOWN,
    /// Received by the interface.
    INBOUND,
    /// Sent through the interface.
    OUTBOUND
}
