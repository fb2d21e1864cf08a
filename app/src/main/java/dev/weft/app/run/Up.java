package dev.weft.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// The network that this user keeps up: where its engine's runtime directory is, so that other terminals find it.
final class Up {
    private final Path link;

    private Up(Path link) {
        this.link = link;
    }

    static Up ofThisUser() throws IOException {
        Path parent = RuntimeDirectory.parent();
        return new Up(parent.resolve("weft-up-" + Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
    }

    /// The engine that runs, if there is one; what a killed engine left behind is taken away.
    Optional<RuntimeDirectory> find() throws IOException {
        if (!Files.isSymbolicLink(link) || !isMine()) {
            return Optional.empty();
        }
        Path directory = Files.readSymbolicLink(link);
        Path process = directory.resolve("engine.pid");
        if (Files.isReadable(process)) {
            long pid = Long.parseLong(Files.readString(process).strip());
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                return Optional.of(RuntimeDirectory.existing(directory));
            }
        }
        Files.deleteIfExists(link);
        return Optional.empty();
    }

    /// Nobody else's link is followed.
    private boolean isMine() throws IOException {
        return Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    /// Says that this process is the engine.
    void announce(RuntimeDirectory runtime) throws IOException {
        Files.writeString(
                runtime.path().resolve("engine.pid"), ProcessHandle.current().pid() + "\n");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, runtime.path());
    }

    void withdraw() throws IOException {
        Files.deleteIfExists(link);
    }

    /// The process of the engine that runs.
    Optional<ProcessHandle> engine() throws IOException {
        Optional<RuntimeDirectory> runtime = find();
        if (runtime.isEmpty()) {
            return Optional.empty();
        }
        Path process = runtime.get().path().resolve("engine.pid");
        return ProcessHandle.of(Long.parseLong(Files.readString(process).strip()));
    }
}
