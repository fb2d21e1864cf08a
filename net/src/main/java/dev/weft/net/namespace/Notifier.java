package dev.weft.net.namespace;

import java.util.concurrent.CopyOnWriteArrayList;

/// Tells listeners what has changed, at once and in the order in which they came.
public final class Notifier {
    /// Hears of changes, on the worker on which they happen.
    public interface Listener {
        void happened(NetEvent event);
    }

    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

    public void add(Listener listener) {
        listeners.add(listener);
    }

    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    public void publish(NetEvent event) {
        for (Listener listener : listeners) {
            listener.happened(event);
        }
    }
}
