package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.DeviceKey;
import dev.weft.core.packet.NetDevice;
import java.util.Arrays;

/// The addresses that a device listens to beside its own, each with the number of those who want it (kernel:
/// dev_addr_lists.c): unicast ones that a person gave it, and multicast ones of groups that protocols have joined.
public final class LinkAddresses {
    private static final DeviceKey<LinkAddresses> KEY =
            new DeviceKey<>("link addresses", device -> new LinkAddresses());

    private static final long GROUP_BIT = 0x0100_0000_0000L;

    private long[] addresses = new long[0];
    private int[] users = new int[0];
    private boolean[] pinned = new boolean[0];

    private LinkAddresses() {}

    public static LinkAddresses of(NetDevice device) {
        return device.get(KEY);
    }

    /// The addresses of a device, unicast before multicast, each in the order in which they came.
    public static long[] list(NetDevice device) {
        LinkAddresses kept = device.peek(KEY);
        if (kept == null) {
            return new long[0];
        }
        long[] unicast = Arrays.stream(kept.addresses)
                .filter(address -> (address & GROUP_BIT) == 0)
                .toArray();
        long[] all = Arrays.copyOf(unicast, kept.addresses.length);
        long[] groups = Arrays.stream(kept.addresses)
                .filter(address -> (address & GROUP_BIT) != 0)
                .toArray();
        System.arraycopy(groups, 0, all, unicast.length, groups.length);
        return all;
    }

    /// How many want the address.
    public int users(long address) {
        int at = find(address);
        return at < 0 ? 0 : users[at];
    }

    /// Has a person asked for the group (kernel: `global_use`)?
    public boolean isPinned(long address) {
        int at = find(address);
        return at >= 0 && pinned[at];
    }

    /// A person wants the group, which counts once however often it is said (kernel: `dev_mc_add_global`).
    public void pin(long address) {
        if (!isPinned(address)) {
            add(address);
            pinned[find(address)] = true;
        }
    }

    /// kernel: `dev_mc_del_global`
    ///
    /// @throws KernelError ENOENT when nobody has asked for it
    public void unpin(long address) {
        if (!isPinned(address)) {
            throw new KernelError(Errno.ENOENT);
        }
        pinned[find(address)] = false;
        boolean unused = remove(address);
    }

    /// One more wants the address.
    public void add(long address) {
        int at = find(address);
        if (at >= 0) {
            users[at]++;
            return;
        }
        addresses = Arrays.copyOf(addresses, addresses.length + 1);
        users = Arrays.copyOf(users, users.length + 1);
        pinned = Arrays.copyOf(pinned, pinned.length + 1);
        addresses[addresses.length - 1] = address;
        users[users.length - 1] = 1;
    }

    /// A person wants the address (kernel: `dev_uc_add_excl`).
    ///
    /// @throws KernelError EEXIST when it is there already
    public void addExclusively(long address) {
        if (find(address) >= 0) {
            throw new KernelError(Errno.EEXIST);
        }
        add(address);
    }

    /// One fewer wants it.
    ///
    /// @return was it there?
    public boolean remove(long address) {
        int at = find(address);
        if (at < 0) {
            return false;
        }
        if (--users[at] == 0) {
            int rest = addresses.length - at - 1;
            System.arraycopy(addresses, at + 1, addresses, at, rest);
            System.arraycopy(users, at + 1, users, at, rest);
            System.arraycopy(pinned, at + 1, pinned, at, rest);
            addresses = Arrays.copyOf(addresses, addresses.length - 1);
            users = Arrays.copyOf(users, users.length - 1);
            pinned = Arrays.copyOf(pinned, pinned.length - 1);
        }
        return true;
    }

    private int find(long address) {
        for (int i = 0; i < addresses.length; i++) {
            if (addresses[i] == address) {
                return i;
            }
        }
        return -1;
    }

    /// The device leaves its namespace and takes none along.
    static void forget(NetDevice device) {
        device.forget(KEY);
    }
}
