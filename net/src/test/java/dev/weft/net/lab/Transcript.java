package dev.weft.net.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/// An experiment written as Linux showed it: each command after `$ `, its output, what it said on standard error after
/// `! `, and its status as `[rc=N]` when it failed. The Lab must print the same.
public final class Transcript {
    private Transcript() {}

    public static void check(Lab lab, String expected) {
        assertThat(replay(lab, expected)).isEqualTo(expected);
    }

    /// Runs the commands of a transcript and writes down what the Lab does.
    public static String replay(Lab lab, String script) {
        StringBuilder seen = new StringBuilder();
        script.lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            seen.append(line).append('\n');
            run(lab, line.substring(2), seen);
        });
        return seen.toString();
    }

    private static void run(Lab lab, String command, StringBuilder seen) {
        if (command.startsWith("sleep ")) {
            lab.advance(Duration.ofNanos((long) (Double.parseDouble(command.substring(6)) * 1e9)));
            return;
        }
        Lab.Result result = lab.run(command);
        result.out().lines().forEach(line -> seen.append(line).append('\n'));
        result.err().lines().forEach(line -> seen.append("! ").append(line).append('\n'));
        if (result.status() != 0) {
            seen.append("[rc=").append(result.status()).append("]\n");
        }
    }
}
