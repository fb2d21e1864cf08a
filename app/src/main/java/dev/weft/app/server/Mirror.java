package dev.weft.app.server;

import dev.weft.core.errno.KernelError;
import dev.weft.core.files.VirtualFile;
import dev.weft.core.files.VirtualFiles;
import dev.weft.core.packet.NetNamespace;
import dev.weft.host.linux.Inotify;
import dev.weft.net.namespace.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A copy in plain files of what one namespace shows in the kernel's directories, for machines that lend no FUSE.
///
/// It is brought up to date when a command ends, and what is written to it is taken over when the file is closed. What
/// the namespace refuses is put back, but the writer cannot be told.
final class Mirror {
    private static final System.Logger LOG = System.getLogger(Mirror.class.getName());

    private final NetNamespace namespace;
    private final Path directory;
    private final List<VirtualFiles> roots;
    private final Inotify inotify;
    private final Map<Integer, Place> watched = new HashMap<>();
    private final Map<Path, String> shown = new HashMap<>();

    /// A directory of the copy.
    private record Place(VirtualFiles files, String path) {
        String child(String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }
    }

    /// @param directory in which the copies are made, one below the other
    Mirror(NetNamespace namespace, Path directory, List<VirtualFiles> roots, Inotify inotify) {
        this.namespace = namespace;
        this.directory = directory;
        this.roots = roots;
        this.inotify = inotify;
    }

    /// `/proc/sys/net` becomes `proc-sys-net`.
    private Path place(VirtualFiles files) {
        return directory.resolve(files.root().substring(1).replace('/', '-'));
    }

    // ---- from the network to the files

    void refresh() {
        if (!namespace.isAlive()) {
            return;
        }
        Network.of(namespace).claim(namespace);
        Set<Path> gone = new HashSet<>(shown.keySet());
        for (VirtualFiles files : roots) {
            try {
                show(new Place(files, ""), place(files), gone);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the sandbox has ended", e);
            }
        }
        gone.stream().sorted((a, b) -> b.compareTo(a)).forEach(this::remove);
    }

    private void show(Place place, Path path, Set<Path> gone) throws IOException {
        gone.remove(path);
        switch (place.files().find(namespace, place.path())) {
            case null -> {}
            case VirtualFile.Directory tree -> {
                if (shown.put(path, "") == null) {
                    Files.createDirectories(path);
                    watched.put(inotify.watch(path.toString(), Inotify.IN_CLOSE_WRITE), place);
                }
                for (String name : tree.names().get()) {
                    show(new Place(place.files(), place.child(name)), path.resolve(name), gone);
                }
            }
            case VirtualFile.Link(String target) -> {
                if (shown.put(path, target) == null) {
                    Files.createSymbolicLink(path, Path.of(target));
                }
            }
            case VirtualFile.Regular file -> show(file, path);
        }
    }

    private void show(VirtualFile.Regular file, Path path) throws IOException {
        String text = file.isReadable() ? read(file) : "";
        String before = shown.put(path, text);
        if (text.equals(before)) {
            return;
        }
        if (before == null) {
            create(path, file.mode());
        }
        Files.writeString(path, text);
    }

    private static String read(VirtualFile.Regular file) {
        try {
            return file.reader().get();
        } catch (KernelError e) {
            return "";
        }
    }

    /// The owner may always write: it is the engine that does.
    private static void create(Path path, int mode) throws IOException {
        Set<PosixFilePermission> rights = PosixFilePermissions.fromString(
                "rw-" + ((mode & 040) != 0 ? "r--" : "---") + ((mode & 04) != 0 ? "r--" : "---"));
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(rights));
        } catch (FileAlreadyExistsException e) {
            LOG.log(System.Logger.Level.DEBUG, "the script made it first", e);
        }
    }

    private void remove(Path path) {
        shown.remove(path);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "not empty yet", e);
        }
    }

    // ---- from the files to the network

    /// Is it about one of this mirror's files?
    boolean watches(Inotify.Event event) {
        return watched.containsKey(event.watch());
    }

    /// Takes over what a process has written; what this mirror has written itself is no news.
    ///
    /// @return was it news?
    boolean written(Inotify.Event event) {
        Place place = watched.get(event.watch());
        if (place == null) {
            return false;
        }
        Path path = place(place.files()).resolve(place.child(event.name()));
        try {
            String text = Files.readString(path, StandardCharsets.UTF_8);
            if (text.equals(shown.get(path))) {
                return false;
            }
            take(place.files().find(namespace, place.child(event.name())), path, text);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "already gone: " + path, e);
        }
        return true;
    }

    private void take(@Nullable VirtualFile file, Path path, String text) throws IOException {
        if (!(file instanceof VirtualFile.Regular regular)) {
            Files.deleteIfExists(path); // there is no such setting
            return;
        }
        try {
            regular.writer().accept(text);
        } catch (KernelError refusal) {
            LOG.log(System.Logger.Level.DEBUG, "refused: " + path, refusal);
        }
        shown.put(path, text + "?"); // so that the next refresh writes the true value
    }
}
