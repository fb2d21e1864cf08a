package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.NexthopRequest;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.ip.fib.RouteRequest;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.Realms;
import dev.weft.net.link.Devices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a route as it is written behind `add` or `delete`.
final class RouteReader {
    private final IpContext context;
    private final boolean deletes;
    private final MetricReader metrics = new MetricReader();
    private AddressFamily family;
    private @Nullable InetPrefix destination;
    private @Nullable RouteType type;
    private @Nullable Integer table;
    private @Nullable Integer scope;
    private @Nullable Integer gateway;
    private @Nullable String dev;
    private int protocol;
    private int priority;
    private int tos;
    private int preferredSource;
    private int realm;
    private int flags;
    private boolean severalNexthops;
    private boolean byIdentifier;

    RouteReader(IpContext context, boolean deletes) {
        this.context = context;
        this.deletes = deletes;
        this.family = context.options().family();
        this.protocol = deletes ? RouteProtocol.UNSPEC : RouteProtocol.BOOT;
    }

    /// The family that the words turned out to be of.
    AddressFamily family() {
        return family == AddressFamily.UNSPEC ? AddressFamily.INET : family;
    }

    RouteRequest read(Args args) {
        while (args.hasNext() && !severalNexthops) {
            if (args.is("nexthop")) {
                severalNexthops = true;
            } else if (!readKey(args) && !readWay(args) && !metrics.read(args) && !readIgnored(args)) {
                readDestination(args);
            }
        }
        InetPrefix prefix = destination;
        if (prefix == null) {
            throw RouteHelp.failure();
        }
        int device = 0;
        if (dev != null) {
            device = Devices.require(context.namespace(), dev).index();
        }
        NexthopReader ways = new NexthopReader(context.namespace(), family);
        List<NexthopRequest> nexthops = severalNexthops ? ways.read(args) : List.of();
        family = ways.family();
        if (byIdentifier) {
            throw new KernelError(
                    Errno.EINVAL,
                    device != 0 || gateway != null || severalNexthops
                            ? "Nexthop specification and nexthop id are mutually exclusive"
                            : "Nexthop id does not exist");
        }
        return request(prefix, device, nexthops);
    }

    private RouteRequest request(InetPrefix prefix, int device, List<NexthopRequest> nexthops) {
        RouteType asked = type != null ? type : deletes ? RouteType.UNSPEC : RouteType.UNICAST;
        return new RouteRequest(
                asked,
                table != null ? table : defaultTable(asked),
                prefix.ip4().bits(),
                prefix.length(),
                tos,
                priority,
                protocol,
                scope != null ? scope : defaultScope(asked),
                preferredSource,
                metrics.metrics(),
                new NexthopRequest(device, gateway == null ? 0 : gateway, flags, 1, realm),
                nexthops);
    }

    // ---- words

    /// What identifies and describes the route.
    private boolean readKey(Args args) {
        if (args.take("src")) {
            InetPrefix address = InetPrefix.address(args.next(), family);
            learnFamily(address);
            preferredSource = address.ip4().bits();
        } else if (args.take("tos") || args.takeAbbreviated("dsfield")) {
            String word = args.next();
            tos = NameTable.DSFIELD.number(word).orElseThrow(() -> Args.invalid("\"tos\" value is invalid\n", word));
        } else if (args.takeAbbreviated("metric") || args.takeAbbreviated("priority") || args.take("preference")) {
            priority = (int) args.nextU32("\"metric\" value is invalid\n");
        } else if (args.take("scope")) {
            String word = args.next();
            scope = NameTable.SCOPES.number(word).orElseThrow(() -> Args.invalid("invalid \"scope\" value\n", word));
        } else if (args.takeAbbreviated("protocol")) {
            String word = args.next();
            protocol = NameTable.PROTOCOLS
                    .number(word)
                    .orElseThrow(() -> Args.invalid("\"protocol\" value is invalid\n", word));
        } else if (args.takeAbbreviated("table")) {
            String word = args.next();
            table = NameTable.TABLES.number(word).orElseThrow(() -> Args.invalid("\"table\" value is invalid\n", word));
        } else {
            return false;
        }
        return true;
    }

    /// Where the route leads.
    private boolean readWay(Args args) {
        if (args.take("via")) {
            readGateway(args);
        } else if (args.take("dev") || args.take("oif")) {
            dev = args.next();
        } else if (args.take("onlink")) {
            flags |= Nexthop.ONLINK;
        } else if (args.take("nhid")) {
            long unused = args.nextU32("\"id\" value is invalid\n");
            byIdentifier = true;
        } else if (args.takeAbbreviated("realms")) {
            realm = Realms.read(args.next(), "\"realm\" value is invalid\n");
        } else {
            return false;
        }
        return true;
    }

    private void readGateway(Args args) {
        if (gateway != null) {
            throw Args.invalid("use nexthop syntax to specify multiple via\n", args.previous());
        }
        String word = args.next();
        Optional<AddressFamily> named = AddressFamily.read(word);
        InetPrefix address = InetPrefix.address(named.isPresent() ? args.next() : word, named.orElse(family));
        learnFamily(address);
        if (address.family() == AddressFamily.INET6 && family() == AddressFamily.INET) {
            throw new KernelError(Errno.EINVAL, "IPv6 is disabled on nexthop device");
        }
        gateway = address.ip4().bits();
    }

    /// What Linux's IPv4 takes and does nothing with.
    private boolean readIgnored(Args args) {
        if (args.take("from")) {
            learnFamily(InetPrefix.prefix(args.next(), family));
        } else if (args.take("as")) {
            boolean unused = args.take("to");
            learnFamily(InetPrefix.address(args.next(), family));
        } else if (args.take("expires")) {
            long unused = args.nextU32("\"expires\" value is invalid\n");
        } else if (args.takeAbbreviated("pref")) {
            String word = args.next();
            if (!List.of("low", "medium", "high").contains(word)) {
                args.back();
                int unused = args.nextU8("\"pref\" value is invalid\n");
            }
        } else {
            return false;
        }
        return true;
    }

    private void readDestination(Args args) {
        boolean unused = args.take("to");
        char first = (args.peek() + " ").charAt(0);
        if (first < '0' || first > '9') {
            Optional<RouteType> named = RouteType.read(args.peek());
            if (named.isPresent()) {
                type = named.get();
                String taken = args.next();
            }
        }
        if (args.matches("help")) {
            throw RouteHelp.failure();
        }
        String word = args.next();
        if (destination != null) {
            throw Args.duplicateOrGarbage("to", word);
        }
        destination = InetPrefix.prefix(word, family);
        learnFamily(destination);
    }

    private void learnFamily(InetPrefix prefix) {
        if (family == AddressFamily.UNSPEC) {
            family = prefix.family();
        }
    }

    // ---- what holds when nothing is said

    private static int defaultTable(RouteType type) {
        return switch (type) {
            case LOCAL, BROADCAST, NAT, ANYCAST -> FibTable.LOCAL;
            case UNSPEC, UNICAST, MULTICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW, XRESOLVE -> FibTable.MAIN;
        };
    }

    private int defaultScope(RouteType type) {
        return switch (type) {
            case LOCAL, NAT -> RouteScope.HOST;
            case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
            case UNICAST, UNSPEC -> {
                if (deletes) {
                    yield RouteScope.NOWHERE;
                }
                yield gateway == null && !severalNexthops ? RouteScope.LINK : RouteScope.UNIVERSE;
            }
            case BLACKHOLE, UNREACHABLE, PROHIBIT, THROW, XRESOLVE ->
                deletes ? RouteScope.NOWHERE : RouteScope.UNIVERSE;
        };
    }
}
