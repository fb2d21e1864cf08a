package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.NameTable;
import org.jspecify.annotations.Nullable;

/// Which devices a listing shows (iproute2: `struct ipaddr_filter`, as far as devices go). `ip link` and `ip address`
/// share its words.
public final class LinkFilter {
    private final NetNamespace namespace;
    private String dev = "";
    private boolean up;
    private int group = -1;
    private boolean noMaster;
    private @Nullable NetDevice master;
    private String kind = "";
    private String portKind = "";

    public LinkFilter(NetNamespace namespace) {
        this.namespace = namespace;
    }

    /// Takes the next words if they select devices by something else than their name.
    public boolean read(Args args) {
        if (args.take("up")) {
            up = true;
        } else if (args.take("group")) {
            String word = args.next();
            group = NameTable.GROUPS.number(word).orElseThrow(() -> Args.invalid("Invalid \"group\" value\n", word));
        } else if (args.take("master")) {
            String word = args.next();
            master = Devices.find(namespace, word);
            if (master == null) {
                throw Args.invalid("Device does not exist\n", word);
            }
        } else if (args.take("vrf")) {
            master = Vrfs.require(namespace, args.next());
        } else if (args.take("nomaster")) {
            noMaster = true;
        } else if (args.take("type")) {
            kind(args.next());
        } else {
            return false;
        }
        return true;
    }

    private void kind(String word) {
        if (word.endsWith("_slave")) {
            portKind = word.substring(0, word.length() - "_slave".length());
        } else {
            kind = word;
        }
    }

    /// Takes the next word as the name of the one device to show.
    public void readDevice(Args args) {
        boolean unused = args.take("dev");
        String word = args.next();
        if (!dev.isEmpty()) {
            throw Args.duplicateOrGarbage("dev", word);
        }
        dev = word;
    }

    /// The name of the one device; empty for all.
    public String dev() {
        return dev;
    }

    public boolean hasGroup() {
        return group >= 0;
    }

    /// Does everything but the name let the device pass?
    public boolean accepts(NetDevice device) {
        if (up && !device.isUp() || group >= 0 && device.settings().group() != group) {
            return false;
        }
        if (master != null && device.master() != master || noMaster && device.master() != null) {
            return false;
        }
        return (kind.isEmpty() || isOfKind(device, kind))
                && (portKind.isEmpty() || device.master() != null && isOfKind(device.master(), portKind));
    }

    private static boolean isOfKind(NetDevice device, String kind) {
        LinkType type = Links.typeOf(device);
        return type != null && type.kind().equals(kind);
    }
}
