package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a user starts it, in a process of its own.
class ProgramTest {
    @TempDir
    Path directory;

    private record Ended(int status, String out) {}

    private Ended weft(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    @Test
    void runsAScriptWithItsArgumentsAndEndsAsItDoes() throws Exception {
        Path script = Files.writeString(directory.resolve("lab.sh"), """
            #!/bin/bash -u
            echo "$0 $# $2"; iptables -L 2>&1; echo $?
            exit 3
            """);
        Ended ended = weft("run", "--virtual-time", script.toString(), "--seed", "two words");
        assumeTrue(ended.status() != 125, "needs user namespaces");
        assertThat(ended.out())
                .isEqualTo(script + " 2 two words\niptables: Weft does not have this command yet\n127\n");
        assertThat(ended.status()).isEqualTo(3);
    }

    @Test
    void withoutASandboxTheCommandsAreInPathOnly() throws Exception {
        Ended ended = weft("exec", "--path-only", "--", "bash", "-c", "type -p ip; exit 4");
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            assertThat(ended.out())
                    .isEqualTo("weft: --path-only is not for root: a script could change the host's network\n");
            assertThat(ended.status()).isEqualTo(125);
        } else {
            assertThat(ended.out()).matches("/.*/weft-[0-9]+/bin/ip\n");
            assertThat(ended.status()).isEqualTo(4);
        }
    }
}
