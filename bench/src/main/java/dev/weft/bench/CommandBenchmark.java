package dev.weft.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What one command of a script costs: bash starts it, it asks the engine, the engine answers, bash goes on.
final class CommandBenchmark implements Benchmark {
    private static final int COMMANDS = 100;
    private static final String SCRIPT = """
        ip link show lo >/dev/null
        begin=${EPOCHREALTIME/./}
        for i in {1..%d}; do ip link show lo >/dev/null; done
        echo $((${EPOCHREALTIME/./} - begin))
        """.formatted(COMMANDS);

    private final Path weft = Path.of(System.getProperty("weft.root", "."), "weft");

    @Override
    public String name() {
        return "command";
    }

    @Override
    public String question() {
        return "how long a command of a script takes";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public double sample() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(weft.toString(), "exec", "--", "bash", "-c", SCRIPT)
                .redirectError(Redirect.INHERIT)
                .start();
        String micros = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(weft + " exec failed");
        }
        return Long.parseLong(micros) / 1e3 / COMMANDS;
    }
}
