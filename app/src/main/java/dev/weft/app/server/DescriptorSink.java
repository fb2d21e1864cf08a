package dev.weft.app.server;

import dev.weft.core.command.Session;

/// A file that a client has opened for its command.
///
/// @param isOwned is it to be closed at the end?
record DescriptorSink(Outbox outbox, int fd, boolean isOwned) implements Session.ByteSink {
    @Override
    public void write(byte[] bytes) {
        outbox.write(fd, bytes);
    }

    @Override
    public void close() {
        if (isOwned) {
            outbox.close(fd);
        }
    }
}
