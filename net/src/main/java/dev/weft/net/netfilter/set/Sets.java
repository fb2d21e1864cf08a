package dev.weft.net.netfilter.set;

import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.Clock;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sets of a namespace, each with an index by which rules and lists know it (kernel: `struct ip_set_net`).
public final class Sets {
    private static final NamespaceKey<Sets> KEY = new NamespaceKey<>("sets", Sets::new);

    private final NetNamespace namespace;
    private final Clock clock;
    private final List<@Nullable IpSet> sets = new ArrayList<>();

    private Sets(NetNamespace namespace) {
        this.namespace = namespace;
        this.clock = Network.of(namespace).clock();
    }

    public static Sets of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The index of the set of that name, -1 when there is none.
    public int index(String name) {
        for (int i = 0; i < sets.size(); i++) {
            IpSet set = sets.get(i);
            if (set != null && set.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public @Nullable IpSet find(String name) {
        int index = index(name);
        return index < 0 ? null : sets.get(index);
    }

    /// The set that a rule or list refers to, and so is there.
    public IpSet at(int index) {
        IpSet set = sets.get(index);
        if (set == null) {
            throw new IllegalStateException("no set has the index " + index);
        }
        return set;
    }

    /// Every set, lists of sets last: so a saved script makes their members first.
    public List<IpSet> all() {
        List<IpSet> all = new ArrayList<>();
        for (IpSet set : sets) {
            if (set != null && set.type() != SetType.LIST_SET) {
                all.add(set);
            }
        }
        for (IpSet set : sets) {
            if (set != null && set.type() == SetType.LIST_SET) {
                all.add(set);
            }
        }
        return all;
    }

    /// Lets a rule keep the set of that name from being destroyed.
    ///
    /// @return its index, -1 when there is none
    public int hold(String name) {
        int index = index(name);
        if (index >= 0) {
            at(index).references(at(index).references() + 1);
        }
        return index;
    }

    /// Takes back what [#hold] did.
    public void release(int index) {
        at(index).references(at(index).references() - 1);
    }

    private IpSet known(String name) {
        IpSet set = find(name);
        if (set == null) {
            throw new SetRefusal(SetRefusal.NO_SET);
        }
        return set;
    }

    // ---- the requests of the command

    /// @param exists one that was created alike is no error
    void create(String name, SetType type, SetOptions options, boolean exists) {
        IpSet there = find(name);
        if (there != null) {
            if (exists && there.type() == type && isAlike(there.options, options)) {
                return;
            }
            throw new SetRefusal(SetRefusal.CREATED);
        }
        if (!type.isSupported()) {
            throw new SetRefusal(SetRefusal.UNSUPPORTED);
        }
        if (!options.hasSeed) {
            options.seed = namespace.random().nextInt();
        }
        IpSet set = type.isHash()
                ? new HashSet(name, type, options, clock)
                : type.isBitmap()
                        ? new BitmapSet(name, type, options, clock)
                        : new ListSet(name, type, options, this, clock);
        int free = sets.indexOf(null);
        if (free < 0) {
            sets.add(set);
        } else {
            sets.set(free, set);
        }
    }

    /// Does a set that is there fulfil what is asked for (kernel: `same_set`)?
    private static boolean isAlike(SetOptions there, SetOptions wanted) {
        return there.ip6 == wanted.ip6
                && there.maxElements == wanted.maxElements
                && there.timeout == wanted.timeout
                && there.netmask == wanted.netmask
                && there.counters == wanted.counters
                && there.from == wanted.from
                && there.to == wanted.to;
    }

    void destroy(String name) {
        IpSet set = known(name);
        if (set.references() > 0) {
            throw new SetRefusal(SetRefusal.DESTROY_BUSY);
        }
        set.destroy();
        sets.set(sets.indexOf(set), null);
    }

    void destroyAll() {
        for (IpSet set : all()) {
            if (set.references() > 0) {
                throw new SetRefusal(SetRefusal.DESTROY_BUSY);
            }
        }
        all().forEach(IpSet::destroy);
        sets.clear();
    }

    void flush(String name) {
        known(name).flush();
    }

    void flushAll() {
        all().forEach(IpSet::flush);
    }

    void rename(String from, String to) {
        IpSet set = known(from);
        if (set.references() > 0) {
            throw new SetRefusal(SetRefusal.RENAME_BUSY);
        }
        if (find(to) != null) {
            throw new SetRefusal(SetRefusal.RENAME_TAKEN);
        }
        set.name(to);
    }

    /// Exchanges what two sets hold: who refers to one of them finds the other's content under the name he knows.
    void swap(String from, String to) {
        IpSet first = known(from);
        IpSet second = find(to);
        if (second == null) {
            throw new SetRefusal(SetRefusal.SWAP_NO_SECOND);
        }
        if (first.type() != second.type() || first.options.ip6 != second.options.ip6) {
            throw new SetRefusal(SetRefusal.SWAP_TYPES);
        }
        int firstIndex = sets.indexOf(first);
        int secondIndex = sets.indexOf(second);
        int references = first.references();
        first.references(second.references());
        second.references(references);
        first.name(to);
        second.name(from);
        sets.set(firstIndex, second);
        sets.set(secondIndex, first);
    }

    IpSet require(String name) {
        return known(name);
    }
}
