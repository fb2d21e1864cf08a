package dev.weft.net.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.net.lab.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gives filter expressions to the real tcpdump and to ours, and expects the same packets, or the same complaint.
///
/// The frames are as long as Ethernet makes them: what a read beyond the end of a shorter one decides depends on which
/// tests the real one's optimizer has left over.
class RealTcpdumpFilterTest {
    private static final int EXPRESSIONS = Integer.getInteger("weft.expressions", 400);
    private static final int FRAMES = 250;

    private final Lab lab = Lab.withSeed(1);
    private Path file = Path.of("");

    @BeforeAll
    static void isThere() {
        String obstacle = RealTcpdump.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
    }

    @BeforeEach
    void packets(@TempDir Path folder) throws IOException {
        file = new CaptureFile(4).padded(FRAMES).write(folder.resolve("packets.pcap"));
    }

    @Test
    void expressionsSelectTheSamePackets() {
        FilterCorpus corpus = new FilterCorpus(Long.getLong("weft.seed", 5));
        Set<String> expressions = new LinkedHashSet<>();
        while (expressions.size() < EXPRESSIONS) {
            expressions.add(corpus.expression(expressions.size() % 4));
        }
        assertThat(differences(expressions.stream())).isEmpty();
    }

    @Test
    void mistakesAreToldInTheSameWords() {
        assertThat(differences(FilterCorpus.WRONG.stream())).isEmpty();
    }

    private List<String> differences(Stream<String> expressions) {
        List<String> differences = new ArrayList<>();
        expressions.forEach(expression -> {
            Lab.Result real = RealTcpdump.run(List.of("-n", "-q", "-tt", "-#", "-r", file.toString(), expression));
            Lab.Result ours = lab.run("tcpdump -n -q -tt -# -r " + file + " \"" + expression + "\"");
            if (!same(ours, real)) {
                differences.add(expression + "\nreal: " + brief(real, ours) + "\nours: " + brief(ours, real));
            }
        });
        return differences;
    }

    /// The same packets; whether an expression that lets nothing through is refused depends on how well the real one's
    /// optimizer understood it.
    private static boolean same(Lab.Result ours, Lab.Result real) {
        return ours.equals(real)
                || ours.out().isEmpty() && real.out().isEmpty() && (rejectsAll(ours) || rejectsAll(real));
    }

    private static boolean rejectsAll(Lab.Result result) {
        return result.err().endsWith("tcpdump: expression rejects all packets\n");
    }

    private static String brief(Lab.Result one, Lab.Result other) {
        Set<String> lines = new LinkedHashSet<>(
                one.out().lines().map(RealTcpdumpFilterTest::rest).toList());
        int all = lines.size();
        lines.removeAll(other.out().lines().map(RealTcpdumpFilterTest::rest).toList());
        return one.status() + " " + one.err().replaceFirst("reading from file.*\n", "") + all + " packets, alone "
                + lines;
    }

    /// A line without the number that it has in the output.
    private static String rest(String line) {
        return line.replaceFirst("^ *\\d+ +", "");
    }
}
