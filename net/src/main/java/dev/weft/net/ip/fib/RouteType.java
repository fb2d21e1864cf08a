package dev.weft.net.ip.fib;

import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What a route does with a packet (`RTN_*`; kernel: `fib_props`).
public enum RouteType {
    /// Matches any type when a route is to be deleted.
    UNSPEC("none", RouteScope.NOWHERE, null),
    /// To a gateway or to the destination itself.
    UNICAST("unicast", RouteScope.UNIVERSE, null),
    /// Up to this host.
    LOCAL("local", RouteScope.HOST, null),
    /// Up to this host as broadcast, out as broadcast.
    BROADCAST("broadcast", RouteScope.LINK, null),
    /// Up to this host as broadcast, out as unicast.
    ANYCAST("anycast", RouteScope.LINK, null),
    MULTICAST("multicast", RouteScope.UNIVERSE, null),
    /// Dropped without a word.
    BLACKHOLE("blackhole", RouteScope.UNIVERSE, Errno.EINVAL),
    /// Answered with ICMP host unreachable.
    UNREACHABLE("unreachable", RouteScope.UNIVERSE, Errno.EHOSTUNREACH),
    /// Answered with ICMP administratively prohibited.
    PROHIBIT("prohibit", RouteScope.UNIVERSE, Errno.EACCES),
    /// Ends the search in this table; the next rule goes on.
    THROW("throw", RouteScope.UNIVERSE, Errno.EAGAIN),
    /// Left over from Linux 2.4.
    NAT("nat", RouteScope.NOWHERE, Errno.EINVAL),
    XRESOLVE("xresolve", RouteScope.NOWHERE, Errno.EINVAL);

    private final String word;
    private final int widestScope;
    private final @Nullable Errno error;

    RouteType(String word, int widestScope, @Nullable Errno error) {
        this.word = word;
        this.widestScope = widestScope;
        this.error = error;
    }

    /// As `ip route` writes it.
    public String word() {
        return word;
    }

    /// The kernel's number.
    public int number() {
        return ordinal();
    }

    /// The scope of a route of this type must be this number or a greater one.
    int widestScope() {
        return widestScope;
    }

    /// What a lookup ends with that finds such a route; null when it finds a way.
    public @Nullable Errno error() {
        return error;
    }

    /// The type that a word names or whose number it writes (iproute2: `rtnl_rtntype_a2n`).
    public static Optional<RouteType> read(String word) {
        for (RouteType type : values()) {
            if (type != UNSPEC && type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        OptionalLong number = Numbers.unsigned(word, 0, 8);
        return number.isPresent() && number.getAsLong() < values().length
                ? Optional.of(values()[(int) number.getAsLong()])
                : Optional.empty();
    }
}
