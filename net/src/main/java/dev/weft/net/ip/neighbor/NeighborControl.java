package dev.weft.net.ip.neighbor;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Bytes;
import dev.weft.net.iproute.LinkAddress;
import org.jspecify.annotations.Nullable;

/// What people can do to a neighbour table (kernel: `neigh_add`, `neigh_delete`, `neigh_get`).
public final class NeighborControl {
    private static final int MAC_BYTES = 6;

    private NeighborControl() {}

    /// A neighbour as it is asked for (kernel: `struct ndmsg` and its attributes).
    ///
    /// @param device null for a proxy on all devices
    /// @param linkAddress null when none is given
    /// @param flags bits of [NeighborFlag]
    /// @param protocol who makes it (`rt_protos`)
    public record Request(
            @Nullable NetDevice device,
            long high,
            long low,
            @Nullable Bytes linkAddress,
            NudState state,
            int flags,
            int protocol) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    /// How a request meets what is there (`NLM_F_*`).
    public enum Mode {
        /// `add`: fails when it is there.
        ADD(true, true, false),
        /// `change`: fails when it is not there.
        CHANGE(false, false, true),
        /// `replace`
        REPLACE(true, false, true);

        final boolean creates;
        final boolean excludes;
        final boolean replaces;

        Mode(boolean creates, boolean excludes, boolean replaces) {
            this.creates = creates;
            this.excludes = excludes;
            this.replaces = replaces;
        }
    }

    /// @throws KernelError as Linux refuses it
    public static void add(NeighborTable table, Request request, Mode mode) {
        NetDevice device = request.device;
        long linkAddress = linkAddress(request, device);
        if (request.has(NeighborFlag.PROXY)) {
            table.proxies()
                    .add(new ProxyNeighbors.Proxy(device, request.high, request.low, request.flags, request.protocol));
            return;
        }
        if (device == null) {
            throw new KernelError(Errno.EINVAL, "Device not specified");
        }
        int how = Neighbor.ADMIN | Neighbor.OVERRIDE | Neighbor.OVERRIDE_ISROUTER;
        Neighbor neighbor = table.lookup(device, request.high, request.low);
        if (neighbor == null) {
            neighbor = create(table, device, request, mode);
        } else if (mode.excludes) {
            throw new KernelError(Errno.EEXIST);
        } else if (!mode.replaces) {
            how &= ~(Neighbor.OVERRIDE | Neighbor.OVERRIDE_ISROUTER);
        }
        if (request.protocol != 0) {
            neighbor.protocol(request.protocol);
        }
        how |= request.has(NeighborFlag.EXT_LEARNED) ? Neighbor.EXT_LEARNED : 0;
        how |= request.has(NeighborFlag.ROUTER) ? Neighbor.ISROUTER : 0;
        how |= request.has(NeighborFlag.USE) ? Neighbor.USE : 0;
        how |= request.has(NeighborFlag.MANAGED) ? Neighbor.MANAGED : 0;
        neighbor.update(linkAddress, request.state, how);
        if (request.has(NeighborFlag.USE) || request.has(NeighborFlag.MANAGED)) {
            table.use(neighbor);
        }
    }

    private static Neighbor create(NeighborTable table, NetDevice device, Request request, Mode mode) {
        if (!mode.creates) {
            throw new KernelError(Errno.ENOENT);
        }
        boolean permanent = request.state == NudState.PERMANENT;
        if (permanent && request.has(NeighborFlag.MANAGED)) {
            throw new KernelError(Errno.EINVAL, "Invalid NTF_* flag for permanent entry");
        }
        boolean exempt = permanent || request.has(NeighborFlag.EXT_LEARNED);
        Neighbor neighbor = table.lookupOrCreate(device, request.high, request.low, exempt);
        if (neighbor == null) {
            throw new KernelError(Errno.ENOBUFS);
        }
        return neighbor;
    }

    private static long linkAddress(Request request, @Nullable NetDevice device) {
        Bytes octets = request.linkAddress;
        if (octets == null) {
            return Neighbor.NO_ADDRESS;
        }
        if (device != null && octets.length() < (device.headerLength() == 0 ? 0 : MAC_BYTES)) {
            throw new KernelError(Errno.EINVAL, "Invalid link address");
        }
        return LinkAddress.mac(Bytes.of(java.util.Arrays.copyOf(octets.toByteArray(), MAC_BYTES)))
                .bits();
    }

    /// @throws KernelError ENOENT when it is not there
    public static void delete(NeighborTable table, @Nullable NetDevice device, long high, long low, boolean proxy) {
        if (proxy) {
            if (!table.proxies().remove(device, high, low)) {
                throw new KernelError(Errno.ENOENT);
            }
            return;
        }
        if (device == null) {
            throw new KernelError(Errno.EINVAL);
        }
        Neighbor neighbor = table.lookup(device, high, low);
        if (neighbor == null) {
            throw new KernelError(Errno.ENOENT);
        }
        delete(table, neighbor);
    }

    /// Ends what it was doing and takes it away.
    static void delete(NeighborTable table, Neighbor neighbor) {
        neighbor.update(Neighbor.NO_ADDRESS, NudState.FAILED, Neighbor.OVERRIDE | Neighbor.ADMIN);
        table.remove(neighbor);
    }
}
