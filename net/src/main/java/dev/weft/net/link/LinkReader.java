package dev.weft.net.link;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.OperState;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.LinkAddress;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.namespace.NamespaceIds;
import dev.weft.net.namespace.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the words of `ip link add` and `ip link set` up to `type KIND`, in the order of questions of iproute2's
/// `iplink_parse`, whose abbreviations follow from it.
public final class LinkReader {
    private static final int LONGEST_ALIAS = 255;
    private static final List<String> LINK_MODES = List.of("default", "dormant");
    private static final List<String> ADDRESS_MODES = List.of("eui64", "none", "stable_secret", "random");

    private final IpContext context;
    private final NetNamespace home;
    private final boolean creates;

    /// @param creates do the words tell of a new device?
    public LinkReader(IpContext context, boolean creates) {
        this.context = context;
        this.home = context.namespace();
        this.creates = creates;
    }

    public IpContext context() {
        return context;
    }

    /// Reads everything up to and with `type KIND`, or all; a failure has iproute2's words.
    public LinkSpec read(Args args) {
        LinkSpec spec = new LinkSpec();
        Set<String> seen = new HashSet<>();
        String link = "";
        while (args.hasNext() && spec.type.isEmpty()) {
            if (args.take("name")) {
                name(spec, once(seen, "name", args));
            } else if (args.take("index")) {
                spec.index = index(once(seen, "index", args));
            } else if (args.takeAbbreviated("link")) {
                link = args.next();
            } else if (!readAttribute(spec, seen, args) && !readPlace(spec, seen, args)) {
                device(spec, args);
            }
        }
        return complete(spec, link, seen.contains("group"));
    }

    private boolean readAttribute(LinkSpec spec, Set<String> seen, Args args) {
        if (readFlag(spec, args)) {
            return true;
        }
        if (args.takeAbbreviated("address")) {
            spec.address = LinkAddress.read(args.next());
        } else if (args.takeAbbreviated("broadcast") || args.take("brd")) {
            spec.broadcast = LinkAddress.read(args.next());
        } else if (args.takeAbbreviated("txqueuelen") || args.take("qlen") || args.takeAbbreviated("txqlen")) {
            spec.transmitQueueLength = number("txqueuelen", once(seen, "txqueuelen", args));
        } else if (args.take("mtu")) {
            spec.mtu = number("mtu", once(seen, "mtu", args));
        } else if (args.take("xdp") || args.take("xdpgeneric") || args.take("xdpdrv") || args.take("xdpoffload")) {
            xdp(args.next());
        } else if (args.take("carrier")) {
            spec.carrier = oneOf("carrier", args.next());
        } else if (args.takeAbbreviated("alias")) {
            spec.alias = alias(args.next());
        } else if (args.take("group")) {
            spec.group = group(once(seen, "group", args));
        } else if (args.take("mode")) {
            spec.linkMode = position(LINK_MODES, args.next(), "Invalid link mode\n");
        } else if (args.take("state")) {
            spec.operState = operState(args.next());
        } else if (args.takeAbbreviated("numtxqueues")) {
            spec.transmitQueues = number("numtxqueues", once(seen, "numtxqueues", args));
        } else if (args.takeAbbreviated("numrxqueues")) {
            spec.receiveQueues = number("numrxqueues", once(seen, "numrxqueues", args));
        } else if (args.takeAbbreviated("addrgenmode")) {
            spec.addressGenerationMode = position(ADDRESS_MODES, args.next(), "Invalid address generation mode\n");
        } else if (args.take("protodown")) {
            spec.protodown = oneOf("protodown", args.next());
        } else {
            return readOffload(spec, args);
        }
        return true;
    }

    private static boolean readFlag(LinkSpec spec, Args args) {
        if (args.take("up")) {
            spec.flag(NetDevice.IFF_UP, true);
        } else if (args.take("down")) {
            spec.flag(NetDevice.IFF_UP, false);
        } else if (args.take("multicast")) {
            spec.flag(NetDevice.IFF_MULTICAST, args.nextOnOff("multicast"));
        } else if (args.take("allmulticast")) {
            spec.flag(NetDevice.IFF_ALLMULTI, args.nextOnOff("allmulticast"));
        } else if (args.take("promisc")) {
            spec.flag(NetDevice.IFF_PROMISC, args.nextOnOff("promisc"));
        } else if (args.take("trailers")) {
            spec.flag(NetDevice.IFF_NOTRAILERS, !args.nextOnOff("trailers"));
        } else if (args.take("arp")) {
            spec.flag(NetDevice.IFF_NOARP, !args.nextOnOff("arp"));
        } else if (args.takeAbbreviated("dynamic")) {
            spec.flag(NetDevice.IFF_DYNAMIC, args.nextOnOff("dynamic"));
        } else {
            return false;
        }
        return true;
    }

    private static boolean readOffload(LinkSpec spec, Args args) {
        if (args.take("gso_max_size")) {
            spec.gsoMaxSize = args.nextU32("Invalid \"gso_max_size\" value\n");
        } else if (args.take("gso_max_segs")) {
            spec.gsoMaxSegments = segments(args.next());
        } else if (args.take("gro_max_size")) {
            spec.groMaxSize = args.nextU32("Invalid \"gro_max_size\" value\n");
        } else {
            return false;
        }
        return true;
    }

    private boolean readPlace(LinkSpec spec, Set<String> seen, Args args) {
        if (args.take("netns")) {
            namespace(spec, once(seen, "netns", args));
        } else if (args.takeAbbreviated("master")) {
            spec.master = device(args.next(), "Device does not exist\n");
        } else if (args.take("vrf")) {
            spec.master = Vrfs.require(home, args.next());
        } else if (args.takeAbbreviated("nomaster")) {
            spec.noMaster = true;
        } else if (args.takeAbbreviated("type")) {
            spec.type = args.next();
        } else if (args.takeAbbreviated("link-netns")) {
            String name = once(seen, "link-netns/link-netnsid", args);
            NetNamespace named = Network.of(home).named(name);
            if (named == null) {
                throw Args.invalid("Invalid \"link-netns\" value\n", name);
            }
            spec.linkNamespace = named;
        } else if (args.take("link-netnsid")) {
            int id = number("link-netnsid", once(seen, "link-netns/link-netnsid", args));
            spec.linkNamespace = NamespaceIds.of(home).namespace(id);
        } else {
            return false;
        }
        return true;
    }

    // ---- single words

    private static void name(LinkSpec spec, String word) {
        if (!Devices.isName(word)) {
            throw Args.invalid("\"name\" not a valid ifname", word);
        }
        spec.name = word;
        if (spec.dev.isEmpty()) {
            spec.dev = word;
        }
    }

    private static void device(LinkSpec spec, Args args) {
        if (args.matches("help")) {
            throw LinkHelp.failure();
        }
        boolean unused = args.take("dev");
        String word = args.next();
        if (!spec.dev.equals(spec.name)) {
            throw Args.duplicateOrGarbage("dev", word);
        }
        if (!Devices.isAlternativeName(word)) {
            throw Args.invalid("\"dev\" not a valid ifname", word);
        }
        spec.dev = word;
    }

    private static int index(String word) {
        int index = Numbers.signed(word.replaceFirst("^\\s*([-+]?\\d*).*", "$1"), 10, 32).stream()
                .mapToInt(value -> (int) value)
                .findFirst()
                .orElse(0);
        if (index <= 0) {
            throw Args.invalid("Invalid \"index\" value", word);
        }
        return index;
    }

    /// There are no programs to attach here: taking none away is all that succeeds.
    private static void xdp(String word) {
        if (!word.equals("off") && !word.equals("none")) {
            throw new KernelError(Errno.EOPNOTSUPP);
        }
    }

    private static String alias(String word) {
        if (word.length() > LONGEST_ALIAS) {
            throw Args.invalid("alias too long\n", word);
        }
        return word;
    }

    private static int group(String word) {
        return NameTable.GROUPS.number(word).orElseThrow(() -> Args.invalid("Invalid \"group\" value\n", word));
    }

    private static OperState operState(String word) {
        for (OperState state : OperState.values()) {
            if (state.name().equalsIgnoreCase(word)) {
                return state;
            }
        }
        return OperState.values()[
                (int) Numbers.unsigned(word, 0, 8).stream()
                        .filter(number -> number < OperState.values().length)
                        .findFirst()
                        .orElseThrow(() -> Args.invalid("Invalid operstate\n", word))];
    }

    private static int segments(String word) {
        return (int) Numbers.unsigned(word, 0, 32).stream()
                .filter(count -> count <= 65535)
                .findFirst()
                .orElseThrow(() -> Args.invalid("Invalid \"gso_max_segs\" value\n", word));
    }

    private static int position(List<String> words, String word, String why) {
        int at = words.indexOf(word);
        if (at < 0) {
            throw Args.invalid(why, word);
        }
        return at;
    }

    private void namespace(LinkSpec spec, String word) {
        NetNamespace named = Network.of(home).named(word);
        if (named != null) {
            spec.namespace = named;
            return;
        }
        spec.namespacePid =
                Numbers.signed(word, 0, 32).orElseThrow(() -> Args.invalid("Invalid \"netns\" value\n", word));
    }

    private NetDevice device(String word, String why) {
        NetDevice device = Devices.find(home, word);
        if (device == null) {
            throw Args.invalid(why, word);
        }
        return device;
    }

    private static boolean oneOf(String option, String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw CommandFailure.failed(
                        22,
                        "Error: argument of \"" + option + "\" must be one of \"off\", \"on\", not \"" + word + "\"\n");
        };
    }

    private static int number(String key, String word) {
        return (int)
                Numbers.signed(word, 0, 32).orElseThrow(() -> Args.invalid("Invalid \"" + key + "\" value\n", word));
    }

    private static String once(Set<String> seen, String key, Args args) {
        String word = args.next();
        if (!seen.add(key)) {
            throw Args.duplicate(key, word);
        }
        return word;
    }

    // ---- what only the whole tells

    private LinkSpec complete(LinkSpec spec, String link, boolean hasGroup) {
        if (spec.name.isEmpty()) {
            spec.name = spec.dev;
        }
        if (creates) {
            checkNew(spec, link);
        } else if (!(spec.dev.isEmpty() && hasGroup)) {
            checkPresent(spec);
        }
        return spec;
    }

    private void checkNew(LinkSpec spec, String link) {
        if (spec.dev.isEmpty() && spec.group != null) {
            throw exit("group cannot be used when creating devices.\n");
        }
        if (!spec.name.equals(spec.dev)) {
            throw exit("both \"name\" and \"dev\" cannot be used when creating devices.\n");
        }
        if (!link.isEmpty()) {
            spec.link = Devices.require(home, link);
        }
    }

    private void checkPresent(LinkSpec spec) {
        if (spec.dev.isEmpty()) {
            throw exit("Not enough information: \"dev\" argument is required.\n");
        }
        NetDevice device = Devices.find(home, spec.dev);
        if (spec.address != null && device != null && spec.address.length() != 6) {
            throw CommandFailure.failed(1, "Invalid address length " + spec.address.length() + " - must be 6 bytes\n");
        }
        if (spec.index != 0 && !spec.movesAway()) {
            throw exit("index can be used only when creating devices or when moving device to another netns.\n");
        }
        if (device == null) {
            throw Devices.missing(spec.dev);
        }
        if (spec.name.equals(spec.dev)) {
            spec.name = "";
        }
    }

    private static CommandFailure exit(String text) {
        return CommandFailure.exit(255, text);
    }
}
