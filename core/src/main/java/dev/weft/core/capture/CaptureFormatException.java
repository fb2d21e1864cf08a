package dev.weft.core.capture;

import java.io.IOException;

/// A capture file that cannot be understood, with libpcap's own words for it.
public final class CaptureFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public CaptureFormatException(String message) {
        super(message);
    }
}
