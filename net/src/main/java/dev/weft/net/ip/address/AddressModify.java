package dev.weft.net.ip.address;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.AddressRequest;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ip address add`, `change`, `replace` and `delete` (iproute2: `ipaddr_modify`).
final class AddressModify {
    /// What is to be done.
    enum Action {
        ADD,
        REPLACE,
        DELETE
    }

    private static final int LONGEST_LABEL = 15;

    private final IpContext context;
    private final Action action;
    private AddressFamily family;
    private @Nullable InetPrefix local;
    private String localWord = "";
    private @Nullable InetPrefix peer;
    private @Nullable Integer broadcast;
    private String broadcastWord = "";
    private @Nullable Integer anycast;
    private @Nullable Integer scope;
    private @Nullable String dev;
    private @Nullable String label;
    private @Nullable Integer validSeconds;
    private @Nullable Integer preferredSeconds;
    private int metric;
    private int flags;

    AddressModify(IpContext context, Action action) {
        this.context = context;
        this.action = action;
        this.family = context.options().family();
    }

    void run(Args args) {
        while (args.hasNext()) {
            read(args);
        }
        String name = dev;
        if (name == null) {
            throw CommandFailure.failed(1, "Not enough information: \"dev\" argument is required.\n");
        }
        boolean wildcard = peer == null && local != null && isWildcard(local);
        if (wildcard) {
            warnOfWildcard();
        } else if (peer == null) {
            peer = local;
        }
        int computedBroadcast = action == Action.DELETE ? 0 : broadcast();
        NetDevice device = Devices.find(context.namespace(), name);
        if (device == null) {
            throw Devices.missing(name);
        }
        checkLifetimes();
        if ((flags & InterfaceAddress.MCAUTOJOIN) != 0
                && (local == null || !local.ip4().isMulticast())) {
            throw CommandFailure.failed(1, "autojoin needs multicast address\n");
        }
        checkFamily();
        if (action == Action.DELETE) {
            delete(device);
        } else {
            add(device, computedBroadcast);
        }
    }

    // ---- words

    private void read(Args args) {
        if (args.take("peer") || args.take("remote")) {
            String word = args.next();
            if (peer != null) {
                throw Args.duplicate("peer", word);
            }
            peer = InetPrefix.prefix(word, family);
            learnFamily(peer);
        } else if (args.takeAbbreviated("broadcast") || args.take("brd")) {
            readBroadcast(args.next());
        } else if (args.takeAbbreviated("anycast")) {
            String word = args.next();
            if (anycast != null) {
                throw Args.duplicate("anycast", word);
            }
            InetPrefix address = InetPrefix.address(word, family);
            learnFamily(address);
            anycast = address.ip4().bits();
        } else if (args.take("scope")) {
            String word = args.next();
            scope = NameTable.SCOPES.number(word).orElseThrow(() -> Args.invalid("invalid scope value.", word));
        } else if (args.take("dev")) {
            dev = args.next();
        } else if (args.take("label")) {
            label = args.next();
        } else if (args.takeAbbreviated("metric")
                || args.takeAbbreviated("priority")
                || args.takeAbbreviated("preference")) {
            metric = (int) args.nextU32("\"metric\" value is invalid\n");
        } else if (args.takeAbbreviated("valid_lft")) {
            validSeconds = readLifetime(args.next(), "valid_lft", validSeconds);
        } else if (args.takeAbbreviated("preferred_lft")) {
            preferredSeconds = readLifetime(args.next(), "preferred_lft", preferredSeconds);
        } else {
            Optional<AddressFlag> flag = AddressFlag.of(args.peek());
            if (flag.isPresent()) {
                String unused = args.next();
                readFlag(flag.get());
            } else {
                readLocal(args);
            }
        }
    }

    private void readBroadcast(String word) {
        if (broadcast != null || !broadcastWord.isEmpty()) {
            throw Args.duplicate("broadcast", word);
        }
        if (word.equals("+") || word.equals("-")) {
            broadcastWord = word;
        } else {
            InetPrefix address = InetPrefix.address(word, family);
            learnFamily(address);
            broadcast = address.ip4().bits();
        }
    }

    private static int readLifetime(String word, String key, @Nullable Integer before) {
        if (before != null) {
            throw Args.duplicate(key, word);
        }
        if (word.equals("forever")) {
            return InterfaceAddress.FOREVER;
        }
        return (int) Numbers.unsigned(word, 0, 32).orElseThrow(() -> Args.invalid(key + " value", word));
    }

    private void readFlag(AddressFlag flag) {
        if (flag.isReadOnly()) {
            context.session().err("Warning: " + flag.word() + " option is not mutable from userspace\n");
        } else if (flag.isForIp6Only() && family == AddressFamily.INET) {
            context.session().err("Warning: " + flag.word() + " option can be set only for IPv6 addresses\n");
        } else {
            flags |= flag.mask();
        }
    }

    private void readLocal(Args args) {
        boolean unused = args.take("local");
        String word = args.next();
        if (Args.matches(word, "help")) {
            throw AddressHelp.failure();
        }
        if (local != null) {
            throw Args.duplicateOrGarbage("local", word);
        }
        local = InetPrefix.prefix(word, family);
        localWord = word;
        learnFamily(local);
    }

    private void learnFamily(InetPrefix prefix) {
        if (family == AddressFamily.UNSPEC) {
            family = prefix.family();
        }
    }

    // ---- what they come to

    /// `ip address del ADDRESS` without a length deletes it whatever its length is.
    private boolean isWildcard(InetPrefix prefix) {
        return action == Action.DELETE && prefix.family() == AddressFamily.INET && !prefix.lengthGiven();
    }

    private void warnOfWildcard() {
        context.session().err("""
            Warning: Executing wildcard deletion to stay compatible with old scripts.
                     Explicitly specify the prefix length (%s/32) to avoid this warning.
                     This special behaviour is likely to disappear in further releases,
                     fix your scripts!
            """.formatted(localWord));
    }

    private int broadcast() {
        InetPrefix network = peer;
        if (broadcastWord.isEmpty() || network == null) {
            return broadcast == null ? 0 : broadcast;
        }
        if (family != AddressFamily.INET) {
            throw CommandFailure.failed(1, "Broadcast can be set only for IPv4 addresses\n");
        }
        if (network.length() > 30) {
            return 0;
        }
        int mask = Ip4Address.mask(network.length());
        int bits = network.ip4().bits();
        return broadcastWord.equals("+") ? bits | ~mask : bits & mask;
    }

    private void checkLifetimes() {
        if (validSeconds == null && preferredSeconds == null) {
            return;
        }
        if (valid() == 0) {
            throw CommandFailure.failed(1, "valid_lft is zero\n");
        }
        if (Integer.compareUnsigned(valid(), preferred()) < 0) {
            throw CommandFailure.failed(1, "preferred_lft is greater than valid_lft\n");
        }
    }

    private int valid() {
        return validSeconds == null ? InterfaceAddress.FOREVER : validSeconds;
    }

    private int preferred() {
        return preferredSeconds == null ? InterfaceAddress.FOREVER : preferredSeconds;
    }

    private void checkFamily() {
        if (family == AddressFamily.INET6) {
            throw new KernelError(Errno.EACCES, "ipv6: IPv6 is disabled on this device");
        }
        if (family != AddressFamily.INET) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
        if (label != null && label.length() > LONGEST_LABEL) {
            throw new KernelError(Errno.ERANGE, "Attribute failed policy validation");
        }
    }

    private void add(NetDevice device, int computedBroadcast) {
        InetPrefix own = local;
        InetPrefix other = peer;
        if (own == null || other == null) {
            throw new KernelError(Errno.EINVAL, "ipv4: Local address is not supplied");
        }
        int bits = own.ip4().bits();
        int defaultScope = bits >>> 24 == 127 ? RouteScope.HOST : RouteScope.UNIVERSE;
        AddressRequest request = new AddressRequest(
                device,
                bits,
                other.ip4().bits(),
                other.length(),
                computedBroadcast,
                scope == null ? defaultScope : scope,
                label == null ? device.name() : label,
                flags,
                metric,
                0,
                valid(),
                preferred());
        Addresses.of(device.namespace())
                .add(request, action == Action.ADD ? AddressRequest.Mode.ADD : AddressRequest.Mode.REPLACE);
    }

    private void delete(NetDevice device) {
        InetPrefix own = local;
        InetPrefix other = peer;
        Addresses.of(device.namespace())
                .delete(
                        device,
                        address -> (own == null || address.local() == own.ip4().bits())
                                && (label == null || label.equals(address.label()))
                                && (other == null || isOf(other, address)));
    }

    private static boolean isOf(InetPrefix prefix, InterfaceAddress address) {
        return prefix.length() == address.prefixLength()
                && address.contains(prefix.ip4().bits());
    }
}
