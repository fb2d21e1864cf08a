package dev.weft.net.ip.neighbor;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.time.Timer;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.ip.TrueSize;
import org.jspecify.annotations.Nullable;

/// A host on the link of a device: its state, its link-layer address, and the packets that wait for it (kernel: `struct
/// neighbour`).
///
/// The state machine is Linux's own: `neigh_event_send` is [#send], `neigh_timer_handler` [#expire], `__neigh_update`
/// [#update]. While the neighbour [#isReady], packets take a header that is kept here and ask nothing.
public final class Neighbor {
    /// For [#update]: no link-layer address is given.
    public static final long NO_ADDRESS = -1;

    // How to update (kernel: NEIGH_UPDATE_F_*).
    public static final int OVERRIDE = 1;
    public static final int WEAK_OVERRIDE = 1 << 1;
    public static final int OVERRIDE_ISROUTER = 1 << 2;
    public static final int ISROUTER = 1 << 3;
    public static final int EXT_LEARNED = 1 << 4;
    public static final int USE = 1 << 5;
    public static final int MANAGED = 1 << 6;
    public static final int ADMIN = 1 << 7;

    private final NeighborTable table;
    private final NetDevice device;
    private final long high;
    private final long low;
    private final NeighborParameters parameters;

    private NudState state = NudState.NONE;
    private long address;
    private int flags;
    private int protocol;
    private long used;
    private long confirmed;
    private long updated;
    private int probes;
    private boolean dead;
    private final long serial;

    private boolean headerKnown;
    private boolean ready;
    private final int headerLength;
    private long head;
    private long tail;

    private @Nullable PacketQueue queue;
    private final Timer timer = Timer.of(this::expire);

    @Nullable
    Neighbor next;

    Neighbor(NeighborTable table, NetDevice device, long high, long low, long serial) {
        long now = table.now();
        this.table = table;
        this.device = device;
        this.high = high;
        this.low = low;
        this.serial = serial;
        this.parameters = table.parameters(device);
        this.headerLength = device.headerLength();
        this.used = now;
        this.updated = now;
        this.confirmed = now - 2 * parameters.nanos(NeighborSetting.BASE_REACHABLE_TIME);
    }

    // ---- what is known

    public NetDevice device() {
        return device;
    }

    public NeighborTable table() {
        return table;
    }

    public NeighborParameters parameters() {
        return parameters;
    }

    /// The upper half of an IPv6 address; 0 for IPv4.
    public long high() {
        return high;
    }

    /// The lower half of an IPv6 address; the whole of an IPv4 one.
    public long low() {
        return low;
    }

    public NudState state() {
        return state;
    }

    /// Its link-layer address; meaningful while the state is valid.
    public long address() {
        return address;
    }

    /// Bits of [NeighborFlag].
    public int flags() {
        return flags;
    }

    /// Who has made the entry (`rt_protos`); 0 for the kernel.
    public int protocol() {
        return protocol;
    }

    public void protocol(int number) {
        this.protocol = number;
    }

    /// When a packet last asked for it.
    public long usedAt() {
        return used;
    }

    /// When it last proved to be there.
    public long confirmedAt() {
        return confirmed;
    }

    /// When what is known of it last changed.
    public long updatedAt() {
        return updated;
    }

    /// Questions asked without an answer.
    public int probes() {
        return probes;
    }

    /// Users beside the table, as listings count them: its timer.
    public int references() {
        return timer.isSet() ? 1 : 0;
    }

    /// Rises with every entry that the table makes.
    long serial() {
        return serial;
    }

    /// It is in no table any more.
    public boolean isDead() {
        return dead;
    }

    // ---- the fast path

    /// Is the header there, and no question open?
    public boolean isReady() {
        return ready;
    }

    /// Puts the link-layer header in front of a packet (kernel: `neigh_hh_output`).
    public void writeHeader(Packet packet) {
        if (headerLength != 0) {
            packet.push(NeighborTable.ETHERNET_BYTES);
            packet.put64(0, head);
            packet.put64(6, tail);
            packet.macOffset(0);
        }
    }

    /// What came from it just now shows that it is there (kernel: `sock_confirm_neigh`).
    public void confirm() {
        confirmed = table.now();
    }

    // ---- a packet wants to go

    /// Readies a packet to go to this neighbour, or keeps it until the neighbour is known (kernel:
    /// `neigh_resolve_output`).
    ///
    /// @return whether the packet has its header now; else it is no longer the caller's
    boolean send(Packet packet, NeighborNode node) {
        long now = table.now();
        used = now;
        if (dead) {
            node.dead(packet);
            return false;
        }
        if (packet.isTraced()) {
            packet.trace(new Asked(table.text(this), device.label(), state));
        }
        switch (state) {
            case NONE, FAILED -> {
                if (!begin(now)) {
                    node.failed(packet);
                    return false;
                }
                enqueue(packet, node);
                probe();
                return false;
            }
            case INCOMPLETE -> {
                enqueue(packet, node);
                return false;
            }
            case STALE -> delay(now);
            case REACHABLE, DELAY, PROBE, NOARP, PERMANENT -> {}
        }
        headerKnown = true;
        renew();
        writeHeader(packet);
        return true;
    }

    /// Resolves it although no packet waits (kernel: `neigh_event_send` without one).
    void use() {
        long now = table.now();
        used = now;
        switch (state) {
            case NONE, FAILED -> {
                if (!dead && begin(now)) {
                    probe();
                }
            }
            case STALE -> delay(now);
            case INCOMPLETE, REACHABLE, DELAY, PROBE, NOARP, PERMANENT -> {}
        }
    }

    /// The first question is to be asked.
    private boolean begin(long now) {
        if (parameters.get(NeighborSetting.MCAST_SOLICIT) + parameters.get(NeighborSetting.APP_SOLICIT) == 0) {
            enter(NudState.FAILED, now);
            return false;
        }
        probes = parameters.get(NeighborSetting.UCAST_SOLICIT);
        enter(NudState.INCOMPLETE, now);
        wakeAt(now + parameters.retransNanos());
        return true;
    }

    private void delay(long now) {
        enter(NudState.DELAY, now);
        wakeAt(now + parameters.nanos(NeighborSetting.DELAY_FIRST_PROBE_TIME));
    }

    private void enqueue(Packet packet, NeighborNode node) {
        PacketQueue waiting = queue;
        if (waiting == null) {
            waiting = new PacketQueue();
            queue = waiting;
        }
        long limit = parameters.get(NeighborSetting.UNRES_QLEN_BYTES);
        while (waiting.bytes() + TrueSize.of(packet) > limit) {
            Packet oldest = waiting.poll();
            if (oldest == null) {
                break;
            }
            table.discarded();
            node.queueFull(oldest);
        }
        packet.clear(PacketFlag.TELLS_SENDER);
        waiting.add(packet);
    }

    private void probe() {
        table.protocol().solicit(this, queue == null ? null : queue.last());
        probes++;
    }

    // ---- time passes

    private void expire() {
        long now = table.now();
        boolean tell = true;
        long wake = now + parameters.retransNanos();
        switch (state) {
            case REACHABLE -> {
                long until = confirmed + parameters.reachableNanos(now);
                if (now <= until) {
                    wake = until;
                    tell = false;
                } else if (now <= used + parameters.nanos(NeighborSetting.DELAY_FIRST_PROBE_TIME)) {
                    enter(NudState.DELAY, now);
                    wake = now + parameters.nanos(NeighborSetting.DELAY_FIRST_PROBE_TIME);
                    tell = false;
                } else {
                    enter(NudState.STALE, now);
                }
            }
            case DELAY -> {
                if (now <= confirmed + parameters.nanos(NeighborSetting.DELAY_FIRST_PROBE_TIME)) {
                    enter(NudState.REACHABLE, now);
                    wake = confirmed + parameters.reachableNanos(now);
                } else {
                    enter(NudState.PROBE, now);
                    probes = 0;
                }
            }
            case INCOMPLETE, PROBE -> tell = false;
            case NONE, STALE, FAILED, NOARP, PERMANENT -> {
                return;
            }
        }
        if (state.isProbing() && probes >= mostProbes()) {
            enter(NudState.FAILED, now);
            tell = true;
            table.resolveFailed();
            giveUp();
        }
        if (state.isTimed()) {
            wakeAt(Math.max(wake, now + NeighborTable.SHORTEST_WAIT_NANOS));
        }
        if (state.isProbing()) {
            probe();
        }
        if (tell) {
            table.changed(this);
        }
    }

    private int mostProbes() {
        return parameters.get(NeighborSetting.UCAST_SOLICIT)
                + parameters.get(NeighborSetting.APP_SOLICIT)
                + parameters.get(
                        state == NudState.PROBE ? NeighborSetting.MCAST_RESOLICIT : NeighborSetting.MCAST_SOLICIT);
    }

    /// Nobody answered: the senders of what waits are told (kernel: `neigh_invalidate`).
    private void giveUp() {
        PacketQueue waiting = queue;
        queue = null;
        if (waiting != null) {
            NeighborNode node = table.node();
            for (Packet packet = waiting.poll(); packet != null; packet = waiting.poll()) {
                node.unreachable(packet);
            }
        }
    }

    // ---- news of it

    /// Takes in what a packet or a person says of it (kernel: `__neigh_update`).
    ///
    /// @param linkAddress or [#NO_ADDRESS]
    /// @param how OVERRIDE and its like
    /// @throws KernelError EINVAL when an address is needed and none is given or known
    public void update(long linkAddress, NudState wanted, int how) {
        NudState old = state;
        if (dead) {
            throw new KernelError(Errno.EPERM, "Neighbor entry is now dead");
        }
        if ((how & ADMIN) == 0 && (old == NudState.NOARP || old == NudState.PERMANENT)) {
            return;
        }
        boolean tell = noteFlags(how);
        if ((how & (USE | MANAGED)) != 0) {
            if (old == NudState.PERMANENT) {
                state = NudState.NONE;
                renew();
            }
        } else if (!wanted.isValid()) {
            tell |= invalidate(old, wanted);
        } else {
            tell |= learn(old, linkAddress, wanted, how);
        }
        if (tell) {
            table.changed(this);
        }
    }

    private boolean noteFlags(int how) {
        int before = flags;
        if ((how & ADMIN) != 0) {
            flags = with(flags, NeighborFlag.EXT_LEARNED, (how & EXT_LEARNED) != 0);
            boolean managed = (how & MANAGED) != 0;
            if (managed != ((flags & NeighborFlag.MANAGED) != 0)) {
                flags = with(flags, NeighborFlag.MANAGED, managed);
                table.manage(this, managed);
            }
        }
        return flags != before;
    }

    private boolean invalidate(NudState old, NudState wanted) {
        table.timers().cancel(timer);
        long now = table.now();
        state = wanted;
        if (old != wanted) {
            updated = now;
        }
        renew();
        if (old.isProbing() && wanted == NudState.FAILED) {
            giveUp();
            return true;
        }
        return old.isValid();
    }

    private boolean learn(NudState old, long linkAddress, NudState wanted, int how) {
        boolean other = linkAddress != NO_ADDRESS && !(old.isValid() && linkAddress == address);
        if (linkAddress == NO_ADDRESS && !old.isValid()) {
            throw new KernelError(Errno.EINVAL, "No link layer address given");
        }
        long now = table.now();
        NudState target = wanted;
        if (target.isConnected()) {
            confirmed = now;
        }
        boolean mayBeRouter = (how & OVERRIDE_ISROUTER) != 0;
        if (old.isValid()) {
            if (other && (how & OVERRIDE) == 0) {
                mayBeRouter = false;
                if ((how & WEAK_OVERRIDE) == 0 || !old.isConnected()) {
                    return false;
                }
                other = false;
                target = NudState.STALE;
            } else if (!other && target == NudState.STALE && (how & ADMIN) == 0) {
                target = old;
            }
        }
        if (target != old || other) {
            updated = now;
        }
        boolean tell = target != old || other;
        if (other) {
            address = linkAddress;
            if (!target.isConnected()) {
                confirmed = now - 2 * parameters.nanos(NeighborSetting.BASE_REACHABLE_TIME);
            }
        }
        if (target != old) {
            changeTo(target, now);
        }
        renew();
        if (target != old && !old.isValid()) {
            release();
        }
        return noteRouter(how, mayBeRouter) || tell;
    }

    private void changeTo(NudState target, long now) {
        table.timers().cancel(timer);
        if (target == NudState.PROBE) {
            probes = 0;
        }
        state = target;
        if (target.isTimed()) {
            wakeAt(now + (target == NudState.REACHABLE ? parameters.reachableNanos(now) : 0));
        }
    }

    private boolean noteRouter(int how, boolean mayBeRouter) {
        int before = flags;
        if (mayBeRouter) {
            flags = with(flags, NeighborFlag.ROUTER, (how & ISROUTER) != 0);
        }
        return flags != before;
    }

    /// The address is known now: what waited goes.
    private void release() {
        PacketQueue waiting = queue;
        queue = null;
        if (waiting != null) {
            NeighborNode node = table.node();
            for (Packet packet = waiting.poll(); packet != null; packet = waiting.poll()) {
                if (send(packet, node)) {
                    node.transmit(packet);
                }
            }
        }
    }

    /// Says what is known from the beginning: called by the protocol when the entry is made.
    public void known(NudState knownState, long linkAddress) {
        state = knownState;
        address = linkAddress;
        renew();
    }

    // ---- ends

    /// It leaves the table: what waits is dropped (kernel: `neigh_flush_dev`, `neigh_cleanup_and_release`).
    void die() {
        dead = true;
        ready = false;
        table.timers().cancel(timer);
        PacketQueue waiting = queue;
        queue = null;
        if (waiting != null) {
            NeighborNode node = table.node();
            for (Packet packet = waiting.poll(); packet != null; packet = waiting.poll()) {
                node.dead(packet);
            }
        }
    }

    // ---- small things

    private void enter(NudState target, long now) {
        state = target;
        updated = now;
        renew();
    }

    private void renew() {
        ready = headerKnown && state.isConnected();
        if (state.isValid()) {
            long source = device.address();
            head = address << 16 | source >>> 32;
            tail = source << 16 | table.protocol().etherType();
        }
    }

    private void wakeAt(long nanos) {
        table.timers().set(timer, nanos);
    }

    private static int with(int flags, int flag, boolean on) {
        return on ? flags | flag : flags & ~flag;
    }

    @Override
    public String toString() {
        return table.text(this) + " dev " + device.name()
                + (state.isValid() ? " lladdr " + MacAddress.toString(address) : "") + " " + state;
    }

    /// Trace line: the packet came to a neighbour in this state.
    public record Asked(String neighbor, String device, NudState state) {}
}
