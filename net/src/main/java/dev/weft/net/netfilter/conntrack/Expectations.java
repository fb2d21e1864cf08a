package dev.weft.net.netfilter.conntrack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The connections that a namespace expects (kernel: nf_conntrack_expect.c).
public final class Expectations {
    private final Conntrack conntrack;
    private final List<Expectation> all = new ArrayList<>();
    private final CopyOnWriteArrayList<ConntrackEvent.ExpectationListener> listeners = new CopyOnWriteArrayList<>();

    Expectations(Conntrack conntrack) {
        this.conntrack = conntrack;
    }

    /// @param span jiffies for which it is expected
    /// @return false when there are too many
    public boolean add(Expectation expectation, int span) {
        dropExpired();
        all.removeIf(e -> e.addresses == expectation.addresses
                && e.key == expectation.key
                && e.masterHandle == expectation.masterHandle);
        if (all.size() >= conntrack.get(ConntrackSetting.EXPECT_MAX)) {
            return false;
        }
        expectation.deadline = conntrack.jiffies() + span;
        all.add(expectation);
        conntrack.count(Statistic.EXPECT_CREATE);
        tell(expectation, ConntrackEvent.NEW);
        return true;
    }

    /// Finds, and uses up, the expectation of a connection with that tuple.
    @Nullable
    Expectation take(long addresses, long key) {
        if (all.isEmpty()) {
            return null;
        }
        dropExpired();
        for (Iterator<Expectation> i = all.iterator(); i.hasNext(); ) {
            Expectation expectation = i.next();
            int master = conntrack.connections().slot(expectation.masterHandle);
            if (expectation.expects(addresses, key)
                    && master != 0
                    && conntrack.connections().has(master, ConnectionStatus.CONFIRMED)) {
                if (!expectation.permanent) {
                    i.remove();
                    conntrack.count(Statistic.EXPECT_DELETE);
                    tell(expectation, ConntrackEvent.DESTROY);
                }
                conntrack.count(Statistic.EXPECT_NEW);
                return expectation;
            }
        }
        return null;
    }

    /// Is something expected there already?
    public boolean isTaken(long addresses, long key) {
        dropExpired();
        return all.stream().anyMatch(e -> e.expects(addresses, key));
    }

    public List<Expectation> list() {
        conntrack.refreshTime();
        dropExpired();
        return List.copyOf(all);
    }

    public void clear() {
        all.clear();
    }

    void masterGone(int handle) {
        if (!all.isEmpty()) {
            all.removeIf(e -> e.masterHandle == handle);
        }
    }

    private void dropExpired() {
        all.removeIf(e -> e.deadline - conntrack.jiffies() <= 0);
    }

    public void listen(ConntrackEvent.ExpectationListener listener) {
        listeners.add(listener);
    }

    public void unlisten(ConntrackEvent.ExpectationListener listener) {
        listeners.remove(listener);
    }

    private void tell(Expectation expectation, int event) {
        for (ConntrackEvent.ExpectationListener listener : listeners) {
            listener.happened(expectation, event);
        }
    }
}
