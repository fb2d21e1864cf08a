package dev.weft.net.hostname;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `/etc/hosts` says about a name (hosts(5)), as glibc gives it to gethostbyname(3) and getaddrinfo(3).
record HostsFile(List<Line> lines) {
    /// One line: an address, its official name and other names.
    record Line(IpAddress address, String name, List<String> aliases) {
        boolean names(String wanted) {
            return name.equalsIgnoreCase(wanted) || aliases.stream().anyMatch(wanted::equalsIgnoreCase);
        }
    }

    static HostsFile parse(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            Optional<IpAddress> address = address(words[0]);
            if (address.isPresent() && words.length > 1) {
                lines.add(new Line(address.get(), words[1], List.of(words).subList(2, words.length)));
            }
        }
        return new HostsFile(lines);
    }

    /// The lines about a name.
    HostsFile about(String wanted) {
        return new HostsFile(lines.stream().filter(line -> line.names(wanted)).toList());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// The official name: that of the first line.
    String canonicalName() {
        return lines.getFirst().name;
    }

    /// The other names; behind those of a further line stands its official name too.
    List<String> aliases() {
        List<String> all = new ArrayList<>(lines.getFirst().aliases);
        for (Line line : lines.subList(1, lines.size())) {
            all.addAll(line.aliases);
            all.add(line.name);
        }
        return all;
    }

    /// The addresses, those of IPv6 in front.
    List<IpAddress> addresses() {
        List<IpAddress> sorted = new ArrayList<>();
        lines.stream().map(Line::address).filter(Ip6Address.class::isInstance).forEach(sorted::add);
        lines.stream().map(Line::address).filter(Ip4Address.class::isInstance).forEach(sorted::add);
        return sorted;
    }

    private static Optional<IpAddress> address(String word) {
        return Ip4Address.parseLoosely(word)
                .<IpAddress>map(address -> address)
                .or(() -> Ip6Address.parse(word).map(address -> address));
    }
}
