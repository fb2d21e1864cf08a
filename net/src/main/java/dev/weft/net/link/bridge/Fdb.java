package dev.weft.net.link.bridge;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.time.Timer;
import dev.weft.core.time.TimerWheel;
import dev.weft.net.link.MacTable;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// A bridge's forwarding database: what it learned, what it owns, what it was told (kernel: br_fdb.c).
final class Fdb {
    /// The port number of entries that belong to the bridge itself.
    static final int NO_PORT = 0;

    /// Slots that one step of the clean-up looks at, so that a huge table does not hold up packets.
    private static final int STEP = 1 << 14;

    final MacTable table = new MacTable();
    private final Bridge bridge;
    private final Timer cleanUp = Timer.of(this::collect);
    private int cursor;
    private long soonest;

    Fdb(Bridge bridge) {
        this.bridge = bridge;
    }

    // ---- data path

    /// A frame from `source` came in by `port`.
    ///
    /// @return was that news?
    boolean update(BridgePort port, long source, int tick) {
        int slot = table.find(MacTable.key(source, 0));
        if (slot == MacTable.ABSENT) {
            if (holdNanos() == 0) {
                return false;
            }
            table.insert(MacTable.key(source, 0), port.number, 0, tick);
            tell(source, port.number, 0, false);
            return true;
        }
        if (table.isFresh(slot, port.number, tick)) {
            return false;
        }
        return refresh(port, source, slot, tick);
    }

    private boolean refresh(BridgePort port, long source, int slot, int tick) {
        int flags = table.flags(slot);
        if ((flags & FdbFlag.LOCAL) != 0 || holdNanos() == 0) {
            return false; // our own address comes back to us: a loop, or a twin
        }
        int at = table.port(slot);
        boolean moves = at != port.number && (flags & FdbFlag.STICKY) == 0;
        table.set(slot, moves ? port.number : at, flags, tick);
        if (moves) {
            tell(source, port.number, flags, false);
        }
        return moves;
    }

    /// Is the address known at this very port, and not as the bridge's own?
    boolean isLearnedAt(long source, BridgePort port) {
        int slot = table.find(MacTable.key(source, 0));
        return slot != MacTable.ABSENT && table.port(slot) == port.number && (table.flags(slot) & FdbFlag.LOCAL) == 0;
    }

    // ---- the bridge's own addresses

    /// Makes an address the bridge's own: a port's, or its own.
    void addLocal(@Nullable BridgePort port, long address) {
        int slot = table.find(MacTable.key(address, 0));
        if (slot != MacTable.ABSENT) {
            if ((table.flags(slot) & FdbFlag.LOCAL) != 0) {
                return; // several ports may have the same address: the first keeps it
            }
            delete(slot);
        }
        insert(address, port == null ? NO_PORT : port.number, FdbFlag.LOCAL | FdbFlag.STATIC);
    }

    /// A port's device has got another address: the entry of the old one goes.
    void portAddressed(BridgePort port, long address) {
        for (int slot = 0; slot < table.capacity(); slot++) {
            if (isOwn(slot, port.number)) {
                deleteLocal(slot);
                break;
            }
        }
        addLocal(port, address);
    }

    /// The bridge is about to get another address than the one its device has.
    void bridgeAddressed(long address) {
        int slot = table.find(MacTable.key(bridge.address(), 0));
        if (slot != MacTable.ABSENT && isOwn(slot, NO_PORT)) {
            deleteLocal(slot);
        }
        addLocal(null, address);
    }

    private boolean isOwn(int slot, int port) {
        return table.isFilled(slot)
                && table.port(slot) == port
                && (table.flags(slot) & (FdbFlag.LOCAL | FdbFlag.ADDED_BY_USER)) == FdbFlag.LOCAL;
    }

    /// Takes an own address away, unless another port or the bridge itself has it too.
    private void deleteLocal(int slot) {
        long address = table.address(slot);
        int port = table.port(slot);
        int flags = table.flags(slot) & ~FdbFlag.ADDED_BY_USER;
        for (BridgePort other : bridge.ports()) {
            if (other.number != port && other.device.address() == address) {
                table.set(slot, other.number, flags, table.updated(slot));
                return;
            }
        }
        if (port != NO_PORT && bridge.address() == address) {
            table.set(slot, NO_PORT, flags, table.updated(slot));
            return;
        }
        delete(slot);
    }

    // ---- control

    int insert(long address, int port, int flags) {
        int slot = table.insert(MacTable.key(address, 0), port, flags, now());
        tell(address, port, flags, false);
        return slot;
    }

    void delete(int slot) {
        long address = table.address(slot);
        int port = table.port(slot);
        int flags = table.flags(slot);
        table.remove(slot);
        tell(address, port, flags, true);
    }

    /// Whether an entry that is there may be changed.
    enum Mode {
        NEW,
        ANY
    }

    /// A person's entry, new or in place of what is known of the address (kernel: `fdb_add_entry`).
    ///
    /// @return was the address known?
    boolean put(long address, int port, int flags, Mode mode) {
        int slot = table.find(MacTable.key(address, 0));
        if (slot == MacTable.ABSENT) {
            insert(address, port, flags);
            return false;
        }
        if (mode == Mode.NEW) {
            throw new KernelError(Errno.EEXIST);
        }
        boolean same = table.port(slot) == port && table.flags(slot) == flags;
        table.markUsed(slot, now());
        if (!same) {
            table.set(slot, port, flags, now());
            tell(address, port, flags, false);
        }
        return true;
    }

    /// Deletes the entry of an address if it is at that port.
    ///
    /// @return was it?
    boolean deleteAt(long address, int port) {
        int slot = table.find(MacTable.key(address, 0));
        boolean there = slot != MacTable.ABSENT && table.port(slot) == port;
        if (there) {
            delete(slot);
        }
        return there;
    }

    /// Forgets what is behind a port: what was learned, or with `all` everything.
    void deleteByPort(BridgePort port, boolean all) {
        int slot = 0;
        while (slot < table.capacity()) {
            int before = table.size();
            if (table.isFilled(slot) && table.port(slot) == port.number) {
                if (all && (table.flags(slot) & FdbFlag.LOCAL) != 0) {
                    deleteLocal(slot);
                } else if (all || (table.flags(slot) & FdbFlag.STATIC) == 0) {
                    delete(slot);
                }
            }
            if (table.size() == before) {
                slot++;
            }
        }
    }

    /// Deletes what the condition holds for.
    void deleteIf(Condition condition) {
        int slot = 0;
        while (slot < table.capacity()) {
            if (table.isFilled(slot) && condition.holds(slot)) {
                delete(slot);
            } else {
                slot++;
            }
        }
    }

    /// Selects slots of the table.
    interface Condition {
        boolean holds(int slot);
    }

    /// `ip link set DEV type bridge fdb_flush`: forgets all that is not static.
    void flush() {
        deleteIf(slot -> (table.flags(slot) & FdbFlag.STATIC) == 0);
    }

    private void tell(long address, int port, int flags, boolean deleted) {
        var notifier = Network.of(bridge.namespace()).notifier();
        if (notifier.hasMonitors()) {
            notifier.publish(new FdbMessage(bridge, address, bridge.portOrNull(port), flags, deleted));
        }
    }

    // ---- ageing

    /// How long an address that is silent stays known; short while the topology changes (IEEE 802.1D §8.3.5).
    long holdNanos() {
        return bridge.tree.isTopologyChanging() ? bridge.tree.forwardDelay() : bridge.tree.ageingTime();
    }

    void startCleanUp(long delayNanos) {
        cursor = 0;
        soonest = Long.MAX_VALUE;
        timers().set(cleanUp, clock() + delayNanos);
    }

    void stopCleanUp() {
        timers().cancel(cleanUp);
    }

    Timer cleanUpTimer() {
        return cleanUp;
    }

    /// Looks at some slots, and at the rest in the next poll; after the last it knows when to look again.
    private void collect() {
        long hold = holdNanos();
        long now = clock();
        int end = Math.min(table.capacity(), cursor + STEP);
        while (cursor < end) {
            if (!table.isFilled(cursor) || (table.flags(cursor) & (FdbFlag.STATIC | FdbFlag.EXTERN_LEARN)) != 0) {
                cursor++;
                continue;
            }
            long silent = Integer.toUnsignedLong(MacTable.tick(now) - table.updated(cursor)) * MacTable.TICK_NANOS;
            if (silent >= hold) {
                delete(cursor);
            } else {
                soonest = Math.min(soonest, now - silent + hold);
                cursor++;
            }
        }
        if (cursor < table.capacity()) {
            timers().set(cleanUp, now);
        } else {
            long next = Math.min(soonest, now + Math.max(hold, MacTable.TICK_NANOS));
            startCleanUp(next - now);
        }
    }

    int now() {
        return MacTable.tick(clock());
    }

    private long clock() {
        return Network.of(bridge.namespace()).clock().nanos();
    }

    private TimerWheel timers() {
        NetNamespace namespace = bridge.namespace();
        return Network.of(namespace).workerOf(namespace).timers();
    }
}
