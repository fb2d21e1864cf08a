package dev.weft.net.ip.multicast;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.wire.MacAddress;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpObject;
import dev.weft.net.iproute.LinkAddress;
import dev.weft.net.link.Devices;
import dev.weft.net.link.LinkAddresses;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `ip maddress` (iproute2: `do_multiaddr`).
public final class MulticastCommand implements IpObject {
    private static final int USAGE_STATUS = 255;
    private static final String USAGE = """
        Usage: ip maddr [ add | del ] MULTIADDR dev STRING
               ip maddr show [ dev STRING ]
        """;

    @Override
    public String name() {
        return "maddress";
    }

    @Override
    public void run(IpContext context, Args args) {
        if (!args.hasNext()) {
            show(context, args);
        } else if (args.takeAbbreviated("add")) {
            modify(context, args, true);
        } else if (args.takeAbbreviated("delete")) {
            modify(context, args, false);
        } else if (args.takeAbbreviated("show") || args.takeAbbreviated("list") || args.takeAbbreviated("lst")) {
            show(context, args);
        } else if (args.matches("help")) {
            throw usage();
        } else {
            throw CommandFailure.exit(
                    USAGE_STATUS, "Command \"" + args.peek() + "\" is unknown, try \"ip maddr help\".\n");
        }
    }

    private static CommandFailure usage() {
        return CommandFailure.exit(USAGE_STATUS, USAGE);
    }

    private static void show(IpContext context, Args args) {
        String only = null;
        while (args.hasNext()) {
            if (args.take("dev")) {
                if (!args.hasNext()) {
                    throw Args.incomplete();
                }
            } else if (args.matches("help")) {
                throw usage();
            }
            if (only != null) {
                throw Args.duplicateOrGarbage("dev", args.peek());
            }
            only = args.next();
        }
        new MulticastListing(context).print(only);
    }

    private static void modify(IpContext context, Args args, boolean add) {
        String deviceName = null;
        MacAddress address = null;
        while (args.hasNext()) {
            if (args.take("dev")) {
                String name = args.next();
                if (deviceName != null) {
                    throw Args.duplicate("dev", name);
                }
                deviceName = name;
            } else {
                boolean unused = args.takeAbbreviated("address");
                if (args.matches("help")) {
                    throw usage();
                }
                if (address != null) {
                    throw Args.duplicate("address", args.peek());
                }
                address = readAddress(args.next());
            }
        }
        if (deviceName == null) {
            throw CommandFailure.exit(USAGE_STATUS, "Not enough information: \"dev\" is required.\n");
        }
        long wanted = address == null ? 0 : address.bits();
        NetDevice device = Devices.find(context.namespace(), deviceName);
        change(device, addresses -> {
            if (add) {
                addresses.pin(wanted);
            } else {
                addresses.unpin(wanted);
            }
        });
    }

    private static MacAddress readAddress(String word) {
        var octets = LinkAddress.read(word);
        if (octets.length() != Long.SIZE / 8 - 2) {
            throw CommandFailure.failed(1, "Error: Invalid address length " + octets.length() + " - must be 6 bytes\n");
        }
        return LinkAddress.mac(octets);
    }

    private static void change(@Nullable NetDevice device, Consumer<LinkAddresses> change) {
        try {
            if (device == null) {
                throw new KernelError(Errno.ENODEV);
            }
            change.accept(LinkAddresses.of(device));
        } catch (KernelError error) {
            throw CommandFailure.failed(1, "ioctl: " + error.errno().text() + "\n");
        }
    }
}
