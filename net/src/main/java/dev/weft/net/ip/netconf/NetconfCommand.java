package dev.weft.net.ip.netconf;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.ip.v4.Ip4Config;
import dev.weft.net.ip.v4.Ip4Device;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.link.Devices;

/// `ip netconf` (iproute2: `do_ipnetconf`).
public final class NetconfCommand implements IpObject {
    private static final int USAGE_STATUS = 255;

    @Override
    public String name() {
        return "netconf";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()
                || args.takeAbbreviated("show")
                || args.takeAbbreviated("lst")
                || args.takeAbbreviated("list")) {
            show(context, args);
        } else if (args.matches("help")) {
            throw CommandFailure.exit(USAGE_STATUS, "Usage: ip netconf show [ dev STRING ]\n");
        } else {
            throw CommandFailure.exit(
                    USAGE_STATUS, "Command \"" + args.peek() + "\" is unknown, try \"ip netconf help\".\n");
        }
    }

    /// Words that are not understood are passed over, as iproute2 does; what is shown of one device is always text.
    private static void show(IpContext context, Args args) {
        NetDevice only = null;
        while (args.hasNext()) {
            if (args.take("dev")) {
                String name = args.next();
                only = Devices.find(context.namespace(), name);
                if (only == null) {
                    throw CommandFailure.failed(1, "Device \"" + name + "\" does not exist.\n");
                }
            } else {
                String unused = args.next();
            }
        }
        AddressFamily family = context.options().family();
        if (family != AddressFamily.UNSPEC && family != AddressFamily.INET) {
            return;
        }
        NetconfPrinter printer = new NetconfPrinter(context.out());
        if (only != null) {
            printer.print(only.name(), Ip4Device.of(only)::own, null);
            return;
        }
        context.out().begin();
        for (NetDevice device : context.namespace().devices()) {
            printer.print(device.name(), Ip4Device.of(device)::own, null);
        }
        Ip4Config config = Ip4Config.of(context.namespace());
        printer.print(Ip4Config.ALL, config::all, null);
        printer.print(Ip4Config.DEFAULT, config::defaultOf, null);
        context.out().end();
    }
}
