package dev.weft.net.nettools.ifconfig;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.nettools.HardwareAddress;
import dev.weft.net.nettools.Hosts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `ifconfig IF …`: does what each word says, one after the other; what fails is told of, and the rest is done all
/// the same.
final class IfconfigChange {
    private static final Set<String> HARDWARE_WITHOUT_ADDRESS =
            Set.of("loop", "slip", "cslip", "slip6", "cslip6", "adaptive", "ppp", "hdlc", "lapb", "x25");
    private static final Set<String> OTHER_HARDWARE = Set.of(
            "ash", "ax25", "netrom", "rose", "tunnel", "arcnet", "dlci", "frad", "sit", "fddi", "hippi", "irda", "ec",
            "eui64");

    private final Session session;
    private final Interfaces interfaces;
    private final List<String> words;
    private String name;
    private int at;
    private int status;
    private @Nullable Ip4Address pendingMask;
    private boolean maskGiven;

    IfconfigChange(Session session, Interfaces interfaces, String name, List<String> words) {
        this.session = session;
        this.interfaces = interfaces;
        this.name = name;
        this.words = words;
    }

    /// @return the exit status
    int run() {
        while (at < words.size()) {
            apply(words.get(at++));
        }
        Ip4Address mask = pendingMask;
        if (mask != null && !maskGiven) {
            call("SIOCSIFNETMASK", () -> interfaces.netmask(name, mask));
        }
        return status & 0xff;
    }

    private void apply(String word) {
        switch (word) {
            case "up" -> set(InterfaceFlag.UP.bit | InterfaceFlag.RUNNING.bit);
            case "down" -> clear(InterfaceFlag.UP);
            case "arp" -> clear(InterfaceFlag.NOARP);
            case "-arp" -> set(InterfaceFlag.NOARP.bit);
            case "trailers" -> clear(InterfaceFlag.NOTRAILERS);
            case "-trailers" -> set(InterfaceFlag.NOTRAILERS.bit);
            case "promisc" -> set(InterfaceFlag.PROMISC.bit);
            case "-promisc" -> clear(InterfaceFlag.PROMISC, "promisc mode... maybe other application is running?");
            case "multicast" -> set(InterfaceFlag.MULTICAST.bit);
            case "-multicast" -> clear(InterfaceFlag.MULTICAST, "MULTICAST mode.");
            case "allmulti" -> set(InterfaceFlag.ALLMULTI.bit);
            case "-allmulti" -> clear(InterfaceFlag.ALLMULTI, "ALLMULTI mode.");
            case "dynamic" -> set(InterfaceFlag.DYNAMIC.bit);
            case "-dynamic" -> clear(InterfaceFlag.DYNAMIC, "DYNAMIC mode.");
            case "broadcast" -> {
                if (setFromHost("SIOCSIFBRDADDR", address -> interfaces.broadcast(name, address))) {
                    set(InterfaceFlag.BROADCAST.bit);
                }
            }
            case "-broadcast" -> clear(InterfaceFlag.BROADCAST, "BROADCAST mode.");
            case "pointopoint" -> {
                if (setFromHost("SIOCSIFDSTADDR", address -> interfaces.destination(name, address))) {
                    set(InterfaceFlag.POINTOPOINT.bit);
                }
            }
            case "-pointopoint" -> clear(InterfaceFlag.POINTOPOINT, "POINTOPOINT mode.");
            case "dstaddr" ->
                host(value()).ifPresent(address -> call("SIOCSIFDSTADDR", () -> interfaces.destination(name, address)));
            case "netmask" ->
                host(value()).ifPresent(mask -> {
                    maskGiven = true;
                    call("SIOCSIFNETMASK", () -> interfaces.netmask(name, mask));
                });
            case "mtu" -> {
                int bytes = number(value());
                call("SIOCSIFMTU", () -> interfaces.mtu(name, bytes));
            }
            case "txqueuelen" -> {
                int packets = number(value());
                call("SIOCSIFTXQLEN", () -> interfaces.txQueueLength(name, packets));
            }
            case "name" -> {
                String wanted = IfconfigCommand.clipped(value());
                if (call("SIOCSIFNAME", () -> interfaces.rename(name, wanted))) {
                    name = wanted;
                }
            }
            case "hw" -> hardware(value(), value());
            case "add" -> addAlias(value());
            case "del" -> deleteAlias(value());
            case "keepalive" -> unsupported("SIOCSKEEPALIVE", "SIOCSKEEPALIVE", value());
            case "outfill" -> unsupported("SIOCSOUTFILL", "SIOCSOUTFILL", value());
            case "mem_start", "io_addr", "irq" -> unsupported(word + ": SIOCGIFMAP", word + ": SIOCSIFMAP", value());
            case "tunnel" -> unsupported("SIOGIFINDEX", "SIOCSIFADDR", value());
            case "media" -> {
                String unused = value();
                session.err("Unknown media type.\n");
                status = 1;
            }
            default -> address(word);
        }
    }

    // ---- flags

    private void set(int bits) {
        change(bits, 0);
    }

    private void clear(InterfaceFlag flag) {
        change(0, flag.bit);
    }

    private void clear(InterfaceFlag flag, String still) {
        clear(flag);
        try {
            if ((interfaces.flags(name) & flag.bit) != 0) {
                session.err("Warning: Interface " + name + " still in " + still + "\n");
            }
        } catch (KernelError error) {
            session.err(name + ": ERROR while testing interface flags: "
                    + error.errno().text() + "\n");
        }
    }

    private void change(int on, int off) {
        int before;
        try {
            before = interfaces.flags(name);
        } catch (KernelError error) {
            session.err(name + ": ERROR while getting interface flags: "
                    + error.errno().text() + "\n");
            status = -1;
            return;
        }
        try {
            interfaces.flags(name, before & ~off | on);
        } catch (KernelError error) {
            session.err("SIOCSIFFLAGS: " + error.errno().text() + "\n");
            status = -1;
        }
    }

    // ---- addresses

    private interface AddressCall {
        void set(Ip4Address address);
    }

    /// Takes an address if one is there to be taken.
    ///
    /// @return whether nothing was wrong with it
    private boolean setFromHost(String call, AddressCall action) {
        if (at == words.size()) {
            return true;
        }
        Optional<Ip4Address> address = host(words.get(at++));
        address.ifPresent(found -> call(call, () -> action.set(found)));
        return address.isPresent();
    }

    /// A word that is no option is an address, or the end of it all.
    private void address(String word) {
        int slash = word.indexOf('/');
        String host = slash < 0 ? word : word.substring(0, slash);
        if (slash >= 0) {
            if (maskGiven || !word.substring(slash + 1).matches("[0-9]{1,9}")) {
                throw IfconfigUsage.HELP.wrong();
            }
            int length = number(word.substring(slash + 1));
            pendingMask = new Ip4Address(length == 0 ? 0 : -1 << 32 - length);
        }
        Ip4Address address = Hosts.find(host)
                .orElseThrow(() ->
                        CommandFailure.exit(1, Hosts.unknown(host) + "ifconfig: `--help' gives usage information.\n"));
        call("SIOCSIFADDR", () -> interfaces.address(name, address));
        if (!name.contains(":") || !address.equals(Ip4Address.ANY)) {
            set(InterfaceFlag.UP.bit | InterfaceFlag.RUNNING.bit);
        }
    }

    /// A further address, under the first free alias, with netmask and broadcast address of the interface.
    private void addAlias(String word) {
        host(word).ifPresent(address -> {
            if (aliasOf(address).isPresent()) {
                return;
            }
            call("SIOCSIFADDR", () -> {
                Optional<Interface.Inet> own = interfaces.get(name).inet();
                String alias = freeAlias();
                interfaces.address(alias, address);
                own.ifPresent(inet -> {
                    interfaces.netmask(alias, inet.netmask());
                    interfaces.broadcast(alias, inet.broadcast());
                });
            });
        });
    }

    private void deleteAlias(String word) {
        host(word)
                .flatMap(this::aliasOf)
                .ifPresent(alias -> call("SIOCSIFADDR", () -> interfaces.address(alias, Ip4Address.ANY)));
    }

    private Optional<String> aliasOf(Ip4Address address) {
        return interfaces.names().stream()
                .filter(other -> other.startsWith(name + ":"))
                .filter(other -> interfaces
                        .get(other)
                        .inet()
                        .filter(inet -> inet.address().equals(address))
                        .isPresent())
                .findFirst();
    }

    private String freeAlias() {
        List<String> names = interfaces.names();
        int number = 0;
        while (names.contains(name + ":" + number)) {
            number++;
        }
        return name + ":" + number;
    }

    private Optional<Ip4Address> host(String word) {
        Optional<Ip4Address> address = Hosts.find(word);
        if (address.isEmpty()) {
            session.err(Hosts.unknown(word));
            status = 1;
        }
        return address;
    }

    // ---- the rest

    private void hardware(String type, String word) {
        if (HARDWARE_WITHOUT_ADDRESS.contains(type)) {
            session.err("hw address type `" + type + "' has no handler to set address. failed.\n");
            status = 1;
        } else if (OTHER_HARDWARE.contains(type)) {
            call("SIOCSIFHWADDR", () -> {
                throw new KernelError(Errno.EINVAL);
            });
        } else if (type.equals("ether")) {
            HardwareAddress.parse(word)
                    .ifPresentOrElse(
                            address -> call("SIOCSIFHWADDR", () -> interfaces.hardwareAddress(name, address)), () -> {
                                session.err(word + ": invalid ether address.\n");
                                status = 1;
                            });
        } else {
            throw IfconfigUsage.HELP.wrong();
        }
    }

    /// What no device of Weft's can do.
    private void unsupported(String reading, String writing, String value) {
        try {
            int unused = interfaces.flags(name);
            session.err(writing + ": " + Errno.EOPNOTSUPP.text() + "\n");
        } catch (KernelError error) {
            session.err(reading + ": " + error.errno().text() + "\n");
        }
        status = 1;
    }

    private boolean call(String name, Runnable action) {
        try {
            action.run();
            return true;
        } catch (KernelError error) {
            session.err(name + ": " + error.errno().text() + "\n");
            status |= 1;
            return false;
        }
    }

    private String value() {
        if (at == words.size()) {
            throw IfconfigUsage.HELP.wrong();
        }
        return words.get(at++);
    }

    /// As atoi(3): what is no number is 0.
    private static int number(String word) {
        return (int) Numbers.signed(word, 10, 32).orElse(0);
    }
}
