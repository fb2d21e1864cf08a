package dev.weft.app.server;

import dev.weft.host.linux.Credentials;
import dev.weft.host.unix.UnixSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Messages over a Unix socket: a letter, four bytes of length, least first, and the body.
public final class MessageChannel implements AutoCloseable {
    private static final int HEADER_BYTES = 5;
    private static final int MOST_BYTES = 1 << 28;

    private final UnixSocket socket;
    private byte[] pending = new byte[0];
    private boolean ended;

    MessageChannel(UnixSocket socket) {
        this.socket = socket;
    }

    Credentials peer() throws IOException {
        return socket.peer();
    }

    int fd() {
        return socket.fd();
    }

    /// Has the peer gone, and all that it sent been read?
    boolean hasEnded() {
        return ended;
    }

    /// Takes in what has come.
    void fill() throws IOException {
        byte[] more = socket.read();
        if (more == null) {
            return;
        }
        ended = more.length == 0;
        int before = pending.length;
        pending = Arrays.copyOf(pending, before + more.length);
        System.arraycopy(more, 0, pending, before, more.length);
    }

    /// The next whole message that has come; null when there is none yet.
    @Nullable
    Message next() throws IOException {
        if (pending.length < HEADER_BYTES) {
            return null;
        }
        int length = ByteBuffer.wrap(pending).order(ByteOrder.LITTLE_ENDIAN).getInt(1);
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a message of " + Integer.toUnsignedString(length) + " bytes");
        }
        int end = HEADER_BYTES + length;
        if (pending.length < end) {
            return null;
        }
        Message message = new Message((char) pending[0], Arrays.copyOfRange(pending, HEADER_BYTES, end));
        pending = Arrays.copyOfRange(pending, end, pending.length);
        return message;
    }

    /// A descriptor that came along; -1 when none is left.
    int descriptor() {
        return socket.descriptor();
    }

    void send(Message message) throws IOException {
        byte[] body = message.body();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + body.length).order(ByteOrder.LITTLE_ENDIAN);
        socket.write(
                bytes.put((byte) message.type()).putInt(body.length).put(body).array());
    }

    @Override
    public void close() {
        socket.close();
    }
}
