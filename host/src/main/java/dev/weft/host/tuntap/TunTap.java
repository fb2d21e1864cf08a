package dev.weft.host.tuntap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.weft.core.errno.Errno;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Ioctl;
import dev.weft.host.linux.Sched;
import dev.weft.host.linux.Unistd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A TUN or TAP device of the host, which lives as long as this object: what the host sends out by it is read here, and
/// what is written here the host receives.
public final class TunTap implements AutoCloseable {
    private static final String DEVICE = "/dev/net/tun";
    private static final long TUNSETIFF = 0x400454caL;
    private static final long TUNSETPERSIST = 0x400454cbL;
    private static final int IFREQ_BYTES = 40;
    private static final int IFNAMSIZ = 16;
    private static final short IFF_NO_PI = 0x1000;

    private final int fd;
    private final String name;
    private final Mode mode;

    /// What a frame is.
    public enum Mode {
        /// An IP packet.
        TUN(1),
        /// An Ethernet frame.
        TAP(2);

        private final int flag;

        Mode(int flag) {
            this.flag = flag;
        }
    }

    private TunTap(int fd, String name, Mode mode) {
        this.fd = fd;
        this.name = name;
        this.mode = mode;
    }

    /// Makes the device, or takes a persistent one that nobody holds.
    ///
    /// @param name of the device; with `%d` in it the host chooses a number
    /// @param namespace path of the network namespace it is made in; null for this process's own
    /// @throws ErrnoException EPERM without CAP_NET_ADMIN, EBUSY when the name is taken
    public static TunTap open(Mode mode, String name, @Nullable Path namespace) throws ErrnoException {
        if (namespace == null) {
            return open(mode, name);
        }
        Attempt attempt = new Attempt(mode, name, namespace);
        Thread thread = Thread.ofPlatform().start(attempt); // a thread of its own, which nothing else uses afterwards
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return attempt.result();
    }

    private static TunTap open(Mode mode, String name) throws ErrnoException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= IFNAMSIZ) {
            throw new ErrnoException(name, Errno.EINVAL.number());
        }
        int fd = Fcntl.open(DEVICE, Fcntl.O_RDWR | Fcntl.O_NONBLOCK);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(IFREQ_BYTES, 8);
            MemorySegment.copy(bytes, 0, request, JAVA_BYTE, 0, bytes.length);
            request.set(JAVA_SHORT, IFNAMSIZ, (short) (mode.flag | IFF_NO_PI));
            Ioctl.ioctl(fd, TUNSETIFF, request);
            Ioctl.ioctl(fd, TUNSETPERSIST, 0);
            return new TunTap(fd, request.getString(0), mode);
        } catch (ErrnoException e) {
            Unistd.close(fd);
            throw e;
        }
    }

    /// Opens in another namespace: the device belongs to that of the thread which opens it.
    private static final class Attempt implements Runnable {
        private final Mode mode;
        private final String name;
        private final Path namespace;
        private @Nullable TunTap opened;
        private @Nullable ErrnoException failure;

        Attempt(Mode mode, String name, Path namespace) {
            this.mode = mode;
            this.name = name;
            this.namespace = namespace;
        }

        @Override
        public void run() {
            try {
                int fd = Fcntl.open(namespace.toString(), Fcntl.O_RDONLY);
                try {
                    Sched.setns(fd, Sched.CLONE_NEWNET);
                } finally {
                    Unistd.close(fd);
                }
                opened = open(mode, name);
            } catch (ErrnoException e) {
                failure = e;
            }
        }

        TunTap result() throws ErrnoException {
            if (opened != null) {
                return opened;
            }
            throw failure != null ? failure : new ErrnoException("setns", Errno.EINVAL.number());
        }
    }

    /// For whoever waits until there is something to read.
    public int fd() {
        return fd;
    }

    public String name() {
        return name;
    }

    public Mode mode() {
        return mode;
    }

    /// Reads one frame into native memory, without waiting and without garbage.
    ///
    /// @return its length; -EAGAIN when there is none, -EBADFD or -EIO when the device is down or gone
    public int read(long address, int capacity) {
        return Unistd.tryRead(fd, address, capacity);
    }

    /// Writes one frame from native memory.
    ///
    /// @return its length; a negative error number, -EIO when the device is down
    public int write(long address, int length) {
        return Unistd.tryWrite(fd, address, length);
    }

    /// The device goes.
    @Override
    public void close() {
        Unistd.close(fd);
    }
}
