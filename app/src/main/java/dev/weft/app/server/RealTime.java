package dev.weft.app.server;

import dev.weft.core.command.Command;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.engine.Engine;
import dev.weft.net.namespace.Network;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Everything happens as soon as it is asked for.
public final class RealTime implements Conductor {
    private final Engine engine;
    private final ExecutorService writers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("weft-writer-", 0).factory());

    public RealTime(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Network network() {
        return engine.network();
    }

    @Override
    public Map<String, Command> commands() {
        return engine.commands();
    }

    @Override
    public void act(NetNamespace namespace, Runnable action) {
        engine.control(namespace, action);
    }

    @Override
    public void begin(Order order, NetNamespace namespace, Runnable command) {
        engine.control(namespace, command);
    }

    @Override
    public void end(Order order, Runnable leave) {
        leave.run();
    }

    @Override
    public Outbox outbox(MessageChannel channel) {
        return new Outbox(channel, writers, false);
    }
}
