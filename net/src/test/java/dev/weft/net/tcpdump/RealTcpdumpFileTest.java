package dev.weft.net.tcpdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.core.capture.CaptureDirection;
import dev.weft.core.capture.CaptureInterface;
import dev.weft.core.capture.CapturedPacket;
import dev.weft.core.capture.DataLink;
import dev.weft.core.capture.PcapngWriter;
import dev.weft.core.command.Signal;
import dev.weft.net.lab.Lab;
import dev.weft.net.tcpdump.CaptureFile.Frame;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Capture files that we write are what the real tools write, and read.
class RealTcpdumpFileTest {
    private final Lab lab = Lab.withSeed(1);

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void isThere() {
        String obstacle = RealTcpdump.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
    }

    @Test
    void copiesAFileToTheSameBytes() throws IOException {
        Path file = new CaptureFile(6).whole(50).cut(50).write(folder.resolve("packets.pcap"));
        for (String flags : List.of("", "-c 7", "--nano", "-s 50", "-U", "--print -n")) {
            Path mine = folder.resolve("mine.pcap");
            Path real = folder.resolve("real.pcap");
            String options = ("-r " + file + " " + flags + " -w ").replaceAll(" +", " ");
            Lab.Result ours = lab.run("tcpdump " + options + mine);
            Lab.Result theirs = RealTcpdump.run(List.of((options + real).split(" ")));

            assertThat(ours).as(flags).isEqualTo(theirs);
            assertThat(mine).as(flags).hasSameBinaryContentAs(real);
        }
    }

    @Test
    void theRealOneReadsWhatACaptureWrote() {
        Path file = folder.resolve("live.pcap");
        lab.sh("""
            ip link set lo up
            ip addr add 10.0.0.1/24 dev lo
            """);
        var capture = lab.start(lab.network().initial(), "tcpdump -i lo -w " + file);
        lab.run("ping -c 3 10.0.0.1");
        capture.signal(Signal.SIGINT);

        Lab.Result real = RealTcpdump.run(List.of("-n", "-v", "-r", file.toString()));
        assertThat(real).isEqualTo(lab.run("tcpdump -n -v -r " + file));
        assertThat(real.out()).contains("ICMP echo reply, id ").doesNotContain("wrong icmp cksum");
        assertThat(RealTcpdump.run(List.of("--count", "-r", file.toString())).out())
                .isEqualTo("6 packets\n");
    }

    @Test
    void pcapngIsReadByAllTools() throws IOException {
        List<Frame> frames = new CaptureFile(7).whole(40).cut(20).frames();
        Path file = folder.resolve("packets.pcapng");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PcapngWriter writer = new PcapngWriter(channel, "weft");
            writer.addInterface(new CaptureInterface("eth0", DataLink.EN10MB, 262_144));
            for (int i = 0; i < frames.size(); i++) {
                Frame frame = frames.get(i);
                CaptureDirection direction = CaptureDirection.values()[i % 3];
                long nanos = 1_700_000_000_000_000_001L + i * 1_000_000L;
                writer.write(new CapturedPacket(0, nanos, frame.wireLength(), frame.bytes(), direction));
            }
        }

        Lab.Result real = RealTcpdump.run(List.of("-n", "-tt", "--nano", "-r", file.toString()));
        assertThat(lab.run("tcpdump -n -tt --nano -r " + file)).isEqualTo(real);
        assertThat(real.out()).startsWith("1700000000.000000001 ");
        tool("capinfos", "-c", "-t", "-E", file.toString(), "Number of packets:   " + frames.size());
        tool("tshark", "-n", "-T", "fields", "-e", "frame.number", "-r", file.toString(), frames.size() + "\n");
    }

    /// Runs a tool, if it is installed, and expects its last argument in what it prints.
    private void tool(String... wordsAndExpectation) {
        List<String> all = List.of(wordsAndExpectation);
        List<String> words = all.subList(0, all.size() - 1);
        if (!Files.isExecutable(Path.of("/usr/bin", words.getFirst()))) {
            return;
        }
        Lab.Result result = RealTcpdump.execute(words);
        assertThat(result.out()).as(words.getFirst() + ": " + result.err()).contains(all.getLast());
        assertThat(result.status()).isZero();
    }
}
