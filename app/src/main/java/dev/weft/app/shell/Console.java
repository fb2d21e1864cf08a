package dev.weft.app.shell;

import dev.weft.core.graph.ParkingIdler;
import dev.weft.core.time.VirtualClock;
import dev.weft.net.engine.Assembly;
import dev.weft.net.observe.WeftCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.AggregateCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Reads lines and runs them: Weft's commands by their names, `show`, `trace`, `explain` and their like without `weft`
/// in front, and
/// whatever else bash can run. Each line is a process of its own in the sandbox, so Ctrl-C ends it and not the console.
public final class Console {
    private static final String WELCOME = """
        Weft. ip, bridge, ping, tcpdump … as on Linux; show, trace, explain look inside; help lists all; exit leaves.
        """;

    private final Map<String, String> summaries = new TreeMap<>();
    private String namespace = "";

    private Console() {
        Assembly assembly = new Assembly(Assembly.Options.withSeed(1), new VirtualClock(), new ParkingIdler());
        assembly.commands().forEach((name, command) -> summaries.put(name, command.summary()));
        summaries.remove("weft");
    }

    public static void main(String... args) throws IOException, InterruptedException {
        System.exit(new Console().run());
    }

    private int run() throws IOException, InterruptedException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("weft")
                    .completer(new AggregateCompleter(new WordCompleter(summaries.keySet())))
                    .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".weft_history"))
                    .build();
            terminal.writer().print(WELCOME);
            terminal.flush();
            int status = 0;
            while (true) {
                String line;
                try {
                    line = reader.readLine(namespace.isEmpty() ? "weft> " : "weft:" + namespace + "> ")
                            .strip();
                } catch (UserInterruptException e) {
                    continue;
                } catch (EndOfFileException e) {
                    return status;
                }
                if (line.equals("exit") || line.equals("quit")) {
                    return status;
                }
                status = line.isEmpty() ? status : execute(line, terminal);
            }
        }
    }

    private int execute(String line, Terminal terminal) throws IOException, InterruptedException {
        List<String> words = List.of(line.split("\\s+"));
        switch (words.getFirst()) {
            case "help", "?" -> {
                help(terminal, words);
                return 0;
            }
            case "netns" -> {
                namespace = words.size() > 1 ? words.get(1) : "";
                return 0;
            }
            default -> {
                return shell(WeftCommand.OWN.contains(words.getFirst()) ? "weft " + line : line);
            }
        }
    }

    /// Real bash runs the line, so that pipes, quotes and variables mean what they always do.
    private int shell(String line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (!namespace.isEmpty()) {
            command.addAll(List.of("ip", "netns", "exec", namespace));
        }
        command.addAll(List.of("bash", "-c", line));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private void help(Terminal terminal, List<String> words) {
        summaries.forEach((name, summary) -> {
            if (words.size() == 1 || name.equals(words.get(1))) {
                terminal.writer().printf("%-18s %s%n", name, summary);
            }
        });
        if (words.size() == 1) {
            terminal.writer()
                    .printf("%-18s %s%n", "netns [NAME]", "go on in the namespace of that name, or in the first");
            terminal.writer().printf("%-18s %s%n", "exit", "leave");
        }
        terminal.flush();
    }
}
