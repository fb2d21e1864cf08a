package dev.weft.net.namespace;

import java.util.concurrent.CopyOnWriteArrayList;

/// Tells listeners what has changed, at once and in the order in which they came.
public final class Notifier {
    /// Hears of changes, on the worker on which they happen.
    public interface Listener {
        void happened(NetEvent event);
    }

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    private final CopyOnWriteArrayList<Listener> monitors = new CopyOnWriteArrayList<>();

    public void add(Listener listener) {
        listeners.add(listener);
    }

    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    /// Adds one that only reports, as `ip monitor`: it hears of everything after all others.
    public void addMonitor(Listener listener) {
        monitors.add(listener);
    }

    public void removeMonitor(Listener listener) {
        monitors.remove(listener);
    }

    /// Is anybody there for whom events that are frequent and change nothing are worth publishing?
    public boolean hasMonitors() {
        return !monitors.isEmpty();
    }

    public void publish(NetEvent event) {
        for (Listener listener : listeners) {
            listener.happened(event);
        }
        for (Listener monitor : monitors) {
            monitor.happened(event);
        }
    }
}
