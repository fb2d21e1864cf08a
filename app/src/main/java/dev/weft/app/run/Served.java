package dev.weft.app.run;

import dev.weft.app.server.CommandServer;
import dev.weft.app.server.Conductor;
import dev.weft.app.server.Reactor;
import dev.weft.app.server.RealTime;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Engine;
import java.io.IOException;

/// A network that callers at a socket can reach, and the thread that lets them in.
final class Served implements AutoCloseable {
    private final UnixServer socket;
    private final Reactor reactor;
    private final Thread thread;

    private Served(UnixServer socket, Reactor reactor, Runnable serving) {
        this.socket = socket;
        this.reactor = reactor;
        this.thread = Thread.ofPlatform().daemon().name("weft-reactor").start(serving);
    }

    static Served inRealTime(Engine engine, UnixServer socket) throws IOException {
        return inRealTime(new RealTime(engine), socket);
    }

    static Served inRealTime(Conductor conductor, UnixServer socket) throws IOException {
        Reactor reactor = new Reactor();
        CommandServer server = new CommandServer(socket, conductor, reactor);
        return new Served(socket, reactor, () -> {
            while (!server.isClosed()) {
                reactor.serve(Long.MAX_VALUE);
            }
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
        reactor.wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reactor.close();
    }
}
