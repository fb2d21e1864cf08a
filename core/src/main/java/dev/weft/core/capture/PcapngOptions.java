package dev.weft.core.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The options at the end of a pcapng block, by number; of a repeated one the first counts.
final class PcapngOptions {
    private final Map<Integer, ByteBuffer> values = new HashMap<>();

    /// Reads until the end mark, the end of the block, or the first option that does not fit.
    PcapngOptions(ByteBuffer body) {
        while (body.remaining() >= 4) {
            int code = Short.toUnsignedInt(body.getShort());
            int length = Short.toUnsignedInt(body.getShort());
            if (code == PcapngBlock.OPTION_END || length > body.remaining()) {
                return;
            }
            values.putIfAbsent(code, body.slice(body.position(), length).order(body.order()));
            body.position(body.position() + Math.min(PcapngBlock.padded(length), body.remaining()));
        }
    }

    String text(int code) {
        ByteBuffer value = values.get(code);
        return value == null
                ? ""
                : StandardCharsets.UTF_8.decode(value.duplicate()).toString();
    }

    int u8(int code, int otherwise) {
        ByteBuffer value = values.get(code);
        return value == null || value.limit() < 1 ? otherwise : Byte.toUnsignedInt(value.get(0));
    }

    int u32(int code, int otherwise) {
        ByteBuffer value = values.get(code);
        return value == null || value.limit() < 4 ? otherwise : value.getInt(0);
    }

    long u64(int code, long otherwise) {
        ByteBuffer value = values.get(code);
        return value == null || value.limit() < 8 ? otherwise : value.getLong(0);
    }
}
