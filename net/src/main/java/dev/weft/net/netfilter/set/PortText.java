package dev.weft.net.netfilter.set;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.iproute.IpProtocolNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Protocols and ports as they are written in elements: `tcp:80`, `icmp:echo-request`, `gre:0`.
final class PortText {
    private static final Map<String, Integer> ICMP = names("""
        echo-reply 0 0
        pong 0 0
        network-unreachable 3 0
        host-unreachable 3 1
        protocol-unreachable 3 2
        port-unreachable 3 3
        fragmentation-needed 3 4
        source-route-failed 3 5
        network-unknown 3 6
        host-unknown 3 7
        network-prohibited 3 9
        host-prohibited 3 10
        TOS-network-unreachable 3 11
        TOS-host-unreachable 3 12
        communication-prohibited 3 13
        host-precedence-violation 3 14
        precedence-cutoff 3 15
        source-quench 4 0
        network-redirect 5 0
        host-redirect 5 1
        TOS-network-redirect 5 2
        TOS-host-redirect 5 3
        echo-request 8 0
        ping 8 0
        router-advertisement 9 0
        router-solicitation 10 0
        ttl-zero-during-transit 11 0
        ttl-zero-during-reassembly 11 1
        ip-header-bad 12 0
        required-option-missing 12 1
        timestamp-request 13 0
        timestamp-reply 14 0
        address-mask-request 17 0
        address-mask-reply 18 0
        """);
    private static final Map<String, Integer> ICMP6 = names("""
        no-route 1 0
        communication-prohibited 1 1
        address-unreachable 1 3
        port-unreachable 1 4
        packet-too-big 2 0
        ttl-zero-during-transit 3 0
        ttl-zero-during-reassembly 3 1
        bad-header 4 0
        unknown-header-type 4 1
        unknown-option 4 2
        echo-request 128 0
        ping 128 0
        echo-reply 129 0
        pong 129 0
        router-solicitation 133 0
        router-advertisement 134 0
        neighbour-solicitation 135 0
        neigbour-solicitation 135 0
        neighbour-advertisement 136 0
        neigbour-advertisement 136 0
        redirect 137 0
        """);

    private PortText() {}

    private static Map<String, Integer> names(String table) {
        Map<String, Integer> names = new LinkedHashMap<>();
        for (String line : table.lines().toList()) {
            String[] words = line.split(" ");
            names.put(words[0], Integer.parseInt(words[1]) << 8 | Integer.parseInt(words[2]));
        }
        return names;
    }

    /// The type and code of ICMP with that name.
    static OptionalInt icmp(String name, boolean ip6) {
        Integer found = (ip6 ? ICMP6 : ICMP).get(name);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    static Iterable<String> icmpNames(boolean ip6) {
        return (ip6 ? ICMP6 : ICMP).keySet();
    }

    static String of(int protocol, int port) {
        String name = IpProtocolNames.find(protocol).orElse(Integer.toString(protocol));
        boolean ip6 = protocol == IpProtocol.ICMP6;
        return name + ":" + (ip6 || protocol == IpProtocol.ICMP ? icmp(port, ip6) : Integer.toString(port));
    }

    private static String icmp(int typeAndCode, boolean ip6) {
        for (Map.Entry<String, Integer> named : (ip6 ? ICMP6 : ICMP).entrySet()) {
            if (named.getValue() == typeAndCode) {
                return named.getKey();
            }
        }
        return (typeAndCode >> 8) + "/" + (typeAndCode & 0xff);
    }
}
