package dev.weft.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a user starts it, in a process of its own.
class ProgramTest {
    @TempDir
    Path directory;

    private Program.Ended weft(String... arguments) throws IOException, InterruptedException {
        return Program.at(directory).run(arguments);
    }

    @Test
    void runsAScriptWithItsArgumentsAndEndsAsItDoes() throws Exception {
        Path script = Files.writeString(directory.resolve("lab.sh"), """
            #!/bin/bash -u
            echo "$0 $# $2"; nft -L 2>&1; echo $?
            exit 3
            """);
        Program.Ended ended = weft("run", "--virtual-time", script.toString(), "--seed", "two words");
        assumeTrue(ended.status() != 125, "needs user namespaces");
        assertThat(ended.out()).isEqualTo(script + " 2 two words\nnft: Weft does not have this command yet\n127\n");
        assertThat(ended.status()).isEqualTo(3);
    }

    @Test
    void withoutASandboxTheCommandsAreInPathOnly() throws Exception {
        Program.Ended ended = weft("exec", "--path-only", "--", "bash", "-c", "type -p ip; exit 4");
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
