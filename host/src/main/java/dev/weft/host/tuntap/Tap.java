package dev.weft.host.tuntap;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.FarEnds;
import dev.weft.core.packet.Packet;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Ioctl;
import dev.weft.host.linux.Sched;
import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/// A TAP or TUN device of the real host (linux/if_tun.h), which exists as long as this process holds it open.
///
/// Without IFF_VNET_HDR for now: each read and each write is one whole frame.
public final class Tap implements FarEnd {
    private static final String DEVICE = "/dev/net/tun";
    private static final long TUNSETIFF = 0x400454caL;
    private static final int IFF_TUN = 0x0001;
    private static final int IFF_TAP = 0x0002;
    private static final int IFF_NO_PI = 0x1000;
    private static final int IFREQ_BYTES = 40;
    private static final int IFREQ_FLAGS = 16;
    private static final int LONGEST_NAME = 15;
    private static final int EAGAIN = Errno.EAGAIN.number();
    private static final int EINTR = Errno.EINTR.number();
    private static final int EBADFD = 77;

    private final int fd;
    private boolean closed;

    private Tap(int fd) {
        this.fd = fd;
    }

    /// Makes the device, in the namespace that the request names.
    ///
    /// @throws KernelError that says in words what the host refused
    public static Tap open(FarEnds.Request request) {
        if (request.device().length() > LONGEST_NAME) {
            throw new KernelError(Errno.EINVAL, "the host's device name is too long");
        }
        if (request.namespacePath().isEmpty()) {
            return openHere(request);
        }
        Opening opening = new Opening(request);
        Thread thread = Thread.ofPlatform().name("weft-setns").start(opening);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return opening.result();
    }

    /// setns(2) moves one thread: one that then ends.
    private static final class Opening implements Runnable {
        private final FarEnds.Request request;
        private @Nullable Tap tap;
        private KernelError error = new KernelError(Errno.EINTR);

        Opening(FarEnds.Request request) {
            this.request = request;
        }

        @Override
        public void run() {
            try {
                int namespace = Fcntl.open(request.namespacePath(), Fcntl.O_RDONLY);
                try {
                    Sched.setns(namespace, Sched.CLONE_NEWNET);
                } finally {
                    Unistd.close(namespace);
                }
                tap = openHere(request);
            } catch (KernelError e) {
                error = e;
            } catch (IOException e) {
                error = new KernelError(Errno.EINVAL, request.namespacePath() + ": " + e.getMessage());
            }
        }

        Tap result() {
            Tap made = tap;
            if (made == null) {
                throw error;
            }
            return made;
        }
    }

    private static Tap openHere(FarEnds.Request request) {
        try (Arena arena = Arena.ofConfined()) {
            int fd = Fcntl.open(DEVICE, Fcntl.O_RDWR | Fcntl.O_NONBLOCK);
            MemorySegment ifreq = arena.allocate(IFREQ_BYTES, 8);
            ifreq.setString(0, request.device());
            int kind = request.ethernet() ? IFF_TAP : IFF_TUN;
            ifreq.set(ValueLayout.JAVA_SHORT, IFREQ_FLAGS, (short) (kind | IFF_NO_PI));
            try {
                Ioctl.ioctl(fd, TUNSETIFF, ifreq);
            } catch (ErrnoException e) {
                Unistd.close(fd);
                throw e;
            }
            return new Tap(fd);
        } catch (ErrnoException e) {
            throw new KernelError(refusal(e), "host: " + request.device() + ": " + e.getMessage() + advice(e));
        }
    }

    private static Errno refusal(ErrnoException e) {
        return e.is(Errno.EPERM) || e.is(Errno.EACCES) ? Errno.EPERM : Errno.EBUSY;
    }

    private static String advice(ErrnoException e) {
        if (e.is(Errno.EPERM) || e.is(Errno.EACCES)) {
            return "; root or CAP_NET_ADMIN is needed";
        }
        return e.is(Errno.ENOENT) ? "; the host has no TUN/TAP driver" : "";
    }

    /// For whoever waits until there is something to read.
    public int fd() {
        return fd;
    }

    @Override
    public int receive(Packet packet) {
        if (closed) {
            return GONE;
        }
        MemorySegment memory = packet.memory();
        int bytes = Unistd.tryRead(fd, memory.address(), (int) memory.byteSize());
        if (bytes >= 0) {
            return bytes;
        }
        return bytes == -EAGAIN || bytes == -EINTR ? 0 : bytes == -EBADFD ? GONE : 0;
    }

    @Override
    public boolean transmit(Packet packet) {
        return !closed && Unistd.tryWrite(fd, packet.memory().address(), packet.length()) == packet.length();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Unistd.close(fd);
        }
    }
}
