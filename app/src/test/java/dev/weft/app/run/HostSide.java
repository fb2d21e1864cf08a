package dev.weft.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A real network namespace with nothing in it, that plays the real host: Linux's own commands run there. The machine's
/// own network is left alone.
final class HostSide implements AutoCloseable {
    private static int made;

    private final String name = "weft-test-" + ProcessHandle.current().pid() + "-" + ++made;

    HostSide() throws IOException {
        if (!isPossible()) {
            throw new IOException("cannot make a network namespace");
        }
    }

    private boolean isPossible() throws IOException {
        return execute(List.of("ip", "netns", "add", name)).status() == 0;
    }

    /// What keeps such a namespace from being made here; empty if nothing does.
    static String obstacle() throws IOException {
        if (execute(List.of("sh", "-c", "test -w /dev/net/tun && ip -V && ping -V"))
                        .status()
                != 0) {
            return "needs root, /dev/net/tun, iproute2 and iputils-ping";
        }
        try (HostSide tried = new HostSide()) {
            return "";
        } catch (IOException e) {
            return "needs root: " + e.getMessage();
        }
    }

    /// The words in front of a command that is to run there.
    String[] prefix() {
        return new String[] {"ip", "netns", "exec", name};
    }

    /// What a command said, both outputs in one, and how it ended.
    record Result(int status, String out) {}

    /// Runs a line of shell there.
    Result run(String line) throws IOException {
        List<String> words = new ArrayList<>(List.of(prefix()));
        words.addAll(List.of("bash", "-c", line));
        return execute(words);
    }

    /// The numbers of the processes that are there.
    List<String> processes() throws IOException {
        return execute(List.of("ip", "netns", "pids", name)).out().lines().toList();
    }

    private static Result execute(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor(), out);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Result unused = execute(List.of("ip", "netns", "del", name));
    }
}
