package dev.weft.net.engine;

import dev.weft.core.command.Command;
import dev.weft.core.graph.Idler;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.RealClock;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// A virtual network in real time: a thread for each worker, which polls while there is work and blocks when there is
/// none.
public final class Engine implements AutoCloseable {
    /// Polls without work before a worker blocks: spinning a little is cheaper than waking up.
    private static final int SPINS = 50;

    private final Assembly assembly;
    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock control = new ReentrantLock(true);
    private final List<CountDownLatch> borrowed = new ArrayList<>();
    private volatile boolean closing;

    /// @param idlers one for each worker that the engine is to have
    public Engine(Assembly.Options options, Idler... idlers) {
        assembly = new Assembly(options, new RealClock(), idlers);
        if (idlers.length > 1) {
            assembly.network().ownership(this::borrow);
        }
        for (Worker worker : assembly.workers()) {
            Thread thread = new Thread(() -> run(worker), "weft-worker-" + worker.id());
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    public Engine start() {
        threads.forEach(Thread::start);
        return this;
    }

    public Network network() {
        return assembly.network();
    }

    public Map<String, Command> commands() {
        return assembly.commands();
    }

    /// Runs `action` on the worker that owns the namespace, between polls and beside no other control action.
    public void control(NetNamespace namespace, Runnable action) {
        Worker worker = network().workerOf(namespace);
        worker.submit(() -> inControl(worker, namespace, action));
    }

    private void inControl(Worker worker, NetNamespace namespace, Runnable action) {
        if (network().workerOf(namespace) != worker || !control.tryLock()) {
            control(namespace, action); // the namespace has moved, or another worker is at it: again after this poll
            return;
        }
        try {
            action.run();
        } finally {
            borrowed.forEach(CountDownLatch::countDown);
            borrowed.clear();
            control.unlock();
        }
    }

    /// Lets another worker stand still between two polls until the present control action is over.
    private void borrow(int worker) {
        Worker other = assembly.workers().get(worker);
        if (threads.get(worker) == Thread.currentThread()
                || !threads.get(worker).isAlive()) {
            return;
        }
        CountDownLatch standing = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        borrowed.add(released);
        other.submit(() -> {
            standing.countDown();
            awaitQuietly(released);
        });
        awaitQuietly(standing);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Worker worker) {
        int quiet = 0;
        while (!closing) {
            if (worker.poll() > 0 || worker.hasPending()) {
                quiet = 0;
            } else if (++quiet < SPINS) {
                Thread.onSpinWait();
            } else {
                worker.idle();
                quiet = 0;
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        for (Worker worker : assembly.workers()) {
            worker.idler().wake();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
