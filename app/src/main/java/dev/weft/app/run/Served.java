package dev.weft.app.run;

import dev.weft.app.server.CommandServer;
import dev.weft.app.server.Conductor;
import dev.weft.app.server.Reactor;
import dev.weft.app.server.RealTime;
import dev.weft.app.server.VirtualTime;
import dev.weft.host.unix.UnixServer;
import dev.weft.net.engine.Engine;
import dev.weft.net.lab.Lab;
import java.io.IOException;

/// A network that callers at a socket can reach, and the thread that lets them in.
final class Served implements AutoCloseable {
    private final UnixServer socket;
    private final Reactor reactor;
    private final Thread thread;
    private final Runnable end;

    private Served(UnixServer socket, Reactor reactor, Runnable serving, Runnable end) {
        this.socket = socket;
        this.reactor = reactor;
        this.end = end;
        this.thread = Thread.ofPlatform().daemon().name("weft-reactor").start(serving);
    }

    static Served inRealTime(Engine engine, UnixServer socket) throws IOException {
        return inRealTime(new RealTime(engine), socket, engine::close);
    }

    /// @param end what is to be done when nobody is served any more
    static Served inRealTime(Conductor conductor, UnixServer socket, Runnable end) throws IOException {
        Reactor reactor = new Reactor();
        CommandServer server = new CommandServer(socket, conductor, reactor);
        Runnable serving = () -> {
            while (!server.isClosed()) {
                reactor.serve(Long.MAX_VALUE);
            }
        };
        return new Served(socket, reactor, serving, end);
    }

    static Served inVirtualTime(Lab lab, UnixServer socket) throws IOException {
        Reactor reactor = new Reactor();
        VirtualTime time = new VirtualTime(lab, reactor);
        CommandServer server = new CommandServer(socket, time, reactor);
        return new Served(socket, reactor, () -> time.drive(server::runs, server::isClosed), () -> {});
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
        end.run();
        reactor.close();
    }
}
