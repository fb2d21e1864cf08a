package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.RouteRequest;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;

/// `ip route add`, `change`, `replace`, `prepend`, `append`, `test` and `delete` (iproute2: `iproute_modify`).
final class RouteModify {
    private RouteModify() {}

    static void add(IpContext context, Args args, RouteRequest.Mode mode) {
        RouteRequest request = read(context, args, false);
        Fib.of(context.namespace()).add(request, mode);
    }

    static void delete(IpContext context, Args args) {
        RouteRequest request = read(context, args, true);
        Fib.of(context.namespace()).delete(request);
    }

    private static RouteRequest read(IpContext context, Args args, boolean deletes) {
        RouteReader reader = new RouteReader(context, deletes);
        RouteRequest request = reader.read(args);
        if (reader.family() != AddressFamily.INET) {
            throw new KernelError(Errno.EAFNOSUPPORT);
        }
        return request;
    }
}
