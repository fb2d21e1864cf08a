package dev.weft.app.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft exec -- COMMAND`: one command, which may be a shell, on the network that is up, or on one of its own.
@Command(
        name = "exec",
        description = "Run a command on the network that is up, or on one of its own.",
        mixinStandardHelpOptions = true)
public final class ExecCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(arity = "1..*", paramLabel = "COMMAND")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        Optional<RuntimeDirectory> up = Up.ofThisUser().find();
        return up.isPresent() ? Run.on(up.get(), words) : new Run(options).run(words);
    }
}
