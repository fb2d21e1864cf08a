package dev.weft.app.run;

import dev.weft.app.server.CommandNames;
import dev.weft.core.graph.ParkingIdler;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Assembly;
import dev.weft.net.engine.Engine;
import java.io.IOException;
import java.util.List;

/// One command's life with a network of its own, which begins and ends with it.
final class Run {
    private static final int REFUSED = 125;

    private final RunOptions options;

    Run(RunOptions options) {
        this.options = options;
    }

    /// Runs the words on the network of an engine that is up, in a sandbox of their own.
    static int on(RuntimeDirectory up, List<String> words) throws IOException {
        return Launcher.await(Launcher.start(new Launcher(up, CommandNames.ALL).sandboxed(words)));
    }

    /// @return the command's exit status
    int run(List<String> words) throws IOException {
        try (RuntimeDirectory runtime = RuntimeDirectory.create();
                UnixServer socket = new UnixServer(runtime.socket())) {
            if (options.pathOnly() && runtime.isRoots()) {
                System.err.println("weft: --path-only is not for root: a script could change the host's network");
                return REFUSED;
            }
            Launcher launcher = new Launcher(runtime, CommandNames.ALL);
            Process process =
                    Launcher.start(options.pathOnly() ? launcher.unprotected(words) : launcher.sandboxed(words));
            // which has its own work to do while the engine comes to life
            try (Engine engine = new Engine(Assembly.Options.withSeed(options.seed()), new ParkingIdler());
                    Served served = Served.inRealTime(engine.start(), socket)) {
                return Launcher.await(process);
            }
        }
    }
}
