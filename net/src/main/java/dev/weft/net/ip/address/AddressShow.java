package dev.weft.net.ip.address;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.link.LinkPrinter;
import dev.weft.net.link.LinkStatistics;
import dev.weft.net.link.LinkWatch;
import dev.weft.net.namespace.Network;

/// `ip address show` (iproute2: `ipaddr_list_flush_or_save`).
final class AddressShow {
    private AddressShow() {}

    static void run(IpContext context, Args args) {
        NetNamespace namespace = context.namespace();
        IpOptions options = context.options();
        AddressFilter filter = new AddressFilter(namespace, options.family()).read(args);
        LinkWatch.sync(namespace);
        IpPrinter out = context.out();
        out.begin();
        for (NetDevice device : filter.devices()) {
            print(context, device, filter);
            out.flush();
        }
        out.end();
    }

    private static void print(IpContext context, NetDevice device, AddressFilter filter) {
        IpPrinter out = context.out();
        IpOptions options = context.options().withFamily(filter.family());
        boolean line = (options.brief() || !options.oneLine()) && filter.showsLine(device);
        out.openObject();
        if (line) {
            new LinkPrinter(out, options, LinkPrinter.Form.ADDRESS).printLines(device);
        }
        if (filter.family() != AddressFamily.PACKET) {
            printAddresses(context, device, filter);
        }
        if (line && !options.brief() && options.showsStatistics()) {
            new LinkStatistics(out, options).print(device);
            out.text("\n");
        }
        out.closeObject();
    }

    private static void printAddresses(IpContext context, NetDevice device, AddressFilter filter) {
        IpPrinter out = context.out();
        IpOptions options = context.options();
        AddressPrinter printer = new AddressPrinter(out, options, options.oneLine());
        long now = Network.of(context.namespace()).clock().nanos();
        out.openArray("addr_info");
        for (InterfaceAddress address : filter.addresses(device)) {
            printer.print(address, false, now);
        }
        out.closeArray();
        if (options.brief()) {
            out.text("\n");
        }
    }
}
