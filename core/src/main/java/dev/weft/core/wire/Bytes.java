package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes as a value: equal when they are the same, shown in hexadecimal.
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /// Reads `0a1b2c`, with or without spaces.
    public static Bytes ofHex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
    }

    public static Bytes read(Packet packet, int offset, int length) {
        byte[] content = new byte[length];
        packet.copyTo(offset, content, 0, length);
        return new Bytes(content);
    }

    public void write(Packet packet, int offset) {
        packet.copyFrom(offset, content, 0, content.length);
    }

    public int length() {
        return content.length;
    }

    public int u8(int index) {
        return content[index] & 0xff;
    }

    public byte[] toByteArray() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(content);
    }
}
