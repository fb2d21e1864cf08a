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
import dev.weft.host.tuntap.Tap;

/// Opens TAP devices of the host for one worker, and lets that worker wait in epoll for what they bring.
public final class HostAttachments implements FarEnds, Idler {
    private final Epoll epoll;
    private final EventFd bell;

    public HostAttachments() throws ErrnoException {
        epoll = new Epoll();
        bell = new EventFd();
        epoll.add(bell.fd(), Epoll.EPOLLIN);
    }

    @Override
    public FarEnd open(Request request) {
        Tap tap = Tap.open(request);
        try {
            epoll.add(tap.fd(), Epoll.EPOLLIN);
        } catch (ErrnoException e) {
            tap.close();
            throw new KernelError(Errno.ENOMEM, e.getMessage());
        }
        return new Watched(tap);
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
        private final Tap tap;
        private boolean watched = true;

        Watched(Tap tap) {
            this.tap = tap;
        }

        @Override
        public int receive(Packet packet) {
            int bytes = tap.receive(packet);
            if (bytes == GONE) {
                ignore();
            }
            return bytes;
        }

        @Override
        public boolean transmit(Packet packet) {
            return tap.transmit(packet);
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
