package dev.weft.net.namespace;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.graph.GraphPlan;
import dev.weft.core.graph.Worker;
import dev.weft.core.packet.FarEnds;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// All namespaces of one virtual network, their names, and the workers that own them.
///
/// A namespace lives as long as a name or a process holds it; when the last one lets go, its devices go too.
public final class Network {
    private static final NamespaceKey<Network> KEY = new NamespaceKey<>("network", ns -> {
        throw new IllegalStateException(ns + " belongs to no network");
    });

    /// Inode numbers of namespaces start here, as Linux's `nsfs` ones look.
    private static final long FIRST_ID = 4026531840L;

    private final GraphPlan plan;
    private final Worker[] workers;
    private final RandomGenerator random;
    private final Notifier notifier = new Notifier();
    private final Sysctls sysctls = new Sysctls();
    private final LinkedHashMap<String, NetNamespace> names = new LinkedHashMap<>();
    private final Map<NetNamespace, Integer> holders = new LinkedHashMap<>();
    private Ownership ownership = Ownership.SINGLE;
    private FarEnds farEnds = FarEnds.NONE;
    private long lastId = FIRST_ID;
    private @Nullable NetNamespace initial;

    public Network(GraphPlan plan, Worker[] workers, RandomGenerator random) {
        this.plan = plan;
        this.workers = workers.clone();
        this.random = random;
    }

    public static Network of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    public GraphPlan plan() {
        return plan;
    }

    public Clock clock() {
        return workers[0].clock();
    }

    public Notifier notifier() {
        return notifier;
    }

    public Sysctls sysctls() {
        return sysctls;
    }

    public RandomGenerator random() {
        return random;
    }

    public List<Worker> workers() {
        return List.of(workers);
    }

    /// The worker that owns a namespace: its graph, timers and pool are the ones to use for it.
    public Worker workerOf(NetNamespace namespace) {
        return workers[namespace.worker()];
    }

    /// Opens what is outside of the network, as far as it may be reached.
    public FarEnds farEnds() {
        return farEnds;
    }

    public void farEnds(FarEnds opener) {
        this.farEnds = opener;
    }

    public void ownership(Ownership how) {
        this.ownership = how;
    }

    /// Must be called by control code before it touches a namespace other than the one it runs in.
    public NetNamespace claim(NetNamespace namespace) {
        ownership.claim(namespace.worker());
        return namespace;
    }

    // ---- lives

    /// The namespace in which a script begins.
    public NetNamespace initial() {
        NetNamespace first = initial;
        if (first == null) {
            first = create();
            initial = first;
        }
        return first;
    }

    /// A new namespace that one holder holds: who made it. Namespaces are dealt out to the workers in turn.
    public NetNamespace create() {
        int worker = (int) ((lastId - FIRST_ID) % workers.length);
        NetNamespace namespace = new NetNamespace(lastId++, "", worker, random);
        namespace.put(KEY, this);
        holders.put(namespace, 1);
        claim(namespace);
        notifier.publish(new NamespaceEvent.Created(namespace));
        return namespace;
    }

    /// One more name or process holds the namespace.
    public void hold(NetNamespace namespace) {
        holders.merge(namespace, 1, Integer::sum);
    }

    /// A holder lets go; with the last one the namespace ends.
    public void release(NetNamespace namespace) {
        Integer left = holders.computeIfPresent(namespace, (n, count) -> count - 1);
        if (left != null && left == 0) {
            claim(namespace);
            namespace.markDead();
            notifier.publish(new NamespaceEvent.Dying(namespace));
            holders.remove(namespace);
        }
    }

    /// All that live, in the order in which they were made.
    public List<NetNamespace> namespaces() {
        return new ArrayList<>(holders.keySet());
    }

    // ---- names

    /// Gives a name; one namespace may have several.
    ///
    /// @throws KernelError EEXIST when the name is taken
    public void name(String name, NetNamespace namespace) {
        if (names.putIfAbsent(name, namespace) != null) {
            throw new KernelError(Errno.EEXIST);
        }
        if (names.get(namespace.name()) != namespace) {
            namespace.name(name);
        }
        hold(namespace);
        notifier.publish(new NamespaceEvent.Named(namespace, name, true));
    }

    /// Takes a name away, and with the last holder the namespace.
    ///
    /// @throws KernelError ENOENT when there is no such name
    public void unname(String name) {
        NetNamespace namespace = names.remove(name);
        if (namespace == null) {
            throw new KernelError(Errno.ENOENT);
        }
        String other = oldestNameOf(namespace);
        if (namespace.name().equals(name) && !other.isEmpty()) {
            namespace.name(other); // the last name stays, for what there is still to tell
        }
        notifier.publish(new NamespaceEvent.Named(namespace, name, false));
        release(namespace);
    }

    /// The namespace of that name, claimed for the caller; null when there is none.
    public @Nullable NetNamespace named(String name) {
        NetNamespace namespace = names.get(name);
        return namespace == null ? null : claim(namespace);
    }

    /// The names in the order in which they were given.
    public SequencedMap<String, NetNamespace> names() {
        return new LinkedHashMap<>(names);
    }

    /// The name that the namespace has had for longest; empty when it has none.
    public String oldestNameOf(NetNamespace namespace) {
        return nameIn(names, namespace);
    }

    /// The name that was given to the namespace last; empty when it has none.
    public String newestNameOf(NetNamespace namespace) {
        return nameIn(names.reversed(), namespace);
    }

    private static String nameIn(Map<String, NetNamespace> names, NetNamespace namespace) {
        for (Map.Entry<String, NetNamespace> entry : names.entrySet()) {
            if (entry.getValue() == namespace) {
                return entry.getKey();
            }
        }
        return "";
    }
}
