package dev.weft.net.netfilter.conntrack;

import dev.weft.core.graph.Worker;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.Packet;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.hook.Hooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/// Connection tracking in a namespace (kernel: `struct netns_ct`): its connections, its settings, and who
/// listens.
///
/// It is switched on by who needs it: [#use] and [#leave]. Only the worker that owns the namespace calls it.
public final class Conntrack {
    private static final NamespaceKey<Conntrack> KEY = new NamespaceKey<>("conntrack", Conntrack::new);
    private static final int[] INITIAL =
            ConntrackSetting.ALL.stream().mapToInt(ConntrackSetting::initial).toArray();

    private final NetNamespace namespace;
    private final Connections connections;
    private final Reaper reaper = new Reaper(this);
    private final Expectations expectations = new Expectations(this);
    private final Extensions extensions = new Extensions();
    private final long[] statistics = new long[Statistic.values().length];
    private final CopyOnWriteArrayList<ConntrackEvent.Listener> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<IntConsumer> removalListeners = new CopyOnWriteArrayList<>();
    private final List<Template> templates = new ArrayList<>();
    private int[] values = INITIAL;
    private int users;
    private int orderSensitive;
    private int natUsers;

    // As of the frame at work.
    private int jiffies;
    private int pass;
    private int holdingSince;

    private Conntrack(NetNamespace namespace) {
        this.namespace = namespace;
        this.connections = new Connections(namespace.random().nextLong());
    }

    public static Conntrack of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    public NetNamespace namespace() {
        return namespace;
    }

    public Connections connections() {
        return connections;
    }

    public Expectations expectations() {
        return expectations;
    }

    Extensions extensions() {
        return extensions;
    }

    Worker worker() {
        return Network.of(namespace).workerOf(namespace);
    }

    // ---- who needs it

    /// Tracks what passes from here on, for one more user.
    public void use() {
        if (users++ == 0) {
            switchNodes(true);
        }
    }

    public void leave() {
        if (--users == 0) {
            switchNodes(false);
        }
    }

    public boolean isUsed() {
        return users > 0;
    }

    private void switchNodes(boolean on) {
        Hooks hooks = Hooks.of(namespace);
        for (Place place : Place.ALL) {
            if (on) {
                hooks.enable(HookFamily.IPV4, place.hook, place.node, place.priority);
            } else {
                hooks.disable(HookFamily.IPV4, place.hook, place.node, place.priority);
            }
        }
    }

    private record Place(Hook hook, String node, int priority) {
        static final List<Place> ALL = List.of(
                new Place(Hook.PRE_ROUTING, ConntrackDefrag.IN, -400),
                new Place(Hook.LOCAL_OUT, ConntrackDefrag.OUT, -400),
                new Place(Hook.PRE_ROUTING, ConntrackIn.PRE_ROUTING, -200),
                new Place(Hook.LOCAL_OUT, ConntrackIn.LOCAL_OUT, -200),
                new Place(Hook.POST_ROUTING, ConntrackConfirm.POST_ROUTING, Integer.MAX_VALUE),
                new Place(Hook.LOCAL_IN, ConntrackConfirm.LOCAL_IN, Integer.MAX_VALUE));
    }

    /// One more rule remembers in connections what packets of them see at another hook (CONNMARK, connbytes,
    /// recent): from here on no packet of a connection overtakes the consequences of the one before.
    public void beOrderSensitive(boolean on) {
        orderSensitive += on ? 1 : -1;
    }

    boolean isOrderSensitive() {
        return orderSensitive > 0;
    }

    /// Addresses are translated here, so that tuples may collide.
    public void useNat(boolean on) {
        natUsers += on ? 1 : -1;
    }

    boolean hasNat() {
        return natUsers > 0;
    }

    // ---- settings and statistics

    public int get(ConntrackSetting setting) {
        return values[setting.ordinal()];
    }

    public void set(ConntrackSetting setting, int value) {
        values = values.clone();
        values[setting.ordinal()] = value;
    }

    void count(Statistic statistic) {
        statistics[statistic.ordinal()]++;
    }

    public long statistic(Statistic statistic) {
        return statistics[statistic.ordinal()];
    }

    // ---- time

    /// A node begins with a frame.
    void begin(long nanos, int itsPass) {
        jiffies = (int) Jiffies.fromNanos(nanos);
        if (pass != itsPass) {
            pass = itsPass;
            reaper.releaseRetired();
        }
    }

    int pass() {
        return pass;
    }

    public int jiffies() {
        return jiffies;
    }

    /// The present moment for who is no node.
    public void refreshTime() {
        jiffies = (int) Jiffies.fromNanos(worker().now());
    }

    /// Does a packet of this namespace wait for others before it? Then all that come later do too.
    boolean isHolding() {
        return holdingSince == pass;
    }

    void hold() {
        holdingSince = pass;
    }

    /// Jiffies until it is forgotten.
    public int expires(int slot) {
        int left = connections.timeout(slot) - jiffies;
        return connections.has(slot, ConnectionStatus.CONFIRMED) ? Math.max(0, left) : connections.timeout(slot);
    }

    boolean isExpired(int slot) {
        return connections.timeout(slot) - jiffies <= 0;
    }

    /// Lets it live so many jiffies from now on (kernel: `nf_ct_refresh`).
    void refresh(int slot, int span) {
        int status = connections.status(slot);
        if ((status & ConnectionStatus.FIXED_TIMEOUT) == 0) {
            connections.timeout(slot, (status & ConnectionStatus.CONFIRMED) == 0 ? span : jiffies + span);
        }
    }

    /// Sets the time it has left by command.
    public void timeoutInSeconds(int slot, int seconds) {
        refresh(slot, Jiffies.ofSeconds(seconds));
        reaper.expect(Jiffies.ofSeconds(seconds));
    }

    // ---- packets

    /// The slot of the packet's connection, or 0 when it has none.
    public int connection(Packet packet) {
        return connections.slot(packet.connection());
    }

    void account(int slot, int direction, Packet packet) {
        if (values[ConntrackSetting.ACCT.ordinal()] != 0) {
            long[] r = connections.page(slot);
            int o = Connections.base(slot) + Connections.COUNTERS + 2 * direction;
            r[o]++;
            r[o + 1] += packet.length();
        }
    }

    void assure(int slot) {
        connections.set(slot, ConnectionStatus.ASSURED);
        note(slot, ConntrackEvent.ASSURED);
    }

    /// What was added to the sequence numbers of that direction (kernel: `nf_ct_seq_offset`).
    int sequenceOffset(int slot, int direction, int sequence) {
        return connections.has(slot, ConnectionStatus.SEQ_ADJUST)
                ? extensions.of(slot).offset(direction, sequence)
                : 0;
    }

    // ---- templates of the CT target

    /// Registers what a rule asks for.
    ///
    /// @return the handle that its packets are to carry, with `NEW`
    public int add(Template template) {
        int at = templates.indexOf(Template.NONE);
        if (at < 0) {
            at = templates.size();
            templates.add(template);
        } else {
            templates.set(at, template);
        }
        return -1 - at;
    }

    public void removeTemplate(int handle) {
        templates.set(-1 - handle, Template.NONE);
    }

    Template template(int handle) {
        int at = -1 - handle;
        return at >= 0 && at < templates.size() ? templates.get(at) : Template.NONE;
    }

    // ---- beginnings and ends

    /// Makes a connection; the caller has looked whether one is there.
    ///
    /// @return its slot, or 0 when there is no room
    int create(long addresses, long key, long replyAddresses, long replyKey) {
        int most = get(ConntrackSetting.MAX);
        if (most > 0 && connections.size() >= most && !reaper.earlyDrop(connections.hash(addresses, key))) {
            return 0;
        }
        int slot = connections.add(addresses, key, replyAddresses, replyKey);
        if (slot != 0) {
            connections.stamp(slot, pass);
            reaper.isNeeded();
        }
        return slot;
    }

    /// Its first packet has come through (kernel: `__nf_conntrack_confirm`).
    void confirm(int slot) {
        int span = connections.timeout(slot);
        connections.timeout(slot, jiffies + span);
        connections.set(slot, ConnectionStatus.CONFIRMED);
        if (get(ConntrackSetting.TIMESTAMP) != 0) {
            connections.start(slot, Math.max(1, worker().clock().nanos()));
        }
        count(Statistic.INSERT);
        reaper.expect(span);
        note(slot, connections.has(slot, ConnectionStatus.EXPECTED) ? ConntrackEvent.RELATED : ConntrackEvent.NEW);
    }

    /// Forgets a connection; packets on their way that belong to it still know it (kernel: `nf_ct_kill`).
    void kill(int slot) {
        kill(slot, 0);
    }

    /// @param portId of the socket that asks for it
    public void kill(int slot, int portId) {
        if (connections.has(slot, ConnectionStatus.DYING)) {
            return;
        }
        connections.set(slot, ConnectionStatus.DYING);
        if (connections.has(slot, ConnectionStatus.CONFIRMED)) {
            tell(slot, ConntrackEvent.DESTROY, portId);
        }
        for (IntConsumer listener : removalListeners) {
            listener.accept(slot);
        }
        expectations.masterGone(connections.handle(slot));
        connections.retire(slot);
        reaper.retired(slot);
    }

    /// Calls `action` for each connection that is confirmed and has time left, in the order of the table.
    public void forEach(IntConsumer action) {
        refreshTime();
        for (int slot : all()) {
            if (connections.isUsed(slot)
                    && connections.has(slot, ConnectionStatus.CONFIRMED)
                    && !connections.has(slot, ConnectionStatus.DYING)
                    && !isExpired(slot)) {
                action.accept(slot);
            }
        }
    }

    private int[] all() {
        int[] slots = new int[connections.slots()];
        int n = 0;
        for (int slot = connections.slots() - 1; slot > 0; slot--) {
            if (connections.isUsed(slot)) {
                slots[n++] = slot;
            }
        }
        return Arrays.copyOf(slots, n);
    }

    /// @param listener is told the slot of each connection that goes
    public void onRemoval(IntConsumer listener) {
        removalListeners.add(listener);
    }

    // ---- for the translator

    /// Gives the reply direction of a connection that is about to begin another tuple.
    public void alterReply(int slot, long addresses, long key) {
        connections.alterReply(slot, addresses, key);
    }

    public void addStatus(int slot, int bits) {
        connections.set(slot, bits);
    }

    /// Which other connection has that tuple (kernel: `nf_conntrack_tuple_taken`)?
    ///
    /// @return its slot, or 0
    public int taken(int slot, long addresses, long key) {
        while (true) {
            int other = connections.findOther(slot, addresses, key) >>> 1;
            if (other == 0) {
                return 0;
            }
            boolean confirmed = connections.has(other, ConnectionStatus.CONFIRMED);
            if (confirmed ? !isExpired(other) : connections.stamp(other) == pass) {
                return other;
            }
            kill(other);
        }
    }

    /// Ends a connection that is over, because its ports are wanted (kernel: `nf_nat_used_tuple_harder`).
    ///
    /// @return whether it was over
    public boolean giveWay(int slot) {
        boolean over = Tuples.protocol(connections.key(2 * slot)) == IpProtocol.TCP
                && connections.misc(slot, 0) == TcpState.TIME_WAIT.ordinal();
        if (over) {
            kill(slot);
        }
        return over;
    }

    // ---- news

    public void listen(ConntrackEvent.Listener listener) {
        listeners.add(listener);
    }

    public void unlisten(ConntrackEvent.Listener listener) {
        listeners.remove(listener);
    }

    boolean hasListeners() {
        return !listeners.isEmpty() && get(ConntrackSetting.EVENTS) != 0;
    }

    /// Notes news that are told when the packet has come through (kernel: `nf_conntrack_event_cache`).
    void note(int slot, int event) {
        if (!listeners.isEmpty()) {
            connections.addEvent(slot, event);
        }
    }

    /// Tells what was noted (kernel: `nf_ct_deliver_cached_events`).
    void deliver(int slot) {
        int events = connections.events(slot);
        if (events != 0) {
            connections.clearEvents(slot);
            tell(slot, events, 0);
        }
    }

    void tell(int slot, int events, int portId) {
        if (hasListeners()) {
            for (ConntrackEvent.Listener listener : listeners) {
                listener.happened(this, slot, events, portId);
            }
        }
    }

    // ---- what rules and commands change

    /// Of a TCP connection, as the place in [TcpState].
    public int tcpState(int slot) {
        return Tuples.protocol(connections.key(2 * slot)) == IpProtocol.TCP ? connections.misc(slot, 0) : 0;
    }

    /// Has it closed, so that it does not count any more?
    public boolean isOver(int slot) {
        int state = tcpState(slot);
        return state == TcpState.TIME_WAIT.ordinal() || state == TcpState.CLOSE.ordinal();
    }

    /// Nanoseconds of the clock.
    public long nanos() {
        return worker().clock().nanos();
    }

    public void clearCounters(int slot) {
        connections.clearCounters(slot);
    }

    /// Makes a connection that no packet has begun (kernel: `ctnetlink_create_conntrack`).
    ///
    /// @param span jiffies for which it lives
    /// @return its slot, or 0 when there is no room
    public int insert(long addresses, long key, long replyAddresses, long replyKey, int span, int tcpState) {
        int slot = create(addresses, key, replyAddresses, replyKey);
        if (slot != 0) {
            if (Tuples.protocol(key) == IpProtocol.TCP) {
                connections.misc(slot, 0, tcpState);
                connections.misc(slot, 5, TcpEnds.BE_LIBERAL);
                connections.misc(slot, 6, TcpEnds.BE_LIBERAL);
            }
            connections.timeout(slot, jiffies + span);
            connections.set(slot, ConnectionStatus.CONFIRMED);
            reaper.expect(span);
        }
        return slot;
    }

    /// Tells of a connection that a command has made, with its mark.
    public void announce(int slot, int mark, int portId) {
        connections.mark(slot, mark);
        tell(slot, ConntrackEvent.NEW | ConntrackEvent.MARK, portId);
    }

    /// Tells of a connection that a command has changed, with its mark.
    public void changed(int slot, int mark, int portId) {
        connections.mark(slot, mark);
        tell(slot, ConntrackEvent.MARK | ConntrackEvent.ASSURED, portId);
    }

    public void mark(int slot, int mark) {
        if (connections.mark(slot) != mark) {
            connections.mark(slot, mark);
            note(slot, ConntrackEvent.MARK);
        }
    }

    /// Sets one half of its labels.
    public void labels(int slot, int half, long bits) {
        if (connections.labels(slot, half) != bits) {
            connections.labels(slot, half, bits);
            note(slot, ConntrackEvent.LABEL);
        }
    }
}
