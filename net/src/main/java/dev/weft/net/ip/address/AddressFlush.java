package dev.weft.net.ip.address;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.v4.address.Addresses;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;

/// `ip address flush` (iproute2: `ipaddr_flush`): in rounds, because a deletion may promote a secondary address.
final class AddressFlush {
    private final IpContext context;
    private final NetNamespace namespace;
    private final AddressFilter filter;

    private AddressFlush(IpContext context, AddressFilter filter) {
        this.context = context;
        this.namespace = context.namespace();
        this.filter = filter;
    }

    static void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            throw CommandFailure.failed(1, "Flush requires arguments.\n");
        }
        if (context.options().family() == AddressFamily.PACKET) {
            throw CommandFailure.failed(1, "Cannot flush link addresses.\n");
        }
        AddressFilter filter =
                new AddressFilter(context.namespace(), context.options().family()).read(args);
        new AddressFlush(context, filter).flush();
    }

    private void flush() {
        int most = context.options().loops();
        int round = 0;
        while (most == 0 || round < most) {
            List<InterfaceAddress> victims = victims();
            if (victims.isEmpty()) {
                complete(round);
                return;
            }
            round++;
            delete(victims);
            say("\n*** Round " + round + ", deleting " + victims.size() + " addresses ***\n");
            if (filter.isForPrimaries()) {
                complete(round); // else those that were promoted would go next
                return;
            }
        }
        throw CommandFailure.failed(1, "*** Flush remains incomplete after " + most + " rounds. ***\n");
    }

    private List<InterfaceAddress> victims() {
        List<InterfaceAddress> victims = new ArrayList<>();
        for (NetDevice device : filter.devices()) {
            victims.addAll(filter.addresses(device));
        }
        return victims;
    }

    private void delete(List<InterfaceAddress> victims) {
        IpPrinter out = context.out();
        AddressPrinter printer = new AddressPrinter(out, context.options(), true);
        long now = Network.of(namespace).clock().nanos();
        if (context.options().statistics() > 1) {
            victims.forEach(victim -> printer.print(victim, false, now));
        }
        for (InterfaceAddress victim : victims) {
            if (DeviceAddresses.of(victim.device()).list().contains(victim)) {
                Addresses.of(namespace).delete(victim);
            }
        }
    }

    private void complete(int rounds) {
        say(
                rounds == 0
                        ? "Nothing to flush.\n"
                        : "*** Flush is complete after " + rounds + " round" + (rounds > 1 ? "s" : "") + " ***\n");
    }

    private void say(String text) {
        if (context.options().showsStatistics()) {
            context.out().text(text);
        }
    }
}
