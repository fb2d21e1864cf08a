package dev.weft.app.server;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Poll;
import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/// What a command has printed, and what its client is to be told, in order, on the way to the descriptors.
///
/// A reader may take its time: writing waits on a thread of `threads`, which is a platform thread, since a virtual one
/// would hold its carrier in the call.
public final class Outbox {
    private static final long MUCH = 64 * 1024;

    /// A pipe that is ready takes that much without waiting (PIPE_BUF).
    private static final int PIECE = 4096;

    private static final int LOOK_UP_MILLIS = 200;

    private sealed interface Item {
        record Write(int fd, byte[] bytes) implements Item {}

        record Tell(Message message) implements Item {}

        record End(Message message, IntFunction<Message> onFailure) implements Item {}

        record Close(int fd) implements Item {}

        record HangUp() implements Item {}
    }

    private final MessageChannel channel;
    private final Executor threads;
    private final boolean atOnce;
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean abandoned;
    private volatile boolean closed;
    private volatile boolean paused;
    private volatile int blockedOn = -1;
    private volatile int failure;
    private volatile IntConsumer onFailure = errno -> {};

    /// @param atOnce does the caller write itself what can be written without waiting?
    Outbox(MessageChannel channel, Executor threads, boolean atOnce) {
        this.channel = channel;
        this.threads = threads;
        this.atOnce = atOnce;
    }

    /// What to do when a descriptor takes nothing more; gets the error number, on a thread of the outbox.
    void onFailure(IntConsumer action) {
        onFailure = action;
    }

    void write(int fd, byte[] bytes) {
        waiting.addAndGet(bytes.length);
        add(new Item.Write(fd, bytes));
    }

    void tell(Message message) {
        add(new Item.Tell(message));
    }

    /// Tells the client how to end.
    ///
    /// @param onFailure how instead, when not everything could be written; gets the error number
    void end(Message message, IntFunction<Message> onFailure) {
        add(new Item.End(message, onFailure));
    }

    void close(int fd) {
        add(new Item.Close(fd));
    }

    /// Closes the connection when all before is done.
    void hangUp() {
        add(new Item.HangUp());
    }

    /// Holds back what is written from here on: the client is stopped (Ctrl-Z).
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        if (!items.isEmpty() && draining.compareAndSet(false, true)) {
            threads.execute(this::drainAll);
        }
    }

    /// Does the reader not keep up?
    boolean isCongested() {
        return paused || waiting.get() > MUCH;
    }

    /// Has everything reached the reader, or can nothing more until the reader reads?
    boolean isQuiet() {
        if (!draining.get() && (paused || items.isEmpty())) {
            return true;
        }
        int fd = blockedOn;
        return fd >= 0 && !isWritable(fd);
    }

    boolean isClosed() {
        return closed;
    }

    /// Nobody waits for it any more: what is left is forgotten, but for the closing of descriptors.
    void abandon() {
        abandoned = true;
        resume();
    }

    private void add(Item item) {
        items.add(item);
        if (atOnce && draining.compareAndSet(false, true)) {
            boolean done = drain(true);
            draining.set(false);
            if (done && items.isEmpty()) {
                return;
            }
        }
        if (!paused && draining.compareAndSet(false, true)) {
            threads.execute(this::drainAll);
        }
    }

    private void drainAll() {
        do {
            drain(false);
            draining.set(false);
        } while (!paused && !items.isEmpty() && draining.compareAndSet(false, true));
    }

    /// @param withoutWaiting stop at a descriptor that is not ready?
    /// @return is all done?
    private boolean drain(boolean withoutWaiting) {
        for (Item item = items.peek(); item != null && !paused; item = items.peek()) {
            if (withoutWaiting
                    && item instanceof Item.Write(int fd, byte[] bytes)
                    && !(bytes.length <= PIECE && isWritable(fd))) {
                return false;
            }
            items.remove();
            try {
                carryOut(item);
            } catch (ErrnoException e) {
                failed(e);
            } catch (IOException e) {
                abandon();
            }
        }
        return true;
    }

    private void failed(ErrnoException e) {
        if (!e.is(Errno.EBADF)) { // a caller that closed its output wants none
            failure = e.errno();
            onFailure.accept(failure);
        }
    }

    private void carryOut(Item item) throws IOException {
        switch (item) {
            case Item.Write(int fd, byte[] bytes) -> {
                try {
                    writeFully(fd, bytes);
                } finally {
                    waiting.addAndGet(-bytes.length);
                }
            }
            case Item.Tell(Message message) -> tellNow(message);
            case Item.End(Message message, IntFunction<Message> otherwise) ->
                tellNow(failure == 0 ? message : otherwise.apply(failure));
            case Item.Close(int fd) -> Unistd.close(fd);
            case Item.HangUp() -> {
                channel.close();
                closed = true;
            }
        }
    }

    private void tellNow(Message message) throws IOException {
        if (abandoned) {
            return;
        }
        try {
            channel.send(message);
        } catch (ErrnoException e) {
            if (!e.is(Errno.EPIPE) && !e.is(Errno.ECONNRESET)) {
                throw e;
            }
            abandon(); // the client was killed meanwhile
        }
    }

    private void writeFully(int fd, byte[] bytes) throws ErrnoException {
        for (int at = 0; at < bytes.length && !abandoned; at += PIECE) {
            awaitReader(fd);
            if (!abandoned) {
                Unistd.writeFully(fd, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE)));
            }
        }
    }

    private void awaitReader(int fd) throws ErrnoException {
        blockedOn = fd;
        try {
            while (!abandoned && Poll.await(fd, Poll.POLLOUT, LOOK_UP_MILLIS) == 0) {
                Thread.onSpinWait();
            }
        } finally {
            blockedOn = -1;
        }
    }

    private static boolean isWritable(int fd) {
        try {
            return Poll.await(fd, Poll.POLLOUT, 0) != 0;
        } catch (ErrnoException e) {
            return true;
        }
    }
}
