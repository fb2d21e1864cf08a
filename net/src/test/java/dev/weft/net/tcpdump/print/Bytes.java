package dev.weft.net.tcpdump.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes in network order, put together field by field.
final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes u16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    Bytes u32(int... values) {
        for (int value : values) {
            u16(value >> 16, value);
        }
        return this;
    }

    Bytes hex(String digits) {
        return add(HexFormat.of().parseHex(digits.replace(" ", "").replace(":", "")));
    }

    Bytes text(String text) {
        return add(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes add(Bytes bytes) {
        return add(bytes.toArray());
    }

    Bytes zeros(int count) {
        return add(new byte[count]);
    }

    int size() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    /// RFC 1071 over all bytes, after `sum`.
    static int checksum(long sum, byte[] bytes) {
        long total = sum;
        for (int i = 0; i < bytes.length; i += 2) {
            total += (bytes[i] & 0xff) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0);
        }
        while (total > 0xffff) {
            total = (total & 0xffff) + (total >>> 16);
        }
        return (int) ~total & 0xffff;
    }

    static long sum(byte[] bytes) {
        long total = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            total += (bytes[i] & 0xff) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0);
        }
        return total;
    }

    /// Puts a 16-bit value into finished bytes.
    static byte[] patch(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
        return bytes;
    }
}
