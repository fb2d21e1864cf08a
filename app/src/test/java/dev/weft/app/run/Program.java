package dev.weft.app.run;

import dev.weft.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program `weft` as a user starts it, in a process of its own, with a place of its own for what is up.
final class Program {
    private final Path place;
    private final List<String> before;

    private Program(Path place, List<String> before) {
        this.place = place;
        this.before = before;
    }

    /// @param place where its engines announce themselves (`XDG_RUNTIME_DIR`)
    static Program at(Path place) {
        return new Program(place, List.of());
    }

    /// The same, started by other words.
    Program behind(String... words) {
        return new Program(place, List.of(words));
    }

    /// What it said, both outputs in one, and how it ended.
    record Ended(int status, String out) {}

    Ended run(String... arguments) throws IOException, InterruptedException {
        return type("", arguments);
    }

    /// Runs it with this as its input.
    Ended type(String input, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        try (var keyboard = process.getOutputStream()) {
            keyboard.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    /// Starts `weft up` and waits until it is.
    Process up(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("up"));
        words.addAll(List.of(arguments));
        Process process = builder(words.toArray(String[]::new)).start();
        BufferedReader reader = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("weft: the network is up;")) {
                return process;
            }
        }
        throw new IOException("it did not come up:\n" + said);
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("XDG_RUNTIME_DIR", place.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TERM", "dumb");
        return builder;
    }
}
