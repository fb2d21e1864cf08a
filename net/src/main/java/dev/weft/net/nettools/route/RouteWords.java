package dev.weft.net.nettools.route;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.nettools.Hosts;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind `route add` and `route del`: `[-net|-host] TARGET[/LENGTH] [gw GW] [metric M] … [[dev]
/// IF]`.
final class RouteWords {
    /// How the options are called once they have passed the reader of options.
    static final String NET = "#net";

    static final String HOST = "#host";

    private static final int NAME_STATUS = 6;
    private static final int SMALLEST_MSS = 64;
    private static final int LARGEST_MSS = 65536;
    private static final int SMALLEST_WINDOW = 128;

    private final Iterator<String> words;
    private int flags = RouteEntry.UP;
    private Ip4Address destination = Ip4Address.ANY;
    private Ip4Address gateway = Ip4Address.ANY;
    private @Nullable Ip4Address netmask;
    private String netmaskWord = "";
    private int metric;
    private int mtu;
    private int window;
    private int irtt;
    private @Nullable String device;

    private RouteWords(List<String> words) {
        this.words = words.iterator();
    }

    static RouteEntry read(List<String> words) {
        RouteWords request = new RouteWords(words);
        request.readTarget();
        while (request.words.hasNext()) {
            request.readOption(request.words.next());
        }
        request.check();
        return request.entry();
    }

    private void readTarget() {
        String word = value();
        boolean net = word.equals(NET);
        boolean host = word.equals(HOST);
        String target = net || host ? value() : word;
        int slash = target.indexOf('/');
        String name = slash < 0 ? target : target.substring(0, slash);
        if (slash >= 0) {
            netmask = mask(target.substring(slash + 1));
        }
        destination = Hosts.find(name).orElseThrow(() -> unknown(name));
        if (host || !net && !name.equals("default")) {
            flags |= RouteEntry.HOST;
        }
    }

    private void readOption(String word) {
        switch (word) {
            case "metric" -> metric = digits(value()) + 1 & 0xffff;
            case "netmask" -> readNetmask();
            case "gw", "gateway" -> readGateway();
            case "mss", "mtu" -> {
                mtu = number(value());
                if (mtu < SMALLEST_MSS || mtu > LARGEST_MSS) {
                    throw RouteUsage.INET.wrong("route: Invalid MSS/MTU.\n");
                }
                flags |= RouteEntry.MTU;
            }
            case "window" -> {
                window = number(value());
                if (window < SMALLEST_WINDOW) {
                    throw RouteUsage.INET.wrong("route: Invalid window.\n");
                }
                flags |= RouteEntry.WINDOW;
            }
            case "irtt" -> {
                irtt = number(value());
                flags |= RouteEntry.IRTT;
            }
            case "reject" -> flags |= RouteEntry.REJECT;
            case "mod" -> flags |= RouteEntry.MODIFIED;
            case "dyn" -> flags |= RouteEntry.DYNAMIC;
            case "reinstate" -> flags |= RouteEntry.REINSTATE;
            case "dev", "device" -> readDevice(value());
            default -> {
                if (words.hasNext()) {
                    throw RouteUsage.INET.wrong();
                }
                readDevice(word);
            }
        }
    }

    private void readDevice(String word) {
        if (device != null) {
            throw RouteUsage.INET.wrong();
        }
        device = word;
    }

    private void readNetmask() {
        if (netmask != null) {
            throw RouteUsage.INET.wrong();
        }
        netmaskWord = value();
        netmask = Hosts.find(netmaskWord).orElseThrow(() -> unknown(netmaskWord));
    }

    private void readGateway() {
        String word = value();
        if ((flags & RouteEntry.GATEWAY) != 0) {
            throw RouteUsage.INET.wrong();
        }
        gateway = Hosts.find(word).orElseThrow(() -> CommandFailure.exit(NAME_STATUS, word + ": Unknown host\n"));
        if (word.equals("default")) {
            throw RouteUsage.INET.wrong("route: default: cannot use a NETWORK as gateway!\n");
        }
        flags |= RouteEntry.GATEWAY;
    }

    private void check() {
        if (netmask == null) {
            return;
        }
        int hostBits = ~netmask.bits();
        if ((flags & RouteEntry.HOST) != 0 && hostBits != 0) {
            throw RouteUsage.INET.wrong("route: netmask %08x doesn't make sense with host route\n".formatted(hostBits));
        }
        if ((hostBits & hostBits + 1) != 0) {
            throw RouteUsage.INET.wrong("route: bogus netmask " + netmaskWord + "\n");
        }
        if ((destination.bits() & hostBits) != 0) {
            throw RouteUsage.INET.wrong("route: netmask doesn't match route address\n");
        }
    }

    private RouteEntry entry() {
        Ip4Address unset = (flags & RouteEntry.HOST) != 0 ? Ip4Address.BROADCAST : Ip4Address.ANY;
        return new RouteEntry(
                destination,
                gateway,
                netmask == null ? unset : netmask,
                flags,
                metric,
                mtu,
                window,
                irtt,
                device == null ? "" : device);
    }

    private String value() {
        if (!words.hasNext()) {
            throw RouteUsage.INET.wrong();
        }
        return words.next();
    }

    /// The mask for `/LENGTH`; a length beyond 32 shifts as the machine does, so that no address matches it.
    private static Ip4Address mask(String word) {
        int length = word.isEmpty() ? 0 : digits(word);
        return new Ip4Address(length == 0 ? 0 : -1 << 32 - length);
    }

    private static int digits(String word) {
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            throw RouteUsage.INET.wrong();
        }
        return number(word);
    }

    /// As atoi(3): the digits in front, 0 without any.
    private static int number(String word) {
        int end = 0;
        while (end < word.length() && end < 9 && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(word.substring(0, end));
    }

    private static CommandFailure unknown(String word) {
        return CommandFailure.exit(NAME_STATUS, Hosts.unknown(word));
    }
}
