package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibEntry;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.ip.v4.InputRoute;
import dev.weft.net.ip.v4.Ip4Groups;
import dev.weft.net.ip.v4.Ip4OutputRoute;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ip route get`: which way a packet would go (kernel: `inet_rtm_getroute`).
final class RouteGet {
    private final IpContext context;
    private final NetNamespace namespace;

    RouteGet(IpContext context) {
        this.context = context;
        this.namespace = context.namespace();
    }

    void run(Args args) {
        RouteQuestion question = new RouteQuestion(context).read(args);
        if (question.family() != AddressFamily.INET) {
            throw new KernelError(Errno.ENETUNREACH);
        }
        int protocol = question.protocol;
        if (protocol != 0 && protocol != IpProtocol.TCP && protocol != IpProtocol.UDP && protocol != IpProtocol.ICMP) {
            throw new KernelError(Errno.EOPNOTSUPP, "Unsupported ip proto");
        }
        print(question, find(question));
        if (question.connected && question.source == 0) {
            print(question, find(question)); // iproute2 asks again, with a source that the kernel does not take for one
        }
    }

    private void print(RouteQuestion question, Found found) {
        IpPrinter out = context.out();
        RoutePrinter printer = new RoutePrinter(out, context.options());
        if (question.fibMatch && !found.result.isFound()) {
            throw new KernelError(Errno.EHOSTUNREACH);
        }
        out.begin();
        if (question.fibMatch) {
            FibResult result = found.result;
            printer.print(
                    new FibEntry(result.table(), result.prefix(), result.length(), result.tos(), result.route()),
                    false);
        } else {
            printer.print(answer(question, found));
        }
        out.end();
    }

    // ---- asking

    /// What was found, and the question as it was filled on the way.
    private record Found(
            Nexthop way,
            NetDevice device,
            FibResult result,
            Ip4Flow flow,
            @Nullable NetDevice input,
            boolean redirects) {}

    private Found find(RouteQuestion question) {
        Ip4Flow flow = question.flow();
        NetDevice input = question.inputDevice;
        return input == null ? findOutput(flow) : findInput(flow, input);
    }

    private Found findOutput(Ip4Flow flow) {
        Ip4OutputRoute route = new Ip4OutputRoute();
        Errno error = route.find(namespace, flow);
        if (error != null) {
            throw new KernelError(error);
        }
        return new Found(route.way(), route.device(), route.result(), flow, null, false);
    }

    private Found findInput(Ip4Flow flow, NetDevice input) {
        InputRoute route = new InputRoute();
        if (!route.find(input, flow, true)) {
            Errno error = route.error();
            throw new KernelError(error == null ? Errno.EINVAL : error);
        }
        Nexthop way = route.way();
        NetDevice device = route.type() == RouteType.UNICAST ? route.device() : loopback();
        return new Found(way, device, route.result(), flow, input, route.redirects());
    }

    private NetDevice loopback() {
        NetDevice device = namespace.device(Fib.LOOPBACK_INDEX);
        if (device == null) {
            throw new KernelError(Errno.ENODEV);
        }
        return device;
    }

    // ---- answering

    private RouteAnswer answer(RouteQuestion question, Found found) {
        Nexthop way = found.way;
        boolean isInput = found.input != null;
        int chosen = isInput || found.flow.source == question.source ? 0 : found.flow.source;
        boolean isForwarded = isInput && way.type() == RouteType.UNICAST;
        return new RouteAnswer(
                isForwarded ? found.result.type() : way.type(),
                question.destination(),
                question.source,
                found.result.isFound() ? found.result.tos() : 0,
                way.gateway(),
                found.device,
                found.result.isFound() ? found.result.table() : 0,
                chosen,
                question.mark,
                way.realm(),
                found.flow.uid,
                found.flow.uid != Ip4Flow.NO_UID,
                question.notify,
                cacheFlags(question, found),
                RouteCache.secondsLeft(Fib.of(namespace), way.exception()),
                RouteCache.metrics(way),
                found.input);
    }

    /// How the packet is treated (kernel: `RTCF_*`).
    private static List<String> cacheFlags(RouteQuestion question, Found found) {
        List<String> flags = new ArrayList<>(RouteCache.flags(found.way.exception()));
        RouteType type = found.way.type();
        boolean isGroup = type == RouteType.MULTICAST;
        boolean isOwnGroup =
                isGroup && (found.input != null || Ip4Groups.of(found.device).isMember(question.destination()));
        boolean toLoopback = !isGroup && found.device.has(NetDevice.IFF_LOOPBACK);
        if (type == RouteType.LOCAL || type == RouteType.BROADCAST || isOwnGroup || toLoopback) {
            flags.add("local");
        }
        if (isGroup) {
            flags.add("mc");
        }
        if (type == RouteType.BROADCAST) {
            flags.add("brd");
        }
        if (found.redirects) {
            flags.add("redirect");
        }
        if (question.notify) {
            flags.add("notify");
        }
        return flags;
    }
}
