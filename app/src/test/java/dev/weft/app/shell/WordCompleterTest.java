package dev.weft.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Tab offers comes from the commands' own usages.
class WordCompleterTest {
    private static final Usages USAGES = new Usages();
    private static final WordCompleter COMPLETER = new WordCompleter(USAGES, List.of());

    private static List<String> behind(String line) {
        return COMPLETER.words(line.isBlank() ? List.of() : List.of(line.strip().split(" +")));
    }

    @ParameterizedTest(name = "{0} …")
    @CsvSource(delimiter = '|', textBlock = """
        ''                      | ip bridge ping show explain packet-generator netns help exit
        ip                      | link address route rule neighbour netns monitor -json -batch
        ip link                 | add delete set show property
        ip link set dev v0      | up down master mtu netns promisc
        ip link add v0 type     | veth bridge dummy
        ip link add b type bridge | stp_state ageing_time forward_delay
        ip address              | add del show flush
        ip route                | add del get list
        ip route add            | via dev metric nexthop
        ip netns                | add exec identify list
        bridge fdb              | add show
        brctl                   | addbr addif showmacs
        ping                    | -c -i -s -W
        tcpdump                 | -i -n
        sysctl                  | -w -p
        ifconfig                | -a up mtu
        show                    | interface runtime errors graph node trace
        clear                   | runtime errors trace
        trace                   | add
        packet-generator        | new enable-stream disable-stream delete show
        explain                 | ping ip
        explain ping            | -c
        help                    | ip show
        """)
    void offersWhatTheUsageHas(String line, String words) {
        assertThat(behind(line)).contains(words.split(" "));
    }

    @Test
    void offersNoMoreThanMayFollow() {
        assertThat(behind("show"))
                .containsExactlyInAnyOrder("interface", "runtime", "errors", "graph", "node", "trace");
        assertThat(behind("trace")).containsExactly("add");
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(USAGES.summaries()).isNotEmpty().allSatisfy((name, summary) -> {
            assertThat(summary).as(name).isNotBlank();
            assertThat(USAGES.usage(List.of(name)))
                    .as(name)
                    .containsPattern("(?i)usage|subcommands|" + Pattern.quote(name));
        });
    }

    @Test
    void offersNamesOfNamespacesAndDevices(@TempDir Path names) throws IOException {
        Files.createFile(names.resolve("red"));
        WordCompleter completer = new WordCompleter(USAGES, List.of(names, names.resolve("none")));
        assertThat(completer.words(List.of("netns"))).containsExactly("red");
        assertThat(completer.words(List.of("ip", "netns", "exec"))).contains("red");
    }
}
