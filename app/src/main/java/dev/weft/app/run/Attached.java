package dev.weft.app.run;

import dev.weft.app.attach.HostAttachments;
import dev.weft.net.engine.Assembly;
import dev.weft.net.engine.Engine;
import java.io.IOException;

/// Engines that may be joined to the host.
final class Attached {
    private Attached() {}

    static Engine engine(long seed) throws IOException {
        HostAttachments host = new HostAttachments();
        Engine engine = new Engine(Assembly.Options.withSeed(seed), host);
        engine.network().farEnds(host);
        return engine;
    }
}
