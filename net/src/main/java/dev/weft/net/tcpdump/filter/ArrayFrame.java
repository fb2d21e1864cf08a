package dev.weft.net.tcpdump.filter;

/// A packet in an array, set again for each packet that is looked at.
public final class ArrayFrame implements FilterFrame {
    private static final byte[] NOTHING = {};

    private byte[] data = NOTHING;
    private int offset;
    private int captured;
    private int wireLength;
    private int packetType = UNKNOWN_TYPE;

    /// Looks at `captured` bytes of `data` from `offset` on.
    public ArrayFrame set(byte[] bytes, int start, int capturedLength, int lengthOnWire, int type) {
        data = bytes;
        offset = start;
        captured = capturedLength;
        wireLength = lengthOnWire;
        packetType = type;
        return this;
    }

    @Override
    public int captured() {
        return captured;
    }

    @Override
    public int wireLength() {
        return wireLength;
    }

    @Override
    public int packetType() {
        return packetType;
    }

    @Override
    public int u8(int at) {
        return data[offset + at] & 0xff;
    }
}
