package dev.weft.app.server;

import dev.weft.host.linux.Unistd;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A /proc, of this machine or of a sandbox: its process ids are those that the processes there see.
public final class ProcFs {
    /// The one of the engine itself.
    static final ProcFs HOST = new ProcFs(Path.of("/proc"), -1);

    private final Path root;
    private final int descriptor;

    private ProcFs(Path root, int descriptor) {
        this.root = root;
        this.descriptor = descriptor;
    }

    /// One that a sandbox has sent a descriptor of, which is ours from now on.
    static ProcFs of(int descriptor) {
        return new ProcFs(Path.of("/proc/self/fd/" + descriptor), descriptor);
    }

    void close() {
        Unistd.close(descriptor);
    }

    /// The file through which a process's network namespace can be opened.
    Path namespacePath(long pid) {
        return root.resolve(pid + "/ns/net");
    }

    /// The inode number of a process's network namespace; 0 when there is no such process.
    long namespaceInode(long pid) {
        try {
            String link = Files.readSymbolicLink(namespacePath(pid)).toString(); // net:[4026531840]
            return Long.parseLong(link.substring(link.indexOf('[') + 1, link.length() - 1));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /// The ids of all processes, rising.
    List<Long> processes() {
        return numbers(root);
    }

    /// The ids of a process's threads, rising.
    List<Long> threads(long pid) {
        return numbers(root.resolve(pid + "/task"));
    }

    private static List<Long> numbers(Path directory) {
        List<Long> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "[0-9]*")) {
            for (Path entry : entries) {
                ids.add(Long.parseLong(entry.getFileName().toString()));
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // it has ended
        }
        Collections.sort(ids);
        return ids;
    }

    /// From the first process down to this one.
    List<Long> ancestry(long pid) {
        List<Long> chain = new ArrayList<>();
        for (long id = pid; id > 0; id = parent(id)) {
            chain.add(id);
        }
        Collections.reverse(chain);
        return chain;
    }

    private long parent(long pid) {
        try {
            String stat = Files.readString(root.resolve(pid + "/stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[1]);
        } catch (IOException e) {
            return 0;
        }
    }

    Path root() {
        return root;
    }
}
