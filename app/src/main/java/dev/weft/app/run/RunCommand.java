package dev.weft.app.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft run SCRIPT`: a shell script written for Linux, on a network of its own.
@Command(
        name = "run",
        description = "Run a shell script, unchanged, on a virtual network of its own.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(index = "0", paramLabel = "SCRIPT")
    private String script = "";

    @Parameters(index = "1..*", paramLabel = "ARGS", description = "The script's own.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException {
        List<String> words = new ArrayList<>(interpreter());
        words.add(script);
        words.addAll(arguments);
        return new Run(options).run(words);
    }

    /// What the script's first line names; bash without one.
    private List<String> interpreter() throws IOException {
        Path file = Path.of(script);
        if (!Files.isReadable(file)) {
            return List.of("bash"); // which says what is wrong with it
        }
        String first = firstLine(file);
        return first.startsWith("#!") ? List.of(first.substring(2).strip().split("[ \t]+", 2)) : List.of("bash");
    }

    private static String firstLine(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().orElse("");
        }
    }
}
