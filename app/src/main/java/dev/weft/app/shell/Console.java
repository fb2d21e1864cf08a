package dev.weft.app.shell;

import dev.weft.net.observe.WeftCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Reads lines and runs them: Weft's commands by their names, `show`, `trace`, `explain` and their like without `weft`
/// in front, and
/// whatever else bash can run. Each line is a process of its own in the sandbox, so Ctrl-C ends it and not the console.
public final class Console {
    private static final String GENERATOR = "packet-generator";

    private static final String WELCOME = """
        Weft. ip, bridge, ping, tcpdump … as on Linux; show, trace, explain look inside; help lists all; exit leaves.
        """;

    /// The console's own words.
    static final List<String> OWN = List.of("help", "netns", "exit");

    private final Usages usages = new Usages();
    private String namespace = "";

    private Console() {}

    public static void main(String... args) throws IOException, InterruptedException {
        System.exit(new Console().run());
    }

    private int run() throws IOException, InterruptedException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("weft")
                    .completer(WordCompleter.ofThisMachine(usages))
                    .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".weft_history"))
                    .build();
            terminal.writer().print(WELCOME);
            terminal.flush();
            int status = 0;
            while (true) {
                String line;
                try {
                    line = read(reader);
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

    /// A line; a stream of packets may go over several, until its braces are closed.
    private String read(LineReader reader) {
        StringBuilder line =
                new StringBuilder(reader.readLine(namespace.isEmpty() ? "weft> " : "weft:" + namespace + "> "));
        while (line.indexOf(GENERATOR) == 0 && count(line, '{') > count(line, '}')) {
            line.append(' ').append(reader.readLine("> "));
        }
        return line.toString().strip();
    }

    private static long count(CharSequence text, char brace) {
        return text.chars().filter(c -> c == brace).count();
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
            case GENERATOR -> {
                List<String> command = new ArrayList<>(List.of("weft"));
                command.addAll(words);
                return run(command); // its arrows and braces mean nothing to a shell
            }
            default -> {
                return shell(WeftCommand.OWN.contains(words.getFirst()) ? "weft " + line : line);
            }
        }
    }

    /// Real bash runs the line, so that pipes, quotes and variables mean what they always do.
    private int shell(String line) throws IOException, InterruptedException {
        return run(List.of("bash", "-c", line));
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (!namespace.isEmpty()) {
            command.addAll(List.of("ip", "netns", "exec", namespace));
        }
        command.addAll(words);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /// All commands, a line each, or one with its usage.
    private void help(Terminal terminal, List<String> words) {
        PrintWriter out = terminal.writer();
        if (words.size() == 1) {
            usages.summaries().forEach((name, summary) -> out.printf("%-18s %s%n", name, summary));
            out.printf("%-18s %s%n", "netns [NAME]", "go on in the namespace of that name, or in the first");
            out.printf("%-18s %s%n", "help COMMAND …", "tell a command's usage");
            out.printf("%-18s %s%n", "exit", "leave");
        } else {
            List<String> line = words.subList(1, words.size());
            String summary = usages.summaries().get(line.getFirst());
            out.println(summary == null ? "no command " + line.getFirst() : line.getFirst() + ": " + summary);
            out.print(usages.usage(line));
        }
        terminal.flush();
    }
}
