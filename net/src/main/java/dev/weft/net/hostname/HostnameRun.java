package dev.weft.net.hostname;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.HostNames;
import dev.weft.core.command.HostNames.Kind;
import dev.weft.core.command.Session;
import dev.weft.core.errno.Errno;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpAddress;
import dev.weft.net.ip.v4.address.DeviceAddresses;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One run of `hostname`, whose steps wait for the caller's names and files.
final class HostnameRun {
    /// limits.h: `HOST_NAME_MAX`
    private static final int LONGEST = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?:-+[A-Za-z0-9]+|\\.[A-Za-z0-9]+)*");

    private final Session session;
    private final HostNames names;

    HostnameRun(Session session) {
        this.session = session;
        this.names = HostName.of(session);
    }

    /// Does a step; a failure ends the run.
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (CommandFailure failure) {
            session.err(failure.text());
            session.exit(failure.status());
        }
    }

    // ---- setting

    void set(int what, String name) {
        if (name.length() > LONGEST) {
            throw failed("name too long");
        }
        if (what != 'y' && !NAME.matcher(name).matches()) {
            throw failed("the specified hostname is invalid");
        }
        names.write(
                kind(what),
                name,
                errno -> attempt(() -> {
                    if (errno == Errno.EPERM.number()) {
                        throw failed("you must be root to change the " + (what == 'y' ? "domain" : "host") + " name");
                    }
                    if (errno != 0) {
                        throw failed(Errno.text(errno));
                    }
                    session.exit(0);
                }));
    }

    /// The first line that is neither empty nor a comment holds the name; with `-b` a missing file changes nothing.
    void setFromFile(int what, String path, boolean boot) {
        session.readFile(
                path,
                result -> attempt(() -> {
                    switch (result) {
                        case Session.FileResult.Content(byte[] bytes) ->
                            set(what, firstLine(new String(bytes, StandardCharsets.UTF_8)));
                        case Session.FileResult.Failed(int errno, String message) -> {
                            if (!boot) {
                                throw failed(Errno.text(errno));
                            }
                            session.exit(0);
                        }
                    }
                }));
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    // ---- showing

    /// @param what the letter of an option, or 0
    void show(int what) {
        switch (what) {
            case 'I' -> print(addresses(session.namespace()));
            case 'A' -> print("");
            default -> names.read(kind(what), name -> attempt(() -> show(what, name)));
        }
    }

    private void show(int what, String name) {
        switch (what) {
            case 0 -> print(name);
            case 's' -> print(name.replaceFirst("\\..*", ""));
            case 'y' -> showDomain(name);
            default ->
                session.readFile(
                        "/etc/hosts",
                        result ->
                                attempt(() -> showFromHosts(what, hosts(result).about(name))));
        }
    }

    /// Only `domainname` is content with the kernel's word for nothing.
    private void showDomain(String name) {
        boolean none = name.isEmpty() || name.equals("(none)");
        if (none && !session.program().equals("domainname")) {
            throw failed("Local domain name not set");
        }
        print(none ? "(none)" : name);
    }

    /// A virtual network has no name server: what `/etc/hosts` does not tell fails as it does without one.
    private void showFromHosts(int what, HostsFile hosts) {
        if (hosts.isEmpty()) {
            throw failed("Temporary failure in name resolution");
        }
        String canonical = hosts.canonicalName();
        switch (what) {
            case 'f' -> print(canonical);
            case 'i' ->
                print(hosts.addresses().stream().map(IpAddress::toString).collect(Collectors.joining(" ")));
            case 'a' -> print(String.join(" ", hosts.aliases()));
            default -> {
                int dot = canonical.indexOf('.');
                session.out(dot < 0 ? "" : canonical.substring(dot + 1) + "\n");
                session.exit(0);
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

    // ---- ends

    private static Kind kind(int what) {
        return what == 'y' ? Kind.DOMAIN : Kind.HOST;
    }

    private void print(String line) {
        session.out(line + "\n");
        session.exit(0);
    }

    private CommandFailure failed(String why) {
        return CommandFailure.exit(1, session.program() + ": " + why + "\n");
    }
}
