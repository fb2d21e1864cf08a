package dev.weft.app;

import dev.weft.app.run.DownCommand;
import dev.weft.app.run.ExecCommand;
import dev.weft.app.run.InnerCommands;
import dev.weft.app.run.RunCommand;
import dev.weft.app.run.ShellCommand;
import dev.weft.app.run.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program `weft`: usage and version, and the doors to its sub-commands.
@Command(
        name = "weft",
        description = "A virtual network in one process.",
        version = "weft 0.1.0",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ExecCommand.class,
            ShellCommand.class,
            UpCommand.class,
            DownCommand.class,
            InnerCommands.Explain.class,
            InnerCommands.Show.class,
            InnerCommands.Trace.class,
            InnerCommands.Clear.class,
            InnerCommands.Save.class
        },
        footer = {"", "./weft test builds and runs every test, ./weft bench [NAME] measures."})
public final class Main implements Runnable {
    private Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    public static void main(String... args) {
        System.exit(new CommandLine(new Main()).setStopAtPositional(true).execute(args));
    }
}
