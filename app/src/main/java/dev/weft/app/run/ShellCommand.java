package dev.weft.app.run;

import dev.weft.app.shell.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `weft shell`: the console, on the network that is up or on one of its own. It runs in a sandbox like any script.
@Command(name = "shell", description = "A console with completion, help and history.", mixinStandardHelpOptions = true)
public final class ShellCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Console.class.getName());
        Optional<RuntimeDirectory> up = Up.ofThisUser().find();
        return up.isPresent() ? Run.on(up.get(), words) : new Run(options).run(words);
    }
}
