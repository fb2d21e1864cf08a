package dev.weft.iptables.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.iptables.HostRunner;
import dev.weft.iptables.Invocation;
import dev.weft.iptables.Kernel;
import dev.weft.iptables.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Runs the same lines through the model and through this machine's iptables-legacy: outputs and statuses are
/// the same.
@Tag("oracle")
class InMemoryAgainstHostTest {
    @TestFactory
    Stream<DynamicTest> answersAsTheHostDoes() throws IOException {
        var kernel = Kernel.with("iptables-legacy");
        var host = HostRunner.in(kernel.namespace());
        var model = new InMemoryIptables();
        return lines().map(line -> DynamicTest.dynamicTest(line, () -> {
                    var words = Words.split(line);
                    var command = new Invocation(words);
                    var legacy = new Invocation(Stream.concat(
                                    Stream.of(words.getFirst() + "-legacy"),
                                    words.stream().skip(1))
                            .toList());
                    assertThat(model.run(command)).isEqualTo(host.run(legacy));
                }))
                .onClose(kernel::close);
    }

    private static Stream<String> lines() {
        try (var file = InMemoryAgainstHostTest.class.getResourceAsStream("lines.txt")) {
            if (file == null) {
                throw new IllegalStateException("no lines.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
