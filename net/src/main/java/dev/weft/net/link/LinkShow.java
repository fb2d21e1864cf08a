package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import java.util.List;

/// `ip link show` (iproute2: `ipaddr_list_link`).
final class LinkShow {
    private LinkShow() {}

    static void run(IpContext context, Args args) {
        NetNamespace namespace = context.namespace();
        LinkFilter filter = new LinkFilter(namespace);
        while (args.hasNext()) {
            if (!filter.read(args)) {
                if (args.matches("help")) {
                    throw LinkHelp.failure();
                }
                filter.readDevice(args);
            }
        }
        LinkWatch.sync(namespace);
        print(context, devices(namespace, filter), filter);
    }

    private static List<NetDevice> devices(NetNamespace namespace, LinkFilter filter) {
        if (filter.dev().isEmpty()) {
            return namespace.devices();
        }
        NetDevice device = namespace.device(filter.dev());
        if (device == null) {
            throw missing(filter.dev());
        }
        return List.of(device);
    }

    private static CommandFailure missing(String dev) {
        if (dev.matches("if[0-9]+")) { // iproute2 takes it for an index, and asks the kernel
            return CommandFailure.failed(
                    1, "RTNETLINK answers: No such device\nCannot send link get request: No such device\n");
        }
        return CommandFailure.failed(1, "Device \"" + dev + "\" does not exist.\n");
    }

    private static void print(IpContext context, List<NetDevice> devices, LinkFilter filter) {
        IpPrinter out = context.out();
        LinkPrinter printer = new LinkPrinter(out, context.options(), LinkPrinter.Form.LINK);
        out.begin();
        for (NetDevice device : devices) {
            if (filter.accepts(device)) {
                printer.print(device);
                out.flush();
            }
        }
        out.end();
    }
}
