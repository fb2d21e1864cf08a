package dev.weft.net.ip.neighbor;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import dev.weft.net.link.Vrfs;
import org.jspecify.annotations.Nullable;

/// Which neighbours `ip neigh show` and `flush` are about (iproute2: `struct filter` of ipneigh.c).
final class NeighborFilter {
    /// Stands for [NudState#NONE] among the bits.
    private static final int NONE_BIT = 0x100;

    private static final int ALL = ~0;

    private final NetNamespace namespace;
    private final boolean flush;
    private AddressFamily family;
    private @Nullable String deviceName;
    private @Nullable NetDevice device;
    private @Nullable NetDevice master;
    private boolean withoutMaster;
    private boolean unusedOnly;
    private boolean proxies;
    private int states;
    private boolean statesGiven;
    private @Nullable InetPrefix prefix;
    private int protocol;

    NeighborFilter(NetNamespace namespace, AddressFamily family, boolean flush) {
        this.namespace = namespace;
        this.family = family;
        this.flush = flush;
    }

    void read(Args args) {
        while (args.hasNext()) {
            if (args.take("dev")) {
                String name = args.next();
                if (deviceName != null) {
                    throw Args.duplicate("dev", name);
                }
                deviceName = name;
            } else if (args.take("master")) {
                String name = args.next();
                master = Devices.find(namespace, name);
                if (master == null) {
                    throw Args.invalid("Device does not exist\n", name);
                }
            } else if (args.take("vrf")) {
                master = Vrfs.require(namespace, args.next());
            } else if (args.take("nomaster")) {
                withoutMaster = true;
            } else if (args.take("unused")) {
                unusedOnly = true;
            } else if (args.take("nud")) {
                addState(args.next());
            } else if (args.take("proxy")) {
                proxies = true;
            } else if (args.takeAbbreviated("protocol")) {
                String word = args.next();
                protocol = NameTable.PROTOCOLS
                        .number(word)
                        .orElseThrow(() -> Args.invalid("\"protocol\" value is invalid\n", word));
            } else {
                boolean unused = args.take("to");
                if (args.matches("help")) {
                    throw NeighborCommand.usage();
                }
                prefix = InetPrefix.prefix(args.next(), family);
                if (family == AddressFamily.UNSPEC) {
                    family = prefix.family();
                }
            }
        }
        if (deviceName != null) {
            device = Devices.require(namespace, deviceName);
        }
        if (!statesGiven) {
            states = flush ? ~(NudState.PERMANENT.bit() | NudState.NOARP.bit()) : 0xff & ~NudState.NOARP.bit();
        }
    }

    private void addState(String word) {
        statesGiven = true;
        if (word.equals("all")) {
            states = flush ? ALL & ~NudState.NOARP.bit() : ALL;
            return;
        }
        int bit = NeighborCommand.state(word).bit();
        states |= bit == 0 ? NONE_BIT : bit;
    }

    /// Flushing in several rounds leaves alone what failed in the first.
    void withoutFailed() {
        states &= ~NudState.FAILED.bit();
    }

    @Nullable
    NetDevice device() {
        return device;
    }

    boolean showsProxies() {
        return proxies;
    }

    boolean wants(AddressFamily ofTable) {
        return family == AddressFamily.UNSPEC || family == ofTable;
    }

    boolean accepts(Neighbor neighbor) {
        NetDevice on = neighbor.device();
        int bit = neighbor.state().bit();
        boolean state =
                (states & (bit == 0 ? NONE_BIT : bit)) != 0 || (neighbor.flags() & NeighborFlag.EXT_LEARNED) != 0;
        return state
                && isOnDevice(on)
                && (protocol == 0 || protocol == neighbor.protocol())
                && (!unusedOnly || neighbor.references() == 0)
                && isInPrefix(neighbor.low());
    }

    boolean accepts(ProxyNeighbors.Proxy proxy) {
        return isOnDevice(proxy.device()) && (protocol == 0 || protocol == proxy.protocol()) && isInPrefix(proxy.low());
    }

    private boolean isOnDevice(@Nullable NetDevice on) {
        return (device == null || device == on)
                && (master == null || on != null && on.master() == master)
                && (!withoutMaster || on == null || on.master() == null);
    }

    private boolean isInPrefix(long low) {
        if (prefix == null || prefix.address() == null) {
            return true;
        }
        int mask = dev.weft.core.wire.Ip4Address.mask(prefix.length());
        return prefix.family() == AddressFamily.INET
                && (((int) low ^ prefix.ip4().bits()) & mask) == 0;
    }
}
