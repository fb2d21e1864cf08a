package dev.weft.host.linux;

import dev.weft.core.graph.Idler;

/// Blocks an idle worker until a descriptor of its devices has something to read, somebody wakes it, or its next timer
/// is due.
public final class EpollIdler implements Idler, AutoCloseable {
    private final Epoll epoll;
    private final EventFd wake;

    public EpollIdler() throws ErrnoException {
        epoll = new Epoll();
        wake = new EventFd();
        epoll.add(wake.fd(), Epoll.EPOLLIN);
    }

    /// Lets a descriptor end the wait; from any thread.
    public void watch(int fd) throws ErrnoException {
        epoll.add(fd, Epoll.EPOLLIN);
    }

    /// Must come before the descriptor is closed.
    public void forget(int fd) throws ErrnoException {
        epoll.remove(fd);
    }

    @Override
    public void idle(long nanos) {
        epoll.await(nanos);
        wake.clear();
    }

    @Override
    public void wake() {
        wake.signal();
    }

    @Override
    public void close() {
        epoll.close();
        wake.close();
    }
}
