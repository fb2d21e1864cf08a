package dev.weft.net.tcpdump;

import dev.weft.net.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian 12's tcpdump, if it is installed, in an empty network namespace, so that no name is looked up on the network.
final class RealTcpdump {
    private static final String VERSION = "tcpdump version 4.99.3";
    private static final int LIMIT_SECONDS = 60;

    private RealTcpdump() {}

    /// Why it cannot be compared with; empty if it can.
    static String obstacle() {
        try {
            Lab.Result result = execute(List.of("unshare", "--net", "tcpdump", "--version"));
            String said = result.out() + result.err();
            return said.startsWith(VERSION) ? "" : "needs root and " + VERSION + ", not: " + said.strip();
        } catch (UncheckedIOException missing) {
            return "needs root and " + VERSION + ": " + missing.getMessage();
        }
    }

    static Lab.Result run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("unshare", "--net", "tcpdump", "-Z", "root"));
        command.addAll(words);
        return execute(command);
    }

    /// Runs any program in the C locale and UTC.
    static Lab.Result execute(List<String> command) {
        try {
            Path out = Files.createTempFile("real", ".out");
            Path err = Files.createTempFile("real", ".err");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
                builder.environment().put("TZ", "UTC");
                builder.environment().put("LC_ALL", "C");
                Process process = builder.start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                return new Lab.Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
