package dev.weft.net.netfilter.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The 264 command lines that the real tools were asked in one fresh namespace, in both personalities.
class GoldenTest {
    @Test
    void legacyPrintsWhatTheRealOnePrints() {
        check("golden-legacy.txt", "legacy-not-yet.txt", UnaryOperator.identity());
    }

    @Test
    void nftPrintsWhatTheRealOnePrints() {
        check("golden-nft.txt", "nft-not-yet.txt", program -> "xtables-nft-multi " + program);
    }

    @Test
    void legacyPrintsTheSameOfMatchesTargetsOptionsAndMistakes() {
        check("more-legacy.txt", "more-not-yet.txt", UnaryOperator.identity());
    }

    @Test
    void legacyPrintsTheSameOfTargets() {
        check("targets-legacy.txt", "more-not-yet.txt", UnaryOperator.identity());
    }

    /// What still differs is named in a file of its own, because it needs a match or target that is not there yet.
    private static void check(String golden, String notYet, UnaryOperator<String> program) {
        Lab lab = Lab.withSeed(1);
        List<String> differs = new ArrayList<>();
        List<String> known = Golden.resource(notYet).lines().toList();
        StringBuilder seen = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        int number = 0;
        for (Golden.Step step : Golden.read(golden).steps()) {
            number++;
            String printed = Golden.run(lab, step.command(), program);
            String label = number + " " + step.command();
            if (!printed.equals(step.expected())) {
                differs.add(label);
                if (!known.contains(label)) {
                    seen.append("$ ").append(label).append('\n').append(printed);
                    expected.append("$ ").append(label).append('\n').append(step.expected());
                }
            }
        }
        assertThat(seen.toString()).isEqualTo(expected.toString());
        assertThat(known).as("commands that still differ").containsAll(differs);
    }
}
