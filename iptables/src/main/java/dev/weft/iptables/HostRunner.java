package dev.weft.iptables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Runs the host's commands as processes, in this process's network namespace or in another one (by
/// `nsenter`).
public final class HostRunner implements Runner {
    private static final String NSENTER = "nsenter";

    private final @Nullable NetworkNamespace namespace;

    private HostRunner(@Nullable NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    /// Commands see the network that this process sees.
    public static HostRunner here() {
        return new HostRunner(null);
    }

    /// Commands see the network of the given namespace; that needs the right to enter it.
    public static HostRunner in(NetworkNamespace namespace) {
        return new HostRunner(namespace);
    }

    @Override
    public Result run(Invocation invocation) throws IOException, InterruptedException {
        var process = start(invocation.command());
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var stdout = readers.submit(() -> text(process.getInputStream()));
            var stderr = readers.submit(() -> text(process.getErrorStream()));
            write(process, invocation.input());
            return checked(new Result(process.waitFor(), get(stdout), get(stderr)));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) throws IOException {
        var words = new ArrayList<String>();
        if (namespace != null) {
            words.add(NSENTER);
            words.add("--net=" + namespace.path());
            words.add("--");
        }
        words.addAll(command);
        var builder = new ProcessBuilder(words);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /// A command that stops reading early tells why by its status.
    private static void write(Process process, String input) {
        try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write(input);
        } catch (IOException e) {
            return;
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String get(Future<String> text) throws IOException, InterruptedException {
        try {
            return text.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /// The statuses of `nsenter` itself must not be taken for those of iptables.
    private Result checked(Result result) throws IOException {
        if (namespace != null && result.exitStatus() != 0 && result.stderr().startsWith(NSENTER + ": ")) {
            throw new IOException(result.stderr().strip());
        }
        return result;
    }
}
