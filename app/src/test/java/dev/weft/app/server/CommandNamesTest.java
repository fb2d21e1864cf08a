package dev.weft.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.net.lab.Lab;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CommandNamesTest {
    /// Weft's own words, which no script written for Linux uses.
    private static final Set<String> CONSOLE = Set.of("clear", "explain", "packet-generator", "save", "show", "trace");

    @Test
    void everyCommandOfLinuxThatTheNetworkHasStandsInPath() {
        Set<String> commands = new TreeSet<>(Lab.withSeed(1).commands().keySet());
        commands.removeAll(CONSOLE);
        assertThat(CommandNames.ALL)
                .containsAll(commands)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void consoleWordsDoNotCoverTheMachinesOwnCommands() {
        assertThat(CommandNames.IN_VIRTUAL_TIME)
                .doesNotContainAnyElementsOf(CONSOLE)
                .contains("sleep", "timeout", "date");
    }
}
