package dev.weft.net.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.net.lab.Lab;
import dev.weft.net.tcpdump.CaptureFile.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Reads the same capture files with the real tcpdump and with ours, and expects the same bytes.
class RealTcpdumpTextTest {
    /// Every packet begins a line of its own with a time of ten digits, so that a difference can be told by packet.
    private static final String PACKET_START = "(?m)^(?=(?: *\\d+  )?17\\d{8}\\.)";

    private static final List<String> EVERY_PACKET = List.of(
            "-n",
            "-n -e",
            "-n -v",
            "-n -vv",
            "-n -vvv -e",
            "-n -q",
            "-n -q -v",
            "-n -q -e",
            "-n -S -v",
            "-n -K -vv",
            "-n -x",
            "-n -xx",
            "-n -X",
            "-n -XX",
            "-n -A",
            "-n -AA",
            "-n -# -b",
            "",
            "-v",
            "-N -e");
    private static final List<String> SOME_PACKETS = List.of(
            "-n -c 10",
            "-n -t",
            "-n -ttt",
            "-n -tttt",
            "-n -ttttt",
            "-n --nano",
            "--count",
            "-n -ttt --nano",
            "-n -s 60 -c 40",
            "-n -t -c 7 -e icmp",
            "-n -ttttttt",
            "-n -c 5 -l -U -p -O",
            "-q -c 20 -vvv --number");
    private static final int FRAMES = Integer.getInteger("weft.frames", 400);

    private final Lab lab = Lab.withSeed(1);

    @BeforeAll
    static void isThere() {
        String obstacle = RealTcpdump.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
    }

    @TestFactory
    Stream<DynamicTest> packetsReadTheSame(@TempDir Path folder) throws IOException {
        CaptureFile frames = new CaptureFile(Long.getLong("weft.seed", 2))
                .whole(2 * FRAMES)
                .cut(FRAMES)
                .damaged(FRAMES);
        Path file = frames.write(folder.resolve("packets.pcap"));
        return EVERY_PACKET.stream()
                .map(flags -> DynamicTest.dynamicTest(
                        "tcpdump " + flags, () -> compare(frames.frames(), file, "-tt " + flags)));
    }

    private void compare(List<Frame> frames, Path file, String flags) {
        List<String> words = words(flags + " -r " + file);
        Lab.Result real = RealTcpdump.run(words);
        Lab.Result ours = lab.run("tcpdump " + String.join(" ", words));
        assertThat(ours.err()).isEqualTo(real.err());
        assertThat(ours.status()).isEqualTo(real.status());
        if (ours.out().equals(real.out())) {
            return;
        }
        assertThat(differences(
                        frames, ours.out().split(PACKET_START), real.out().split(PACKET_START)))
                .as(flags)
                .isEmpty();
    }

    private static List<String> differences(List<Frame> frames, String[] ours, String[] real) {
        assertThat(ours).hasSameSizeAs(real).hasSameSizeAs(frames);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < ours.length; i++) {
            if (!ours[i].equals(real[i])) {
                differences.add("packet " + (i + 1) + " of " + frames.get(i).wireLength() + " bytes: "
                        + HexFormat.of().formatHex(frames.get(i).bytes()) + "\nreal: " + real[i] + "ours: " + ours[i]);
            }
        }
        return differences;
    }

    @TestFactory
    Stream<DynamicTest> optionsDoTheSame(@TempDir Path folder) throws IOException {
        Path file = new CaptureFile(3).whole(60).cut(20).write(folder.resolve("packets.pcap"));
        return SOME_PACKETS.stream()
                .map(flags -> DynamicTest.dynamicTest("tcpdump " + flags, () -> {
                    List<String> words = words(flags + " -r " + file);
                    assertThat(lab.run("tcpdump " + String.join(" ", words))).isEqualTo(RealTcpdump.run(words));
                }));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }
}
