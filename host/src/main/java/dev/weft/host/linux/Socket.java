package dev.weft.host.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.weft.core.errno.Errno;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Queue;

/// sys/socket.h: Unix sockets, and the descriptors that travel over them.
public final class Socket {
    public static final int AF_UNIX = 1;
    public static final int SOCK_STREAM = 1;
    public static final int MSG_DONTWAIT = 0x40;

    private static final Function SOCKET = Function.of("socket");
    private static final Function BIND = Function.of("bind");
    private static final Function LISTEN = Function.of("listen");
    private static final Function ACCEPT4 = Function.of("accept4");
    private static final Function CONNECT = Function.of("connect");
    private static final Function SHUTDOWN = Function.of("shutdown");
    private static final Function GETSOCKOPT = Function.of("getsockopt");
    private static final Function RECVMSG = Function.of("recvmsg");
    private static final Function SENDMSG = Function.of("sendmsg");

    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
    private static final int SHUT_RDWR = 2;

    private static final int SOCKADDR_UN_BYTES = 110;
    private static final int MSGHDR_BYTES = 56;
    private static final int IOVEC_BYTES = 16;
    private static final int CMSG_HEADER_BYTES = 16;
    private static final int MOST_DESCRIPTORS = 16;
    private static final int CONTROL_BYTES = CMSG_HEADER_BYTES + 4 * MOST_DESCRIPTORS;

    private Socket() {}

    public static int socket(int family, int type) throws ErrnoException {
        return SOCKET.callInt(family, type | SOCK_CLOEXEC, 0);
    }

    public static void bind(int fd, String path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            BIND.callInt(fd, address(path, arena), SOCKADDR_UN_BYTES);
        }
    }

    public static void connect(int fd, String path) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            CONNECT.callInt(fd, address(path, arena), SOCKADDR_UN_BYTES);
        }
    }

    /// struct sockaddr_un
    private static long address(String path, Arena arena) throws ErrnoException {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SOCKADDR_UN_BYTES - 2) {
            throw new ErrnoException(path, Errno.ENAMETOOLONG.number());
        }
        MemorySegment address = arena.allocate(SOCKADDR_UN_BYTES, 2);
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(bytes, 0, address, JAVA_BYTE, 2, bytes.length);
        return address.address();
    }

    public static void listen(int fd, int backlog) throws ErrnoException {
        LISTEN.callInt(fd, backlog, 0);
    }

    public static int accept(int fd) throws ErrnoException {
        return ACCEPT4.callInt(fd, 0, 0, SOCK_CLOEXEC, 0, 0);
    }

    /// Ends both directions; who waits in a call on the socket comes back.
    public static void shutdown(int fd) {
        SHUTDOWN.tryCall(fd, SHUT_RDWR, 0, 0, 0, 0);
    }

    public static Credentials peerCredentials(int fd) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment credentials = arena.allocate(12, 4);
            MemorySegment length = arena.allocateFrom(JAVA_INT, 12);
            GETSOCKOPT.callInt(fd, SOL_SOCKET, SO_PEERCRED, credentials.address(), length.address(), 0);
            return new Credentials(
                    credentials.get(JAVA_INT, 0), credentials.get(JAVA_INT, 4), credentials.get(JAVA_INT, 8));
        }
    }

    /// recvmsg(2).
    ///
    /// @param descriptors gets those that came along
    /// @return how many bytes; 0 at the end
    public static int receive(int fd, MemorySegment buffer, Queue<Integer> descriptors, int flags)
            throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment control = arena.allocate(CONTROL_BYTES, 8);
            MemorySegment message = message(buffer, control, arena);
            int received = (int) RECVMSG.call(fd, message.address(), MSG_CMSG_CLOEXEC | flags);
            long controlBytes = message.get(JAVA_LONG, 40);
            if (controlBytes >= CMSG_HEADER_BYTES
                    && control.get(JAVA_INT, 8) == SOL_SOCKET
                    && control.get(JAVA_INT, 12) == SCM_RIGHTS) {
                for (long at = CMSG_HEADER_BYTES; at + 4 <= control.get(JAVA_LONG, 0); at += 4) {
                    descriptors.add(control.get(JAVA_INT, at));
                }
            }
            return received;
        }
    }

    /// sendmsg(2); a peer that has gone is an error, not a signal.
    public static int send(int fd, MemorySegment buffer, int... descriptors) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            int length = CMSG_HEADER_BYTES + 4 * descriptors.length;
            MemorySegment control = arena.allocate((length + 7) / 8 * 8, 8);
            control.set(JAVA_LONG, 0, length);
            control.set(JAVA_INT, 8, SOL_SOCKET);
            control.set(JAVA_INT, 12, SCM_RIGHTS);
            for (int i = 0; i < descriptors.length; i++) {
                control.set(JAVA_INT, CMSG_HEADER_BYTES + 4L * i, descriptors[i]);
            }
            MemorySegment message = message(buffer, descriptors.length == 0 ? MemorySegment.NULL : control, arena);
            return (int) SENDMSG.call(fd, message.address(), MSG_NOSIGNAL);
        }
    }

    /// struct msghdr with one struct iovec
    private static MemorySegment message(MemorySegment buffer, MemorySegment control, Arena arena) {
        MemorySegment vector = arena.allocate(IOVEC_BYTES, 8);
        vector.set(JAVA_LONG, 0, buffer.address());
        vector.set(JAVA_LONG, 8, buffer.byteSize());
        MemorySegment message = arena.allocate(MSGHDR_BYTES, 8);
        message.set(JAVA_LONG, 16, vector.address());
        message.set(JAVA_LONG, 24, 1);
        message.set(JAVA_LONG, 32, control.address());
        message.set(JAVA_LONG, 40, control.byteSize());
        return message;
    }
}
