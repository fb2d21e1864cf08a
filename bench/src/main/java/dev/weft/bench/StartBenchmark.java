package dev.weft.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/// From the shell to the end of the first command: `./weft exec -- ip link`, build and start-up cache in place.
final class StartBenchmark implements Benchmark {
    private final Path weft = Path.of(System.getProperty("weft.root", "."), "weft");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "how long until the first command on a fresh network has answered";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public int rounds() {
        return 11;
    }

    @Override
    public double sample() throws IOException, InterruptedException {
        var process = new ProcessBuilder(weft.toString(), "exec", "--", "ip", "link")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT);
        long start = System.nanoTime();
        int status = process.start().waitFor();
        double millis = (System.nanoTime() - start) / 1e6;
        if (status != 0) {
            throw new IllegalStateException(weft + " exec ended with " + status);
        }
        return millis;
    }
}
