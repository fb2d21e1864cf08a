package dev.weft.net.hostname;

import dev.weft.core.command.Command;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpAddress;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `hostname` 3.23: shows and sets the virtual machine's name.
public final class HostnameCommand implements Command {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:-+[A-Za-z0-9]+|\\.[A-Za-z0-9]+)*");
    private static final List<GetOpt.Long> LONG_OPTIONS = List.of(
            GetOpt.Long.flag("domain", 'd'),
            GetOpt.Long.flag("boot", 'b'),
            GetOpt.Long.with("file", 'F'),
            GetOpt.Long.flag("fqdn", 'f'),
            GetOpt.Long.flag("all-fqdns", 'A'),
            GetOpt.Long.flag("help", 'h'),
            GetOpt.Long.flag("long", 'f'),
            GetOpt.Long.flag("short", 's'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("alias", 'a'),
            GetOpt.Long.flag("ip-address", 'i'),
            GetOpt.Long.flag("all-ip-addresses", 'I'),
            GetOpt.Long.flag("nis", 'y'),
            GetOpt.Long.flag("yp", 'y'));

    @Override
    public String name() {
        return "hostname";
    }

    @Override
    public String summary() {
        return "show and set the host's name";
    }

    @Override
    public void run(Session session, List<String> words) {
        try {
            GetOpt options = new GetOpt(session.program(), "aAdfbF:h?iIsVy", LONG_OPTIONS, words);
            Optional<String> file = Optional.empty();
            boolean boot = false;
            int show = 0;
            for (int option = options.next(); option != GetOpt.END; option = options.next()) {
                switch (option) {
                    case 'b' -> boot = true;
                    case 'F' -> file = Optional.of(options.argument());
                    case 'V' -> throw finished(session, "hostname 3.23\n");
                    case 'h', GetOpt.WRONG -> throw CommandFailure.exit(255, options.error() + HostnameUsage.TEXT);
                    default -> show = option;
                }
            }
            if (show == 0 && file.isPresent()) {
                setFromFile(session, file.get(), boot);
            } else if (show == 0 && !options.operands().isEmpty()) {
                set(session, options.operands().getFirst());
                session.exit(0);
            } else if (!options.operands().isEmpty()) {
                throw CommandFailure.exit(255, HostnameUsage.TEXT);
            } else {
                show(session, show);
            }
        } catch (CommandFailure failure) {
            end(session, failure);
        }
    }

    // ---- setting

    private static void set(Session session, String name) {
        if (name.length() > HostName.MAX_LENGTH) {
            throw failed(session, "name too long");
        }
        if (!NAME.matcher(name).matches()) {
            throw failed(session, "the specified hostname is invalid");
        }
        HostName.of(session.namespace()).name(name);
    }

    /// The first line that is neither empty nor a comment holds the name; with `-b` a missing file changes nothing.
    private static void setFromFile(Session session, String path, boolean boot) {
        read(session, path, result -> {
            switch (result) {
                case Session.FileResult.Content(byte[] bytes) -> {
                    set(session, firstLine(new String(bytes, StandardCharsets.UTF_8)));
                    session.exit(0);
                }
                case Session.FileResult.Failed(int errno, String message) -> {
                    if (!boot) {
                        throw failed(session, Errno.text(errno));
                    }
                    session.exit(0);
                }
            }
        });
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    // ---- showing

    private static void show(Session session, int what) {
        String name = HostName.of(session.namespace()).name();
        switch (what) {
            case 0 -> print(session, name);
            case 's' -> print(session, name.replaceFirst("\\..*", ""));
            case 'I' -> print(session, addresses(session.namespace()));
            case 'A' -> print(session, "");
            case 'y' -> throw failed(session, "Local domain name not set");
            default ->
                read(
                        session,
                        "/etc/hosts",
                        result -> showFromHosts(session, what, hosts(result).about(name)));
        }
    }

    /// A virtual network has no name server: what `/etc/hosts` does not tell fails as it does without one.
    private static void showFromHosts(Session session, int what, HostsFile hosts) {
        if (hosts.isEmpty()) {
            throw failed(session, "Temporary failure in name resolution");
        }
        String canonical = hosts.canonicalName();
        switch (what) {
            case 'f' -> print(session, canonical);
            case 'i' ->
                print(
                        session,
                        hosts.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(" ")));
            case 'a' -> print(session, String.join(" ", hosts.aliases()));
            default -> {
                int dot = canonical.indexOf('.');
                throw finished(session, dot < 0 ? "" : canonical.substring(dot + 1) + "\n");
            }
        }
    }

    private static HostsFile hosts(Session.FileResult result) {
        return switch (result) {
            case Session.FileResult.Content(byte[] bytes) -> HostsFile.parse(new String(bytes, StandardCharsets.UTF_8));
            case Session.FileResult.Failed(int errno, String message) -> HostsFile.parse("");
        };
    }

    /// Those of every device that is up, `lo` excepted, with a space behind each.
    private static String addresses(NetNamespace namespace) {
        return namespace.devices().stream()
                .filter(device -> device.isUp() && !device.has(NetDevice.IFF_LOOPBACK))
                .flatMap(device -> DeviceAddresses.of(device).list().stream())
                .map(address -> Ip4Address.toString(address.local()) + " ")
                .collect(Collectors.joining());
    }

    private static void print(Session session, String line) {
        session.out(line + "\n");
        session.exit(0);
    }

    // ---- ends

    private static void read(Session session, String path, Consumer<Session.FileResult> action) {
        session.readFile(path, result -> {
            try {
                action.accept(result);
            } catch (CommandFailure failure) {
                end(session, failure);
            }
        });
    }

    private static CommandFailure finished(Session session, String text) {
        session.out(text);
        return CommandFailure.exit(0, "");
    }

    private static CommandFailure failed(Session session, String why) {
        return CommandFailure.exit(1, session.program() + ": " + why + "\n");
    }

    private static void end(Session session, CommandFailure failure) {
        session.err(failure.text());
        session.exit(failure.status());
    }
}
