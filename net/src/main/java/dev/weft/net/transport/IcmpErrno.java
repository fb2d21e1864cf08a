package dev.weft.net.transport;

import dev.weft.core.errno.Errno;
import dev.weft.core.wire.Icmp;
import org.jspecify.annotations.Nullable;

/// What an ICMP error means to a socket (kernel: `icmp_err_convert`).
///
/// @param isHard does it end the matter, so that a connected socket is told without asking?
public record IcmpErrno(Errno errno, boolean isHard) {
    private static final IcmpErrno[] UNREACHABLE = {
        new IcmpErrno(Errno.ENETUNREACH, false),
        new IcmpErrno(Errno.EHOSTUNREACH, false),
        new IcmpErrno(Errno.ENOPROTOOPT, true),
        new IcmpErrno(Errno.ECONNREFUSED, true),
        new IcmpErrno(Errno.EMSGSIZE, false),
        new IcmpErrno(Errno.EOPNOTSUPP, false),
        new IcmpErrno(Errno.ENETUNREACH, true),
        new IcmpErrno(Errno.EHOSTDOWN, true),
        new IcmpErrno(Errno.ENONET, true),
        new IcmpErrno(Errno.ENETUNREACH, true),
        new IcmpErrno(Errno.EHOSTUNREACH, true),
        new IcmpErrno(Errno.ENETUNREACH, false),
        new IcmpErrno(Errno.EHOSTUNREACH, false),
        new IcmpErrno(Errno.EHOSTUNREACH, true),
        new IcmpErrno(Errno.EHOSTUNREACH, true),
        new IcmpErrno(Errno.EHOSTUNREACH, true)
    };

    private static final IcmpErrno ELSE = new IcmpErrno(Errno.EHOSTUNREACH, false);
    private static final IcmpErrno PARAMETER_PROBLEM = new IcmpErrno(Errno.EPROTO, true);

    /// @return null for messages that sockets are not told of
    public static @Nullable IcmpErrno of(int type, int code, PathMtuDiscovery discovery) {
        return switch (type) {
            case Icmp.SOURCE_QUENCH, Icmp.REDIRECT -> null;
            case Icmp.PARAMETER_PROBLEM -> PARAMETER_PROBLEM;
            case Icmp.DESTINATION_UNREACHABLE -> {
                if (code >= UNREACHABLE.length) {
                    yield ELSE;
                }
                IcmpErrno known = UNREACHABLE[code];
                yield code == Icmp.FRAGMENTATION_NEEDED
                        ? new IcmpErrno(known.errno, discovery != PathMtuDiscovery.DONT)
                        : known;
            }
            default -> ELSE;
        };
    }
}
