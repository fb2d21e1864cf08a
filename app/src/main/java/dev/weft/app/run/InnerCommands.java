package dev.weft.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `weft explain …`, `weft show …` and their like from outside of a script: asked of the network that is up.
public abstract class InnerCommands implements Callable<Integer> {
    private final String word;

    @Parameters(arity = "0..*", paramLabel = "WORDS")
    private List<String> words = List.of();

    InnerCommands(String word) {
        this.word = word;
    }

    @Override
    public Integer call() throws IOException {
        Optional<RuntimeDirectory> up = Up.ofThisUser().find();
        if (up.isEmpty()) {
            System.err.println("weft: no network is up: begin with weft up, or write weft " + word + " in a script");
            return 1;
        }
        List<String> line = new ArrayList<>(List.of("weft", word));
        line.addAll(words);
        return Run.on(up.get(), line);
    }

    /// `weft explain COMMAND…`
    @Command(name = "explain", description = "Run a command and tell the way of every packet that it caused.")
    public static final class Explain extends InnerCommands {
        public Explain() {
            super("explain");
        }
    }

    /// `weft show …`
    @Command(name = "show", description = "Look inside: interface, runtime, errors, graph, node NAME, trace.")
    public static final class Show extends InnerCommands {
        public Show() {
            super("show");
        }
    }

    /// `weft trace add NODE N`
    @Command(name = "trace", description = "Trace the next packets that come to a node.")
    public static final class Trace extends InnerCommands {
        public Trace() {
            super("trace");
        }
    }

    /// `weft clear …`
    @Command(name = "clear", description = "Set runtime counts, drop counts or traces back to nothing.")
    public static final class Clear extends InnerCommands {
        public Clear() {
            super("clear");
        }
    }

    /// `weft save`
    @Command(name = "save", description = "Print the whole network as a script that rebuilds it.")
    public static final class Save extends InnerCommands {
        public Save() {
            super("save");
        }
    }
}
