package dev.weft.net.netfilter.table;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.iproute.IpProtocolNames;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The names that `-p` takes: those that iptables knows itself, then those of `/etc/protocols` (iptables:
/// `xtables_chain_protos`, `xtables_parse_protocol`).
public final class ProtocolNames {
    private static final Map<String, Integer> OWN = own();

    private ProtocolNames() {}

    private static Map<String, Integer> own() {
        Map<String, Integer> names = new LinkedHashMap<>();
        names.put("tcp", 6);
        names.put("sctp", 132);
        names.put("udp", 17);
        names.put("udplite", 136);
        names.put("icmp", 1);
        names.put("ipv6-icmp", 58);
        names.put("icmpv6", 58);
        names.put("esp", 50);
        names.put("ah", 51);
        names.put("ipv6-mh", 135);
        names.put("mh", 135);
        names.put("all", 0);
        return names;
    }

    /// The number that a word names; numbers are not words.
    public static OptionalInt number(String word) {
        Integer own = OWN.get(word.toLowerCase(Locale.ROOT));
        return own != null ? OptionalInt.of(own) : IpProtocolNames.named(word);
    }

    public static Optional<String> name(int number) {
        for (Map.Entry<String, Integer> entry : OWN.entrySet()) {
            if (entry.getValue() == number) {
                return Optional.of(entry.getKey());
            }
        }
        return IpProtocolNames.find(number);
    }

    /// Is it a header of IPv6 that stands before the transport's (iptables: `is_exthdr`)?
    public static boolean isExtensionHeader(int protocol) {
        return protocol == IpProtocol.ROUTING
                || protocol == IpProtocol.FRAGMENT
                || protocol == IpProtocol.AH
                || protocol == IpProtocol.DESTINATION_OPTIONS;
    }

    public static String nameOrNumber(int number) {
        return name(number).orElse(Integer.toString(number));
    }
}
