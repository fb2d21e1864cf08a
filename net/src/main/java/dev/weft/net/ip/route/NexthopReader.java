package dev.weft.net.ip.route;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.Nexthop;
import dev.weft.net.ip.fib.NexthopRequest;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.Realms;
import dev.weft.net.link.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `nexthop via … dev … weight … nexthop …` to the end of the line (iproute2: `parse_nexthops`).
final class NexthopReader {
    private static final int MOST_WEIGHT = 256;

    private final NetNamespace namespace;
    private AddressFamily family;

    NexthopReader(NetNamespace namespace, AddressFamily family) {
        this.namespace = namespace;
        this.family = family;
    }

    AddressFamily family() {
        return family;
    }

    List<NexthopRequest> read(Args args) {
        List<NexthopRequest> nexthops = new ArrayList<>();
        while (args.hasNext()) {
            if (!args.take("nexthop")) {
                throw CommandFailure.exit(
                        255, "Error: \"nexthop\" or end of line is expected instead of \"" + args.peek() + "\"\n");
            }
            if (!args.hasNext()) {
                throw CommandFailure.exit(255, "Error: unexpected end of line after \"nexthop\"\n");
            }
            nexthops.add(readOne(args));
        }
        return nexthops;
    }

    private NexthopRequest readOne(Args args) {
        int device = 0;
        int gateway = 0;
        int flags = 0;
        int weight = 1;
        int realm = 0;
        while (args.hasNext()) {
            if (args.take("via")) {
                gateway = readGateway(args);
            } else if (args.take("dev")) {
                device = readDevice(args.next());
            } else if (args.take("weight")) {
                weight = readWeight(args);
            } else if (args.take("onlink")) {
                flags |= Nexthop.ONLINK;
            } else if (args.takeAbbreviated("realms")) {
                realm = Realms.read(args.next(), "\"realm\" value is invalid\n");
            } else {
                break;
            }
        }
        return new NexthopRequest(device, gateway, flags, weight, realm);
    }

    private int readGateway(Args args) {
        String word = args.next();
        Optional<AddressFamily> named = AddressFamily.read(word);
        InetPrefix address = InetPrefix.address(named.isPresent() ? args.next() : word, named.orElse(family));
        if (family == AddressFamily.UNSPEC) {
            family = address.family();
        }
        return address.ip4().bits();
    }

    private int readDevice(String word) {
        NetDevice device = Devices.find(namespace, word);
        if (device == null) {
            throw CommandFailure.exit(255, Devices.missing(word).text() + "Error: cannot parse nexthop\n");
        }
        return device.index();
    }

    private static int readWeight(Args args) {
        long weight = args.nextU32("\"weight\" is invalid\n");
        if (weight == 0 || weight > MOST_WEIGHT) {
            throw Args.invalid("\"weight\" is invalid\n", args.previous());
        }
        return (int) weight;
    }
}
