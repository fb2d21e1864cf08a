package dev.weft.app.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A directory of one engine, which only its user may enter: the socket, and the scripts that run on the other side of
/// it.
final class RuntimeDirectory implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final List<String> SCRIPTS =
            List.of("client.pl", "namespaces.pl", "kernel.pl", "sandbox.pl", "sudo.pl", "timeout.pl");
    private static final String RESOURCES = "/dev/weft/app/sandbox/";

    private final Path path;
    private final Thread atShutdown = new Thread(this::closeQuietly);

    private RuntimeDirectory(Path path) {
        this.path = path;
    }

    /// The user's own place for such, or /tmp.
    static Path parent() {
        String own = System.getenv("XDG_RUNTIME_DIR");
        return Path.of(own != null && Files.isWritable(Path.of(own)) ? own : "/tmp");
    }

    /// The one of an engine that runs.
    static RuntimeDirectory existing(Path path) {
        return new RuntimeDirectory(path);
    }

    /// Makes one in the user's own place for such, or in /tmp.
    static RuntimeDirectory create() throws IOException {
        RuntimeDirectory made = new RuntimeDirectory(Files.createTempDirectory(parent(), "weft-", MINE));
        for (String script : SCRIPTS) {
            Files.writeString(made.path.resolve(script), resource(script));
        }
        Runtime.getRuntime().addShutdownHook(made.atShutdown);
        return made;
    }

    private void closeQuietly() {
        try {
            deleteAll();
        } catch (IOException e) {
            System.getLogger(RuntimeDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "left behind: " + path, e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = RuntimeDirectory.class.getResourceAsStream(RESOURCES + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path path() {
        return path;
    }

    Path socket() {
        return path.resolve("socket");
    }

    boolean isRoots() throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid") == 0;
    }

    /// The names under which the client is to stand in a sandbox's PATH.
    void names(List<String> names) throws IOException {
        Files.write(path.resolve("names"), names);
    }

    /// The directories of the kernel's that the engine answers for.
    void views(List<String> roots) throws IOException {
        Files.write(path.resolve("views"), roots);
    }

    /// Lays the client out for PATH itself, where there is no sandbox to do so.
    Path commands(List<String> names) throws IOException {
        Path bin = Files.createDirectories(path.resolve("bin"));
        Path lib = Files.createDirectories(path.resolve("lib"));
        for (String script : SCRIPTS) {
            String text = resource(script).replace("@HOME@", path.toString()).replace("@SANDBOX@", "");
            Path file = Files.writeString(lib.resolve(script), text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        for (String name : names) {
            try {
                Files.createLink(bin.resolve(name), lib.resolve(script(name)));
            } catch (FileAlreadyExistsException e) {
                throw new IllegalArgumentException("two commands named " + name, e);
            }
        }
        return bin;
    }

    /// Two commands need no engine.
    private static String script(String command) {
        return switch (command) {
            case "sudo" -> "sudo.pl";
            case "timeout" -> "timeout.pl";
            default -> "client.pl";
        };
    }

    @Override
    public void close() throws IOException {
        deleteAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            return; // this is the shutdown
        }
    }

    private void deleteAll() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
