package dev.weft.app.server;

import java.util.List;
import java.util.stream.Stream;

/// The names under which Weft's client stands in a run's PATH: whatever sets up, shows or tests a network. Those that
/// Weft does not have yet say so, because the host's own must not be found in their place.
public final class CommandNames {
    public static final List<String> ALL = List.of(
            "arp",
            "arping",
            "arptables",
            "brctl",
            "bridge",
            "conntrack",
            "dhclient",
            "dnsdomainname",
            "domainname",
            "ebtables",
            "ethtool",
            "hostname",
            "ifconfig",
            "ifdown",
            "ifup",
            "ip",
            "ip6tables",
            "ip6tables-legacy",
            "ip6tables-legacy-restore",
            "ip6tables-legacy-save",
            "ip6tables-nft",
            "ip6tables-nft-restore",
            "ip6tables-nft-save",
            "ip6tables-restore",
            "ip6tables-save",
            "ipset",
            "iptables",
            "iptables-legacy",
            "iptables-legacy-restore",
            "iptables-legacy-save",
            "iptables-nft",
            "iptables-nft-restore",
            "iptables-nft-save",
            "iptables-restore",
            "iptables-save",
            "iptunnel",
            "iw",
            "mii-tool",
            "nameif",
            "netstat",
            "nft",
            "nisdomainname",
            "nstat",
            "ping",
            "ping6",
            "rarp",
            "route",
            "ss",
            "sudo",
            "sysctl",
            "tc",
            "tcpdump",
            "tracepath",
            "traceroute",
            "traceroute6",
            "vconfig",
            "weft",
            "wg",
            "xtables-legacy-multi",
            "xtables-nft-multi",
            "ypdomainname");

    /// With those that tell and wait for time.
    public static final List<String> IN_VIRTUAL_TIME =
            Stream.concat(ALL.stream(), Stream.of("date", "sleep", "timeout")).toList();

    private CommandNames() {}
}
