package dev.weft.app.server;

import dev.weft.host.linux.Epoll;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.EventFd;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Waits for all that callers send, and handles it; one thread serves. Whoever may decide that nothing more is to come
/// (virtual time does) must be that thread.
public final class Reactor implements AutoCloseable {
    private final Epoll epoll;
    private final EventFd wake;
    private final Map<Integer, Runnable> handlers = new HashMap<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    public Reactor() throws ErrnoException {
        epoll = new Epoll();
        wake = new EventFd();
        add(wake.fd(), wake::clear);
    }

    /// Calls `handler` whenever the descriptor has something to read; only on the serving thread, or before it serves.
    void add(int fd, Runnable handler) throws ErrnoException {
        handlers.put(fd, handler);
        epoll.add(fd, Epoll.EPOLLIN);
    }

    /// Must come before the descriptor is closed.
    void remove(int fd) {
        if (handlers.remove(fd) != null) {
            try {
                epoll.remove(fd);
            } catch (ErrnoException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Runs `task` on the serving thread; from any thread.
    void execute(Runnable task) {
        tasks.add(task);
        wake.signal();
    }

    /// Lets [#serve] come back.
    public void wake() {
        wake.signal();
    }

    /// Handles what has come, waiting for it at most so long.
    ///
    /// @return was there anything?
    public boolean serve(long nanos) {
        int ready = epoll.await(tasks.isEmpty() ? nanos : 0);
        boolean handled = false;
        for (int i = 0; i < ready; i++) {
            int fd = epoll.ready(i);
            Runnable handler = handlers.get(fd);
            if (handler != null) {
                handler.run();
                handled |= fd != wake.fd();
            }
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
            handled = true;
        }
        return handled;
    }

    @Override
    public void close() {
        epoll.close();
        wake.close();
    }
}
