package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.Route;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.Realms;
import dev.weft.net.link.Devices;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Which routes `ip route show` and `flush` are about, and so what of them need not be shown (iproute2: `filter` in
/// iproute.c).
final class RouteFilter {
    /// What selects nothing.
    static final RouteFilter NONE = new RouteFilter(AddressFamily.UNSPEC);

    private final AddressFamily family;
    private int table;
    private boolean cached;
    private @Nullable Integer tos;
    private @Nullable Integer protocol;
    private @Nullable Integer scope;
    private @Nullable RouteType type;
    private @Nullable String outputDevice;
    private @Nullable String inputDevice;
    private int outputIndex;
    private @Nullable Integer metric;
    private @Nullable InetPrefix gateway;
    private @Nullable InetPrefix preferredSource;
    private @Nullable Integer realm;
    private @Nullable InetPrefix root;
    private @Nullable InetPrefix match;
    private boolean bySource;
    private boolean marked;

    RouteFilter(AddressFamily family) {
        this.family = family;
    }

    /// Takes all words; without any it is about the main table.
    RouteFilter read(Args args, NetNamespace namespace) {
        table = FibTable.MAIN;
        while (args.hasNext()) {
            if (!readKey(args) && !readWay(args)) {
                readPrefix(args);
            }
        }
        if (inputDevice != null) {
            int unused = Devices.require(namespace, inputDevice).index();
        }
        if (outputDevice != null) {
            outputIndex = Devices.require(namespace, outputDevice).index();
        }
        return this;
    }

    private boolean readKey(Args args) {
        if (args.takeAbbreviated("table")) {
            readTable(args.next());
        } else if (args.takeAbbreviated("cached") || args.takeAbbreviated("cloned")) {
            cached = true;
        } else if (args.take("tos") || args.takeAbbreviated("dsfield")) {
            String word = args.next();
            tos = NameTable.DSFIELD.number(word).orElseThrow(() -> Args.invalid("TOS value is invalid\n", word));
        } else if (args.takeAbbreviated("protocol")) {
            protocol = readNumber(NameTable.PROTOCOLS, args.next(), "invalid \"protocol\"\n");
        } else if (args.takeAbbreviated("scope")) {
            scope = readNumber(NameTable.SCOPES, args.next(), "invalid \"scope\"\n");
        } else if (args.takeAbbreviated("type")) {
            String word = args.next();
            type = RouteType.read(word).orElseThrow(() -> Args.invalid("node type value is invalid\n", word));
        } else if (args.take("mark")) {
            marked = args.nextU32("mark value is invalid\n") != 0; // no route has one
        } else if (args.takeAbbreviated("metric") || args.takeAbbreviated("priority") || args.take("preference")) {
            metric = (int) args.nextU32("\"metric\" value is invalid\n");
        } else if (args.takeAbbreviated("realms")) {
            realm = Realms.read(args.next());
        } else {
            return false;
        }
        return true;
    }

    private boolean readWay(Args args) {
        if (args.take("dev") || args.take("oif")) {
            outputDevice = args.next();
        } else if (args.take("iif")) {
            inputDevice = args.next();
        } else if (args.take("via")) {
            String word = args.next();
            Optional<AddressFamily> named = AddressFamily.read(word);
            gateway = InetPrefix.prefix(named.isPresent() ? args.next() : word, named.orElse(family));
        } else if (args.take("src")) {
            preferredSource = InetPrefix.prefix(args.next(), family);
        } else if (args.takeAbbreviated("from")) {
            boolean unused =
                    args.takeAbbreviated("root") || args.takeAbbreviated("match") || args.takeAbbreviated("exact");
            InetPrefix source = InetPrefix.prefix(args.next(), family);
            bySource |= source.length() > 0; // no route of IPv4 is for one source only
        } else {
            return false;
        }
        return true;
    }

    private void readTable(String word) {
        OptionalInt number = NameTable.TABLES.number(word);
        if (number.isPresent()) {
            table = number.getAsInt();
        } else {
            switch (word) {
                case "all" -> table = 0;
                case "cache" -> cached = true;
                case "help" -> throw RouteHelp.failure();
                default -> throw Args.invalid("table id value is invalid\n", word);
            }
        }
    }

    /// @return null for `all`
    private static @Nullable Integer readNumber(NameTable names, String word, String why) {
        OptionalInt number = names.number(word);
        if (number.isEmpty() && !word.equals("all")) {
            throw Args.invalid(why, word);
        }
        return number.isPresent() ? number.getAsInt() : null;
    }

    private void readPrefix(Args args) {
        boolean unused = args.takeAbbreviated("to");
        if (args.takeAbbreviated("root")) {
            root = InetPrefix.prefix(args.next(), family);
        } else if (args.takeAbbreviated("match")) {
            match = InetPrefix.prefix(args.next(), family);
        } else {
            boolean exact = args.takeAbbreviated("exact");
            match = InetPrefix.prefix(args.next(), family);
            root = match;
        }
    }

    // ---- what it is about

    /// The table, 0 for all.
    int table() {
        return table;
    }

    /// Is it about what was learnt of single destinations?
    boolean isCached() {
        return cached;
    }

    boolean accepts(FibEntry entry) {
        Route route = entry.route();
        return !bySource
                && !marked
                && (table == 0 || table == entry.table())
                && (protocol == null || protocol == route.protocol())
                && (scope == null || scope == route.scope())
                && (type == null || type == route.type())
                && (tos == null || tos == entry.tos())
                && acceptsDestination(entry.prefix(), entry.length())
                && acceptsWay(route)
                && (metric == null || metric == route.priority());
    }

    private boolean acceptsDestination(int prefix, int length) {
        return (root == null || root.length() <= length && isSame(root, prefix, root.length()))
                && (match == null || match.length() >= length && isSame(match, prefix, length));
    }

    private boolean acceptsWay(Route route) {
        boolean single = !route.isMultipath();
        return (gateway == null || isIn(gateway, single ? route.nexthop(0).gateway() : 0))
                && (preferredSource == null || isIn(preferredSource, route.preferredSource()))
                && (realm == null || realm == (single ? route.nexthop(0).realm() : 0))
                && (inputDevice == null)
                && (outputIndex == 0
                        || single && outputIndex == route.nexthop(0).deviceIndex());
    }

    boolean acceptsDestination(int address) {
        return acceptsDestination(address, 32);
    }

    private static boolean isIn(InetPrefix prefix, int address) {
        return isSame(prefix, address, prefix.length());
    }

    private static boolean isSame(InetPrefix prefix, int address, int length) {
        return ((prefix.ip4().bits() ^ address) & Ip4Address.mask(length)) == 0;
    }

    // ---- what need not be shown

    boolean hidesTable() {
        return table != 0;
    }

    boolean hidesProtocol() {
        return protocol != null;
    }

    boolean hidesScope() {
        return scope != null;
    }

    boolean hidesTos() {
        return tos != null;
    }

    boolean hidesDevice() {
        return outputIndex != 0;
    }

    boolean hidesMetric() {
        return metric != null;
    }

    boolean hidesGateway() {
        return gateway != null && gateway.length() == 32;
    }

    boolean hidesSource() {
        return preferredSource != null && preferredSource.length() == 32;
    }

    boolean hidesRealm() {
        return realm != null;
    }
}
