package dev.weft.net.names;

import dev.weft.core.command.Session;
import dev.weft.core.wire.Ip4Address;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The names in the caller's `/etc/hosts` (hosts(5)): all that a virtual network knows of names, as it reaches no
/// server.
public final class HostNames {
    /// What getaddrinfo(3) says of a name that no file has and no server can be asked for.
    public static final String UNKNOWN = "Temporary failure in name resolution";

    private static final String FILE = "/etc/hosts";

    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    private HostNames(String file) {
        for (String line : file.lines().toList()) {
            List<String> words = List.of(line.replaceFirst("#.*", "").strip().split("\\s+"));
            Ip4Address.parse(words.getFirst())
                    .ifPresent(address -> enter(address.bits(), words.subList(1, words.size())));
        }
    }

    private void enter(int address, List<String> all) {
        for (String name : all) {
            addresses.putIfAbsent(name, address);
        }
        if (!all.isEmpty()) {
            names.putIfAbsent(address, all.getFirst());
        }
    }

    /// Reads the caller's file, then goes on; a file that cannot be read has no names.
    public static void load(Session session, Consumer<HostNames> action) {
        session.readFile(
                FILE,
                result -> action.accept(
                        switch (result) {
                            case Session.FileResult.Content(byte[] bytes) ->
                                new HostNames(new String(bytes, StandardCharsets.UTF_8));
                            case Session.FileResult.Failed failed -> new HostNames("");
                        }));
    }

    /// Is it an address in any of the forms of inet_aton(3) already?
    public static boolean isNumeric(String host) {
        return Ip4Address.parseLoosely(host).isPresent();
    }

    /// The address of a name or of an address in writing; empty when nobody knows the name.
    public OptionalInt address(String host) {
        OptionalInt written =
                Ip4Address.parseLoosely(host).map(a -> OptionalInt.of(a.bits())).orElse(OptionalInt.empty());
        if (written.isPresent()) {
            return written;
        }
        Integer known = addresses.get(host);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// The name of an address, or the address itself.
    public String name(int address) {
        return names.getOrDefault(address, Ip4Address.toString(address));
    }
}
