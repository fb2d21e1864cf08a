package dev.weft.net.link.bridge;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.LinkAddresses;
import org.jspecify.annotations.Nullable;

/// `bridge fdb add`, `append`, `replace` and `del` (iproute2: `fdb_modify`; kernel: `rtnl_fdb_add`, `rtnl_fdb_del`).
final class FdbModify {
    /// What is to become of the entry.
    enum Action {
        ADD,
        APPEND,
        REPLACE,
        DELETE
    }

    private static final int MOST_VLAN = 4095;

    private final NetNamespace namespace;
    private final Action action;
    private String dev = "";
    private String word = "";
    private boolean self;
    private boolean master;
    private boolean permanent;
    private boolean reachable;
    private boolean noArp;
    private boolean use;
    private boolean sticky;
    private boolean externLearn;
    private boolean vlan;

    FdbModify(IpContext context, Action action) {
        this.namespace = context.namespace();
        this.action = action;
    }

    void run(Args args) {
        while (args.hasNext()) {
            if (!readPlace(args) && !readKind(args)) {
                readAddress(args);
            }
        }
        if (dev.isEmpty() || word.isEmpty()) {
            throw FdbWords.failure("Device and address are required arguments.\n");
        }
        self |= !master;
        permanent |= !reachable;
        long address = FdbWords.mac(word);
        NetDevice device = FdbWords.device(namespace, dev);
        if (action == Action.DELETE) {
            delete(device, address);
        } else {
            add(device, address);
        }
    }

    // ---- words

    private boolean readPlace(Args args) {
        if (args.take("dev")) {
            dev = args.next();
        } else if (args.take("dst")) {
            InetPrefix unused = InetPrefix.address(args.next(), AddressFamily.UNSPEC);
        } else if (args.take("nhid")) {
            number(args, 32, "\"id\" value is invalid\n");
        } else if (args.take("port")) {
            number(args, 16, "invalid port\n");
        } else if (args.take("vni")) {
            number(args, 24, "invalid VNI\n");
        } else if (args.take("src_vni")) {
            number(args, 24, "invalid src VNI\n");
        } else if (args.take("via")) {
            NetDevice unused = FdbWords.device(namespace, args.next());
        } else if (args.take("self")) {
            self = true;
        } else if (args.takeAbbreviated("master")) {
            master = true;
        } else if (!args.takeAbbreviated("router")) {
            return false;
        }
        return true;
    }

    private static void number(Args args, int bits, String why) {
        String value = args.next();
        long unused = Numbers.unsigned(value, 0, bits).orElseThrow(() -> Args.invalid(why, value));
    }

    private boolean readKind(Args args) {
        if (args.take("local") || args.takeAbbreviated("permanent")) {
            permanent = true;
        } else if (args.takeAbbreviated("temp") || args.takeAbbreviated("dynamic")) {
            reachable = true;
        } else if (args.takeAbbreviated("static")) {
            reachable = true;
            noArp = true;
        } else if (args.takeAbbreviated("vlan")) {
            vlan = vlan(args.next());
        } else if (args.takeAbbreviated("use")) {
            use = true;
        } else if (args.takeAbbreviated("extern_learn")) {
            externLearn = true;
        } else if (args.takeAbbreviated("sticky")) {
            sticky = true;
        } else {
            return false;
        }
        return true;
    }

    private static boolean vlan(String value) {
        long number = Numbers.signed(value.replaceFirst("^([-+]?\\d*).*", "$1"), 10, 32)
                .orElse(0);
        if (number < 1 || number >= MOST_VLAN) {
            throw new KernelError(Errno.EINVAL, "invalid vlan id");
        }
        return true;
    }

    private void readAddress(Args args) {
        boolean unused = args.take("to");
        if (args.matches("help")) {
            throw FdbCommand.usage();
        }
        String next = args.next();
        if (!word.isEmpty()) {
            throw Args.duplicateOrGarbage("to", next);
        }
        word = next;
    }

    // ---- adding

    private void add(NetDevice device, long address) {
        if (vlan) {
            throw new KernelError(Errno.EINVAL);
        }
        boolean done = false;
        if (master && device.masterPort() instanceof BridgePort port) {
            addToBridge(port.bridge, port, address);
            done = true;
        }
        if (self && device instanceof Bridge bridge) {
            addToBridge(bridge, null, address);
            done = true;
        } else if (self) {
            addToDevice(device, address);
            done = true;
        }
        if (!done) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
    }

    /// kernel: `br_fdb_add`
    private void addToBridge(Bridge bridge, @Nullable BridgePort port, long address) {
        if (address == 0) {
            throw new KernelError(Errno.EINVAL);
        }
        if (use || externLearn) {
            learn(bridge, port, address);
            return;
        }
        if (port == null && !permanent) {
            throw new KernelError(Errno.EINVAL);
        }
        if (port != null && !permanent && !noArp && !learns(port)) {
            throw new KernelError(Errno.EPERM);
        }
        if (sticky && permanent) {
            throw new KernelError(Errno.EINVAL);
        }
        boolean unused = bridge.fdb.put(address, port == null ? Fdb.NO_PORT : port.number, flags(), mode());
    }

    private Fdb.Mode mode() {
        return action == Action.ADD ? Fdb.Mode.NEW : Fdb.Mode.ANY;
    }

    private int flags() {
        int kind = permanent ? FdbFlag.LOCAL | FdbFlag.STATIC : noArp ? FdbFlag.STATIC : 0;
        return FdbFlag.ADDED_BY_USER | kind | (sticky ? FdbFlag.STICKY : 0);
    }

    private static boolean learns(BridgePort port) {
        return port.state == PortState.LEARNING || port.state == PortState.FORWARDING;
    }

    /// As if a frame had come from there, or as somebody else has learned it.
    private void learn(Bridge bridge, @Nullable BridgePort port, long address) {
        if (port == null) {
            throw new KernelError(Errno.EINVAL);
        }
        if (externLearn) {
            boolean unused =
                    bridge.fdb.put(address, port.number, FdbFlag.EXTERN_LEARN | FdbFlag.ADDED_BY_USER, Fdb.Mode.ANY);
        } else if (learns(port) && port.has(PortFlag.LEARNING)) {
            boolean unused = bridge.fdb.update(port, address, bridge.fdb.now());
        }
    }

    /// kernel: `ndo_dflt_fdb_add`
    private void addToDevice(NetDevice device, long address) {
        if (!permanent || address == 0 || device.hardwareType() != NetDevice.ARPHRD_ETHER) {
            throw new KernelError(Errno.EINVAL);
        }
        try {
            LinkAddresses.of(device).addExclusively(address);
        } catch (KernelError exists) {
            if (action == Action.ADD) {
                throw exists;
            }
        }
    }

    // ---- deleting

    private void delete(NetDevice device, long address) {
        boolean done = false;
        if (master && device.masterPort() instanceof BridgePort port) {
            deleteFromBridge(port.bridge, port.number, address);
            done = true;
        }
        if (self && device instanceof Bridge bridge) {
            deleteFromBridge(bridge, Fdb.NO_PORT, address);
            done = true;
        } else if (self) {
            if (!LinkAddresses.of(device).remove(address)) {
                throw new KernelError(Errno.ENOENT);
            }
            done = true;
        }
        if (!done) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
    }

    private static void deleteFromBridge(Bridge bridge, int port, long address) {
        if (!bridge.fdb.deleteAt(address, port)) {
            throw new KernelError(Errno.ENOENT);
        }
    }
}
