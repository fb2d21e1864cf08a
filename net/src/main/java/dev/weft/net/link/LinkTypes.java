package dev.weft.net.link;

import java.util.List;
import java.util.Optional;

/// The kinds of devices that there are.
public record LinkTypes(List<LinkType> all) {
    /// Kinds that iproute2 knows, whether there are devices of them here or not.
    private static final List<String> KNOWN = List.of(
            "amt",
            "bareudp",
            "bond",
            "bridge",
            "can",
            "dsa",
            "dummy",
            "erspan",
            "geneve",
            "gre",
            "gretap",
            "gtp",
            "ifb",
            "ip6erspan",
            "ip6gre",
            "ip6gretap",
            "ip6tnl",
            "ipip",
            "ipoib",
            "ipvlan",
            "ipvtap",
            "macsec",
            "macvlan",
            "macvtap",
            "netdevsim",
            "nlmon",
            "rmnet",
            "sit",
            "team",
            "vcan",
            "veth",
            "vlan",
            "vrf",
            "vti",
            "vxcan",
            "vxlan",
            "wwan",
            "xfrm",
            "virt_wifi");

    public LinkTypes {
        all = List.copyOf(all);
    }

    public Optional<LinkType> find(String kind) {
        return all.stream().filter(type -> type.kind().equals(kind)).findFirst();
    }

    /// Does iproute2 read the words behind this kind?
    static boolean isKnown(String kind) {
        return KNOWN.contains(kind);
    }
}
