package dev.weft.app.run;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/// `weft down`: ends what `weft up` began.
@Command(name = "down", description = "End the network that is up.", mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    private static final long PATIENCE_SECONDS = 10;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Optional<ProcessHandle> engine = Up.ofThisUser().engine();
        if (engine.isEmpty()) {
            System.err.println("weft: no network is up");
            return 1;
        }
        engine.get().destroy();
        try {
            engine.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            engine.get().destroyForcibly();
        }
        return 0;
    }
}
