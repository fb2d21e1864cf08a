package dev.weft.net.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The names of ports as Debian 12 ships them in `/etc/services` (getservbyport(3), getservbyname(3)).
public final class ServiceNames {
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, Integer> PORTS = new HashMap<>();

    static {
        try (InputStream file = Objects.requireNonNull(ServiceNames.class.getResourceAsStream("services"))) {
            new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(ServiceNames::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceNames() {}

    /// `22/tcp ssh`
    private static void add(String line) {
        List<String> words = List.of(line.split(" "));
        String portAndProtocol = words.getFirst();
        int slash = portAndProtocol.indexOf('/');
        NAMES.putIfAbsent(portAndProtocol, words.get(1));
        for (String name : words.subList(1, words.size())) {
            PORTS.putIfAbsent(
                    name + portAndProtocol.substring(slash), Integer.valueOf(portAndProtocol.substring(0, slash)));
        }
    }

    /// The name of a port of `tcp`, `udp` or `sctp`.
    public static Optional<String> name(int port, String protocol) {
        return Optional.ofNullable(NAMES.get(port + "/" + protocol));
    }

    /// @param protocol empty for any
    public static OptionalInt port(String name, String protocol) {
        for (String candidate : protocol.isEmpty() ? List.of("tcp", "udp", "sctp") : List.of(protocol)) {
            Integer port = PORTS.get(name + "/" + candidate);
            if (port != null) {
                return OptionalInt.of(port);
            }
        }
        return OptionalInt.empty();
    }
}
