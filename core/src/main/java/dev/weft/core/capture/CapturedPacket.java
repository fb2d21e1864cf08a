package dev.weft.core.capture;

/// One packet of a capture: when, where, how long it was on the wire, and the bytes that were kept of it.
///
/// @param interfaceId position in [CaptureReader#interfaces()]
/// @param timestampNanos nanoseconds since 1970
/// @param wireLength length before the snapshot length cut it, at least `data.length` in a sane file
@SuppressWarnings("ArrayRecordComponent")
public record CapturedPacket(
        int interfaceId, long timestampNanos, int wireLength, byte[] data, CaptureDirection direction) {

    public CapturedPacket(long timestampNanos, byte[] data) {
        this(0, timestampNanos, data.length, data, CaptureDirection.UNKNOWN);
    }
}
