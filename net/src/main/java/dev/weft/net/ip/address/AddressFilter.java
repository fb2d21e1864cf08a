package dev.weft.net.ip.address;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.RouteScope;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import dev.weft.net.ip.v4.address.InterfaceAddress;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import dev.weft.net.link.LinkFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which addresses, on which devices, `ip address show` and `flush` are about (iproute2: `struct ipaddr_filter`).
final class AddressFilter {
    private final NetNamespace namespace;
    private final LinkFilter links;
    private AddressFamily family;
    private @Nullable InetPrefix prefix;
    private int scope;
    private boolean scopeMatters;
    private int flags;
    private int flagMask;
    private @Nullable Pattern label;
    private @Nullable NetDevice device;

    AddressFilter(NetNamespace namespace, AddressFamily family) {
        this.namespace = namespace;
        this.links = new LinkFilter(namespace);
        this.family = family;
    }

    /// Takes all words.
    AddressFilter read(Args args) {
        while (args.hasNext()) {
            if (args.take("to")) {
                prefix = InetPrefix.prefix(args.next(), family);
                if (family == AddressFamily.UNSPEC) {
                    family = prefix.family();
                }
            } else if (args.take("scope")) {
                readScope(args.next());
            } else if (readFlag(args.peek())) {
                String unused = args.next();
            } else if (args.take("label")) {
                label = glob(args.next());
            } else if (!links.read(args)) {
                if (args.matches("help")) {
                    throw AddressHelp.failure();
                }
                links.readDevice(args);
            }
        }
        if (!links.dev().isEmpty()) {
            device = Devices.find(namespace, links.dev());
            if (device == null) {
                throw CommandFailure.failed(1, "Device \"" + links.dev() + "\" does not exist.\n");
            }
        }
        return this;
    }

    private void readScope(String word) {
        OptionalInt number = NameTable.SCOPES.number(word);
        if (number.isEmpty() && !word.equals("all")) {
            throw Args.invalid("invalid \"scope\"\n", word);
        }
        scope = number.orElse(RouteScope.NOWHERE);
        scopeMatters = number.isPresent();
    }

    /// `secondary`, `-deprecated`; and `primary` and `dynamic`, which say that a flag is not there.
    private boolean readFlag(String typed) {
        boolean absent = typed.startsWith("-");
        String word = absent ? typed.substring(1) : typed;
        String flagWord = switch (word) {
            case "primary" -> "secondary";
            case "dynamic" -> "permanent";
            default -> word;
        };
        return AddressFlag.of(flagWord)
                .map(flag -> {
                    boolean wanted = absent != flagWord.equals(word);
                    flags = wanted ? flags | flag.mask() : flags & ~flag.mask();
                    flagMask |= flag.mask();
                    return true;
                })
                .orElse(false);
    }

    /// fnmatch(3) as a regular expression.
    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[', ']', '-', '^' -> regex.append(c);
                case '!' -> regex.append(regex.toString().endsWith("[") ? "^" : "!");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    AddressFamily family() {
        return family;
    }

    /// Is one flag asked for that only secondary or only primary addresses have, and they are to be the primary ones?
    boolean isForPrimaries() {
        return (flagMask & ~flags & InterfaceAddress.SECONDARY) != 0;
    }

    boolean asksForIp4() {
        return family == AddressFamily.UNSPEC || family == AddressFamily.INET;
    }

    // ---- what passes

    /// The devices to show: those with an address that passes, or without any where no family was asked for.
    List<NetDevice> devices() {
        List<NetDevice> found = new ArrayList<>();
        for (NetDevice candidate : namespace.devices()) {
            if ((device == null || candidate == device) && links.accepts(candidate) && isOfInterest(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }

    private boolean isOfInterest(NetDevice candidate) {
        if (family == AddressFamily.PACKET) {
            return true;
        }
        List<InterfaceAddress> list = DeviceAddresses.of(candidate).list();
        return list.isEmpty() ? family == AddressFamily.UNSPEC : list.stream().anyMatch(this::accepts);
    }

    /// Is the device's own line shown above its addresses (iproute2 asks the label of it too)?
    boolean showsLine(NetDevice candidate) {
        boolean asked = family == AddressFamily.UNSPEC || family == AddressFamily.PACKET;
        return label == null || !asked || label.matcher(candidate.name()).matches();
    }

    /// The addresses to show of a device.
    List<InterfaceAddress> addresses(NetDevice of) {
        return asksForIp4()
                ? DeviceAddresses.of(of).list().stream().filter(this::accepts).toList()
                : List.of();
    }

    private boolean accepts(InterfaceAddress address) {
        return asksForIp4()
                && (!scopeMatters || scope == address.scope())
                && ((flags ^ address.flags()) & flagMask) == 0
                && (prefix == null || isIn(prefix, address.local()))
                && (label == null || label.matcher(address.label()).matches());
    }

    private static boolean isIn(InetPrefix prefix, int address) {
        return ((prefix.ip4().bits() ^ address) & Ip4Address.mask(prefix.length())) == 0;
    }
}
