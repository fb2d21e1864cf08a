package dev.weft.net.link.bridge;

import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.LinkAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of `bridge fdb`: of a bridge's database, or (`self`) of the addresses that a device listens to itself.
///
/// @param device where the address is
/// @param master the bridge whose entry it is; null for a device's own
/// @param flags of [FdbFlag]
/// @param usedSeconds since it was looked up; with `updatedSeconds` of the bridge's entries only
record FdbEntry(
        long address, NetDevice device, @Nullable Bridge master, int flags, long usedSeconds, long updatedSeconds) {

    /// How an entry behaves, in the words of `bridge` (kernel: `fdb_to_nud`).
    enum State {
        PERMANENT("permanent"),
        STATIC("static"),
        REACHABLE("");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    boolean isSelf() {
        return master == null;
    }

    State state() {
        if (master == null || (flags & FdbFlag.LOCAL) != 0) {
            return State.PERMANENT;
        }
        return (flags & FdbFlag.STATIC) != 0 ? State.STATIC : State.REACHABLE;
    }

    /// Everything that is known at a device, as the kernel lists it: of its bridge, of itself, and if it is a bridge,
    /// of its own.
    static List<FdbEntry> of(NetDevice device) {
        List<FdbEntry> entries = new ArrayList<>();
        if (device.masterPort() instanceof BridgePort port) {
            entries.addAll(atPort(port.bridge, port.number, device));
        }
        for (long address : LinkAddresses.list(device)) {
            entries.add(new FdbEntry(address, device, null, 0, 0, 0));
        }
        if (device instanceof Bridge bridge) {
            entries.addAll(atPort(bridge, Fdb.NO_PORT, device));
        }
        return entries;
    }

    /// A bridge's entries at one port, the newest first.
    private static List<FdbEntry> atPort(Bridge bridge, int port, NetDevice device) {
        var table = bridge.fdb.table;
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < table.capacity(); slot++) {
            if (table.isFilled(slot) && table.port(slot) == port) {
                slots.add(slot);
            }
        }
        slots.sort(Comparator.comparing(table::order).reversed());
        return slots.stream().map(slot -> of(bridge, slot, device)).toList();
    }

    static FdbEntry of(Bridge bridge, int slot, NetDevice device) {
        var table = bridge.fdb.table;
        int now = bridge.fdb.now();
        return new FdbEntry(
                table.address(slot),
                device,
                bridge,
                table.flags(slot),
                (now - table.used(slot)) / 100,
                (now - table.updated(slot)) / 100);
    }
}
