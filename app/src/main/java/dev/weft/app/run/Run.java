package dev.weft.app.run;

import dev.weft.app.server.CommandNames;
import dev.weft.core.graph.ParkingIdler;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Assembly;
import dev.weft.net.engine.Engine;
import dev.weft.net.lab.Lab;
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
            if (options.virtualTime() && options.pathOnly()) {
                System.err.println("weft: --virtual-time needs the sandbox, to see when all its processes wait");
                return REFUSED;
            }
            List<String> names = options.virtualTime() ? CommandNames.IN_VIRTUAL_TIME : CommandNames.ALL;
            Launcher launcher = new Launcher(runtime, names);
            Process process =
                    Launcher.start(options.pathOnly() ? launcher.unprotected(words) : launcher.sandboxed(words));
            return serve(process, socket);
        }
    }

    /// The process has its own work to do while the engine comes to life.
    private int serve(Process process, UnixServer socket) throws IOException {
        try (Served served = options.virtualTime()
                ? Served.inVirtualTime(Lab.withSeed(options.seed()), socket)
                : Served.inRealTime(engine().start(), socket)) {
            return Launcher.await(process);
        }
    }

    private Engine engine() throws IOException {
        return options.attach()
                ? Attached.engine(options.seed())
                : new Engine(Assembly.Options.withSeed(options.seed()), new ParkingIdler());
    }
}
