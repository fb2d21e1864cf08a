package dev.weft.net.netfilter.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Command lines and what the real tool answered to them, in one fresh namespace, in order.
class ConntrackCommandTest {
    @Test
    void printsWhatTheRealOnePrints() throws java.io.IOException {
        Lab lab = Lab.withSeed(1);
        List<String> wrong = new ArrayList<>();
        String golden;
        try (var in = ConntrackCommandTest.class.getResourceAsStream("conntrack.txt")) {
            golden = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        for (String step : golden.split("(?m)^\\$ ")) {
            if (step.isBlank()) {
                continue;
            }
            int end = step.indexOf('\n');
            Lab.Result result = lab.run(step.substring(0, end));
            String printed = result.err() + result.out() + "rc=" + result.status() + "\n";
            if (!masked(printed).equals(masked(step.substring(end + 1)))) {
                wrong.add("$ " + step + "--- but\n" + printed);
            }
        }
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    /// The order of a hash table, seconds that pass and identifiers are nobody's to know.
    private static String masked(String text) {
        return text.replaceAll("(?m)( id=)\\d+", "$1N")
                .replaceAll("(?m)^((?:ipv4 +2 )?[a-z]+ +\\d+) \\d+", "$1 N")
                .replaceAll("-t \\d+", "-t N")
                .lines()
                .sorted()
                .reduce("", (a, b) -> a + b + "\n");
    }
}
