package dev.weft.net.monitor;

import dev.weft.core.command.Args;
import java.util.List;
import java.util.Optional;

/// What `monitor` understands as part of one tool.
///
/// @param kinds the words for kinds of news, in the order in which an abbreviation finds them
/// @param whole those of them that cannot be abbreviated
/// @param labelsAreAsked is `label` a word?
/// @param seesOtherNamespaces are `all-nsid` and `dev` words?
public record MonitorWords(
        List<String> kinds, List<String> whole, boolean labelsAreAsked, boolean seesOtherNamespaces, String usage) {
    public static final MonitorWords IP = new MonitorWords(
            List.of(
                    "link", "address", "route", "mroute", "prefix", "neigh", "netconf", "rule", "nsid", "nexthop",
                    "stats"),
            List.of("stats"),
            true,
            true,
            """
            Usage: ip monitor [ all | OBJECTS ] [ FILE ] [ label ] [ all-nsid ]
                              [ dev DEVICE ]
            OBJECTS :=  address | link | mroute | neigh | netconf |
                        nexthop | nsid | prefix | route | rule | stats
            FILE := file FILENAME
            """);

    public static final MonitorWords BRIDGE = new MonitorWords(
            List.of("link", "fdb", "mdb", "vlan", "vni"),
            List.of(),
            false,
            false,
            "Usage: bridge monitor [file | link | fdb | mdb | vlan | vni | all]\n");

    /// The kind that a word, whole or abbreviated, means.
    Optional<String> kind(String word) {
        return kinds.stream()
                .filter(kind -> whole.contains(kind) ? kind.equals(word) : Args.matches(word, kind))
                .findFirst();
    }
}
