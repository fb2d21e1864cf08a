package dev.weft.app.run;

import dev.weft.app.server.CommandNames;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weft up [SCRIPT]`: a network that stays until `weft down`, for `weft exec` and `weft shell` from other terminals.
@Command(
        name = "up",
        description = "Keep a network up, which exec, shell, explain and show then reach.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(arity = "0..*", paramLabel = "SCRIPT", description = "Builds the network; with its own arguments.")
    private List<String> script = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Up up = Up.ofThisUser();
        if (up.find().isPresent()) {
            System.err.println("weft: a network is up already; weft down ends it");
            return 1;
        }
        try (RuntimeDirectory runtime = RuntimeDirectory.create();
                UnixServer socket = new UnixServer(runtime.socket());
                Engine engine = Attached.engine(options.seed());
                Served served = Served.inRealTime(engine.start(), socket)) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread cleaner = new Thread(() -> endQuietly(up, runtime, ended));
            Runtime.getRuntime().addShutdownHook(cleaner);
            int status = script.isEmpty() ? 0 : build(runtime);
            if (status == 0) {
                up.announce(runtime);
                System.err.println("weft: the network is up; weft exec, weft shell, weft down");
                ended.await();
            }
            return status;
        }
    }

    private int build(RuntimeDirectory runtime) throws IOException {
        List<String> words = new ArrayList<>(List.of("bash"));
        words.addAll(script);
        return Launcher.await(Launcher.start(new Launcher(runtime, CommandNames.ALL).sandboxed(words)));
    }

    private static void endQuietly(Up up, RuntimeDirectory runtime, CountDownLatch ended) {
        try {
            up.withdraw();
            runtime.close();
        } catch (IOException e) {
            System.err.println("weft: " + e.getMessage());
        }
        ended.countDown();
    }
}
