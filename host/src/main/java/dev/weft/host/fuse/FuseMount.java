package dev.weft.host.fuse;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.files.VirtualFile;
import dev.weft.host.linux.ErrnoException;
import dev.weft.host.linux.Fcntl;
import dev.weft.host.linux.Unistd;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One mounted file system: takes the kernel's requests and answers them. Nothing is cached in the kernel, because the
/// next process may see other files.
public final class FuseMount implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int MAX_WRITE = 64 * 1024;
    private static final int HEADER_BYTES = 16;
    private static final int ATTRIBUTE_BYTES = 88;
    private static final int DIRENT_BYTES = 24;
    private static final int FOPEN_DIRECT_IO = 1;
    private static final int FUSE_ATOMIC_O_TRUNC = 1 << 3;
    private static final int S_IFDIR = 0040000;
    private static final int S_IFREG = 0100000;
    private static final int S_IFLNK = 0120000;
    private static final byte[] NOTHING = {};

    private final int fd;
    private final FuseTree tree;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES);
    private final FuseNodes nodes = new FuseNodes();
    private final Map<Long, byte[]> handles = new HashMap<>();
    private long lastHandle;

    /// @param fd of /dev/fuse, given to mount(2); its owner is this object from now on
    public FuseMount(int fd, FuseTree tree) throws ErrnoException {
        this.fd = fd;
        this.tree = tree;
        Fcntl.setNonblocking(fd);
    }

    public int fd() {
        return fd;
    }

    /// The next request; null when there is none.
    ///
    /// @throws ErrnoException ENODEV when the file system was unmounted
    public @Nullable FuseRequest next() throws ErrnoException {
        int length = Unistd.tryRead(fd, buffer.address(), BUFFER_BYTES);
        if (length < 0) {
            int errno = -length;
            if (errno == Errno.EAGAIN.number() || errno == Errno.EINTR.number() || errno == Errno.ENOENT.number()) {
                return null;
            }
            throw new ErrnoException("read", errno);
        }
        byte[] bytes = buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        return new FuseRequest(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
    }

    /// Answers a request; on one thread at a time.
    public void answer(FuseRequest request) {
        try {
            FuseOperation operation = FuseOperation.of(request.opcode());
            if (operation == FuseOperation.FORGET) {
                nodes.forget(request.node(), request.argumentLong(0));
            } else if (operation == FuseOperation.BATCH_FORGET) {
                for (int i = 0; i < request.argumentInt(0); i++) {
                    nodes.forget(request.argumentLong(8 + 16 * i), request.argumentLong(16 + 16 * i));
                }
            } else if (operation != FuseOperation.INTERRUPT) {
                reply(request, 0, perform(operation, request));
            }
        } catch (KernelError refusal) {
            reply(request, refusal.errno().number(), NOTHING);
        }
    }

    private byte[] perform(FuseOperation operation, FuseRequest request) {
        return switch (operation) {
            case INIT -> initialize(request);
            case LOOKUP -> lookUp(request);
            case GETATTR, SETATTR -> attributes(request);
            case READLINK -> readLink(request);
            case OPEN -> open(request);
            case READ -> read(request);
            case WRITE -> write(request);
            case OPENDIR -> openDirectory(request);
            case READDIR -> readDirectory(request);
            case RELEASE, RELEASEDIR -> release(request);
            case STATFS -> new byte[80];
            case FLUSH, DESTROY, FSYNC, FSYNCDIR -> NOTHING;
            case CREATE, MKNOD -> throw new KernelError(tree.creationRefusal());
            case MKDIR, UNLINK, RMDIR, SYMLINK, LINK, RENAME, RENAME2 -> throw new KernelError(Errno.EPERM);
            case FORGET, BATCH_FORGET, INTERRUPT, UNKNOWN -> throw new KernelError(Errno.ENOSYS);
        };
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    private static byte[] initialize(FuseRequest request) {
        return allocate(64)
                .putInt(7)
                .putInt(Math.min(31, request.argumentInt(4)))
                .putInt(request.argumentInt(8))
                .putInt(request.argumentInt(12) & FUSE_ATOMIC_O_TRUNC)
                .putShort((short) 64)
                .putShort((short) 48)
                .putInt(MAX_WRITE)
                .putInt(1)
                .array();
    }

    // ---- names

    private VirtualFile find(FuseRequest request, String path) {
        VirtualFile file = tree.find(request.pid(), path);
        if (file == null) {
            throw new KernelError(Errno.ENOENT);
        }
        return file;
    }

    private VirtualFile find(FuseRequest request) {
        return find(request, nodes.path(request.node()));
    }

    private byte[] lookUp(FuseRequest request) {
        String path = nodes.child(request.node(), request.name());
        VirtualFile file = find(request, path);
        long id = nodes.lookedUp(path);
        ByteBuffer entry = allocate(40 + ATTRIBUTE_BYTES).putLong(id).putLong(0).position(40);
        return putAttributes(entry, id, file).array();
    }

    private byte[] attributes(FuseRequest request) {
        ByteBuffer out = allocate(16 + ATTRIBUTE_BYTES).position(16);
        return putAttributes(out, request.node(), find(request)).array();
    }

    private static ByteBuffer putAttributes(ByteBuffer out, long id, VirtualFile file) {
        int size = 0;
        int mode = switch (file) {
            case VirtualFile.Directory directory -> S_IFDIR | 0555;
            case VirtualFile.Link link -> S_IFLNK | 0777;
            case VirtualFile.Regular regular -> {
                size = regular.size();
                yield S_IFREG | regular.mode();
            }
        };
        int links = file instanceof VirtualFile.Directory ? 2 : 1;
        out.putLong(id).putLong(size).putLong(0).putLong(0).putLong(0).putLong(0);
        out.putInt(0).putInt(0).putInt(0).putInt(mode).putInt(links);
        return out.putInt(0).putInt(0).putInt(0).putInt(4096).putInt(0);
    }

    private byte[] readLink(FuseRequest request) {
        if (find(request) instanceof VirtualFile.Link(String target)) {
            return target.getBytes(StandardCharsets.UTF_8);
        }
        throw new KernelError(Errno.EINVAL);
    }

    // ---- files

    private VirtualFile.Regular regular(FuseRequest request) {
        if (find(request) instanceof VirtualFile.Regular regular) {
            return regular;
        }
        throw new KernelError(Errno.EISDIR);
    }

    private byte[] open(FuseRequest request) {
        VirtualFile.Regular file = regular(request);
        int access = request.argumentInt(0) & 3;
        boolean reads = access != Fcntl.O_WRONLY;
        boolean writes = access != Fcntl.O_RDONLY;
        if (reads && !file.isReadable() || writes && !file.isWritable()) {
            throw new KernelError(Errno.EACCES);
        }
        return opened(NOTHING);
    }

    private byte[] opened(byte[] content) {
        handles.put(++lastHandle, content);
        return allocate(16).putLong(lastHandle).putInt(FOPEN_DIRECT_IO).array();
    }

    /// What is read from the start is new; the rest is what belongs to it.
    private byte[] read(FuseRequest request) {
        long handle = request.argumentLong(0);
        long offset = request.argumentLong(8);
        if (offset == 0) {
            handles.put(handle, regular(request).reader().get().getBytes(StandardCharsets.UTF_8));
        }
        return slice(handles.getOrDefault(handle, NOTHING), offset, request.argumentInt(16));
    }

    private static byte[] slice(byte[] content, long offset, int size) {
        if (offset >= content.length) {
            return NOTHING;
        }
        int from = (int) offset;
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + size));
    }

    private byte[] write(FuseRequest request) {
        byte[] text = request.rest(40);
        regular(request).writer().accept(new String(text, StandardCharsets.UTF_8));
        return allocate(8).putInt(text.length).array();
    }

    private byte[] release(FuseRequest request) {
        handles.remove(request.argumentLong(0));
        return NOTHING;
    }

    // ---- directories

    private byte[] openDirectory(FuseRequest request) {
        if (!(find(request) instanceof VirtualFile.Directory directory)) {
            throw new KernelError(Errno.ENOTDIR);
        }
        return opened(entries(directory.names().get()));
    }

    /// struct fuse_dirent, eight bytes aligned; an entry's offset is where the next one begins.
    private static byte[] entries(List<String> names) {
        int size = 0;
        for (String name : names) {
            size += align(DIRENT_BYTES + name.getBytes(StandardCharsets.UTF_8).length);
        }
        ByteBuffer out = allocate(size);
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int next = out.position() + align(DIRENT_BYTES + bytes.length);
            out.putLong(out.position() + 1L)
                    .putLong(next)
                    .putInt(bytes.length)
                    .putInt(0)
                    .put(bytes)
                    .position(next);
        }
        return out.array();
    }

    private static int align(int size) {
        return (size + 7) & ~7;
    }

    private byte[] readDirectory(FuseRequest request) {
        byte[] all = handles.getOrDefault(request.argumentLong(0), NOTHING);
        int from = (int) Math.min(all.length, request.argumentLong(8));
        int end = from;
        ByteBuffer entries = ByteBuffer.wrap(all).order(ByteOrder.nativeOrder());
        while (end < all.length && (int) entries.getLong(end + 8) - from <= request.argumentInt(16)) {
            end = (int) entries.getLong(end + 8);
        }
        return Arrays.copyOfRange(all, from, end);
    }

    // ----

    private void reply(FuseRequest request, int errno, byte[] body) {
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment answer = confined.allocate(HEADER_BYTES + body.length, 8);
            answer.set(ValueLayout.JAVA_INT, 0, HEADER_BYTES + body.length);
            answer.set(ValueLayout.JAVA_INT, 4, -errno);
            answer.set(ValueLayout.JAVA_LONG, 8, request.unique());
            MemorySegment.copy(body, 0, answer, ValueLayout.JAVA_BYTE, HEADER_BYTES, body.length);
            Unistd.tryWrite(fd, answer.address(), HEADER_BYTES + body.length); // fails if nobody waits any more
        }
    }

    @Override
    public void close() {
        Unistd.close(fd);
        arena.close();
    }
}
