package dev.weft.net.link.host;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.FarEnds;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.IpPrinter;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkReader;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;
import dev.weft.net.namespace.Rebuild;
import java.util.ArrayList;
import java.util.List;

/// `ip link add NAME type host mode { tap | tun } dev HOSTDEV [ hostnetns PATH ]`: makes the device on the real host
/// and joins it.
public final class HostType extends LinkType {
    public static final HostType INSTANCE = new HostType();

    private static final String USAGE = "Usage: ... host mode { tap | tun } dev HOSTDEV [ hostnetns PATH ]\n";

    private HostType() {
        super("host", USAGE);
    }

    @Override
    public LinkOptions read(LinkReader reader, Args args) {
        boolean ethernet = true;
        String device = "";
        String namespace = "";
        while (args.hasNext()) {
            if (args.take("mode")) {
                String mode = args.next();
                if (!mode.equals("tap") && !mode.equals("tun")) {
                    throw Args.invalid("\"mode\" must be \"tap\" or \"tun\"", mode);
                }
                ethernet = mode.equals("tap");
            } else if (args.take("dev")) {
                device = args.next();
            } else if (args.take("hostnetns")) {
                namespace = args.next();
            } else {
                throw CommandFailure.exit(255, "host: unknown option \"" + args.next() + "\"?\n" + USAGE);
            }
        }
        if (device.isEmpty()) {
            throw Args.missing("dev");
        }
        FarEnds.Request far = new FarEnds.Request(ethernet, device, namespace);
        return request -> create(request, far);
    }

    private static NetDevice create(LinkRequest request, FarEnds.Request far) {
        Network network = Network.of(request.namespace());
        Links.checkFree(request.namespace(), request.nameOr("host%d")); // before the host is touched
        HostDevice device = new HostDevice(request, far, network.farEnds().open(far));
        request.configure(device);
        return device;
    }

    @Override
    protected List<String> words(NetDevice device, Rebuild script) {
        FarEnds.Request far = ((HostDevice) device).far();
        List<String> words = new ArrayList<>(List.of("mode", far.ethernet() ? "tap" : "tun", "dev", far.device()));
        if (!far.namespacePath().isEmpty()) {
            words.addAll(List.of("hostnetns", far.namespacePath()));
        }
        return words;
    }

    private static HostInput input(NetDevice device) {
        return Network.of(device.namespace())
                .workerOf(device.namespace())
                .graph()
                .node(HostInput.class);
    }

    @Override
    public void registered(NetDevice device) {
        input(device).add((HostDevice) device);
    }

    @Override
    public void unregistered(NetDevice device) {
        input(device).remove((HostDevice) device);
    }

    @Override
    public List<NetDevice> dissolve(NetDevice device) {
        input(device).remove((HostDevice) device);
        ((HostDevice) device).end().close();
        return List.of();
    }

    @Override
    public void describe(NetDevice device, IpPrinter printer) {
        FarEnds.Request far = ((HostDevice) device).far();
        printer.print("mode", "mode %s ", far.ethernet() ? "tap" : "tun");
        printer.print("dev", "dev %s ", far.device());
        if (!far.namespacePath().isEmpty()) {
            printer.print("hostnetns", "hostnetns %s ", far.namespacePath());
        }
    }
}
