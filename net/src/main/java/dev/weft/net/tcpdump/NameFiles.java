package dev.weft.net.tcpdump;

import dev.weft.core.command.Session;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.net.tcpdump.filter.FilterNames;
import dev.weft.net.tcpdump.print.Names;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The caller's `/etc/hosts`, `/etc/services` and `/etc/protocols`, by name and by number.
final class NameFiles implements Names, FilterNames {
    /// No file was read.
    static final NameFiles NONE = new NameFiles("", "", "");

    private final Map<ByteBuffer, String> hosts = new HashMap<>();
    private final Map<String, List<byte[]>> addresses = new HashMap<>();
    private final Map<String, String> services = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<Integer, String> protocolNames = new HashMap<>();
    private final Map<String, Integer> protocolNumbers = new HashMap<>();

    NameFiles(String hostsFile, String servicesFile, String protocolsFile) {
        lines(hostsFile).forEach(this::addHost);
        lines(servicesFile).forEach(this::addService);
        lines(protocolsFile).forEach(this::addProtocol);
    }

    /// Reads the files, then goes on; a file that cannot be read has no names.
    static void load(Session session, Consumer<NameFiles> action) {
        text(
                session,
                "/etc/hosts",
                hosts -> text(
                        session,
                        "/etc/services",
                        services -> text(
                                session,
                                "/etc/protocols",
                                protocols -> action.accept(new NameFiles(hosts, services, protocols)))));
    }

    private static void text(Session session, String path, Consumer<String> action) {
        session.readFile(
                path,
                result -> action.accept(
                        switch (result) {
                            case Session.FileResult.Content(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
                            case Session.FileResult.Failed failed -> "";
                        }));
    }

    private static List<List<String>> lines(String file) {
        return file.lines()
                .map(line -> List.of(line.replaceFirst("#.*", "").strip().split("\\s+")))
                .filter(words -> words.size() > 1)
                .toList();
    }

    private void addHost(List<String> words) {
        Optional<byte[]> parsed = parse(words.getFirst());
        if (parsed.isEmpty()) {
            return;
        }
        byte[] address = parsed.get();
        hosts.putIfAbsent(ByteBuffer.wrap(address), words.get(1));
        for (String name : words.subList(1, words.size())) {
            addresses.computeIfAbsent(name, unseen -> new ArrayList<>()).add(address);
        }
    }

    private static Optional<byte[]> parse(String word) {
        Optional<byte[]> four = Ip4Address.parse(word)
                .map(address -> ByteBuffer.allocate(4).putInt(address.bits()).array());
        return four.isPresent()
                ? four
                : Ip6Address.parse(word)
                        .map(address -> ByteBuffer.allocate(16)
                                .putLong(address.high())
                                .putLong(address.low())
                                .array());
    }

    private void addService(List<String> words) {
        String[] port = words.get(1).split("/");
        if (port.length != 2 || !port[0].matches("[0-9]{1,5}")) {
            return;
        }
        services.putIfAbsent(words.get(1), words.getFirst());
        for (String name : words) {
            ports.putIfAbsent(name + "/" + port[1], Integer.valueOf(port[0]));
        }
    }

    private void addProtocol(List<String> words) {
        if (!words.get(1).matches("[0-9]{1,5}")) {
            return;
        }
        int number = Integer.parseInt(words.get(1));
        protocolNames.putIfAbsent(number, words.getFirst());
        for (String name : words) {
            protocolNumbers.putIfAbsent(name, number);
        }
    }

    @Override
    public Optional<String> host(byte[] address) {
        return Optional.ofNullable(hosts.get(ByteBuffer.wrap(address)));
    }

    @Override
    public Optional<String> service(String protocol, int port) {
        return Optional.ofNullable(services.get(port + "/" + protocol));
    }

    @Override
    public Optional<String> protocol(int number) {
        return Optional.ofNullable(protocolNames.get(number));
    }

    @Override
    public List<byte[]> host(String name) {
        return List.copyOf(addresses.getOrDefault(name, List.of()));
    }

    @Override
    public OptionalInt port(String name, String protocol) {
        return optional(ports.get(name + "/" + protocol));
    }

    @Override
    public OptionalInt protocol(String name) {
        return optional(protocolNumbers.get(name));
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
