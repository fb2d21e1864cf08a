package dev.weft.app.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft exec -- COMMAND`: one command, which may be a shell, on a network of its own.
@Command(name = "exec", description = "Run a command on a virtual network of its own.", mixinStandardHelpOptions = true)
public final class ExecCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(arity = "1..*", paramLabel = "COMMAND")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        return new Run(options).run(words);
    }
}
