package dev.weft.app.attach;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.graph.Idler;
import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.FarEnds;
import dev.weft.core.packet.Packet;
import dev.weft.host.linux.Epoll;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.EventFd;
import dev.weft.host.tuntap.TunTap;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// Opens TAP devices of the host for one worker, and lets that worker wait in epoll for what they bring.
public final class HostAttachments implements FarEnds, Idler {
    /// "File descriptor in bad state": the device is no more.
    private static final int EBADFD = 77;

    private final Epoll epoll;
    private final EventFd bell;

    public HostAttachments() throws ErrnoException {
        epoll = new Epoll();
        bell = new EventFd();
        epoll.add(bell.fd(), Epoll.EPOLLIN);
    }

    @Override
    public FarEnd open(Request request) {
        try {
            TunTap tap = TunTap.open(
                    request.ethernet() ? TunTap.Mode.TAP : TunTap.Mode.TUN,
                    request.device(),
                    request.namespacePath().isEmpty() ? null : Path.of(request.namespacePath()));
            epoll.add(tap.fd(), Epoll.EPOLLIN);
            return new Watched(tap);
        } catch (ErrnoException e) {
            boolean forbidden = e.is(Errno.EPERM) || e.is(Errno.EACCES);
            throw new KernelError(
                    forbidden ? Errno.EPERM : Errno.EBUSY,
                    "host device " + request.device() + ": " + e.getMessage()
                            + (forbidden ? "; root or CAP_NET_ADMIN is needed" : ""));
        }
    }

    @Override
    public void idle(long nanos) {
        epoll.await(nanos);
        bell.clear();
    }

    @Override
    public void wake() {
        bell.signal();
    }

    /// A TAP that is taken out of epoll when it says nothing more, so that its end does not keep the worker awake.
    private final class Watched implements FarEnd {
        private final TunTap tap;
        private boolean watched = true;

        Watched(TunTap tap) {
            this.tap = tap;
        }

        @Override
        public int receive(Packet packet) {
            if (!watched) {
                return GONE;
            }
            MemorySegment memory = packet.memory();
            int bytes = tap.read(memory.address(), (int) memory.byteSize());
            if (bytes == -EBADFD) {
                ignore();
                return GONE;
            }
            return Math.max(bytes, 0);
        }

        @Override
        public boolean transmit(Packet packet) {
            return watched && tap.write(packet.memory().address(), packet.length()) == packet.length();
        }

        @Override
        public void close() {
            ignore();
            tap.close();
        }

        private void ignore() {
            if (watched) {
                watched = false;
                try {
                    epoll.remove(tap.fd());
                } catch (ErrnoException e) {
                    return; // it is closed already, and so watched no more
                }
            }
        }
    }
}
