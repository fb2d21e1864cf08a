package dev.weft.host.fuse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the kernel asks (struct fuse_in_header), and the arguments behind it.
///
/// ```
///  0        4        8                16               24       28       32       36       40
///  | length | opcode |     unique     |     node id     |  uid   |  gid   |  pid   |        | arguments
/// ```
public record FuseRequest(ByteBuffer bytes) {
    static final int HEADER_BYTES = 40;

    int opcode() {
        return bytes.getInt(4);
    }

    long unique() {
        return bytes.getLong(8);
    }

    long node() {
        return bytes.getLong(16);
    }

    /// The asking process, as the process that mounted the file system sees it.
    public int pid() {
        return bytes.getInt(32);
    }

    int argumentInt(int offset) {
        return bytes.getInt(HEADER_BYTES + offset);
    }

    long argumentLong(int offset) {
        return bytes.getLong(HEADER_BYTES + offset);
    }

    /// The name at the start of the arguments.
    String name() {
        byte[] all = rest(0);
        int end = 0;
        while (end < all.length && all[end] != 0) {
            end++;
        }
        return new String(all, 0, end, StandardCharsets.UTF_8);
    }

    /// All arguments from an offset on.
    byte[] rest(int offset) {
        byte[] rest = new byte[bytes.limit() - HEADER_BYTES - offset];
        bytes.get(HEADER_BYTES + offset, rest);
        return rest;
    }
}
