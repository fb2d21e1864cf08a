package dev.weft.iptables.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The matches and targets that the model knows: some well enough to save and list them as iptables does, the
/// others by name only.
final class Extensions {
    private static final Map<String, Extension> MATCHES = new HashMap<>();
    private static final Map<String, Extension> TARGETS = new HashMap<>();

    private static final List<String> OTHER_MATCHES = List.of(
            "ah",
            "bpf",
            "cgroup",
            "cluster",
            "connbytes",
            "connlabel",
            "connlimit",
            "connmark",
            "cpu",
            "dccp",
            "devgroup",
            "dscp",
            "dst",
            "ecn",
            "esp",
            "eui64",
            "frag",
            "hashlimit",
            "hbh",
            "helper",
            "hl",
            "ipv6header",
            "iprange",
            "ipvs",
            "length",
            "mac",
            "mh",
            "nfacct",
            "osf",
            "owner",
            "physdev",
            "pkttype",
            "policy",
            "quota",
            "rateest",
            "realm",
            "recent",
            "rpfilter",
            "rt",
            "sctp",
            "set",
            "socket",
            "srh",
            "statistic",
            "string",
            "tcpmss",
            "time",
            "tos",
            "ttl",
            "u32",
            "udplite");
    private static final List<String> OTHER_TARGETS = List.of(
            "AUDIT",
            "CHECKSUM",
            "CLASSIFY",
            "CONNMARK",
            "CONNSECMARK",
            "CT",
            "DNPT",
            "DSCP",
            "ECN",
            "HL",
            "HMARK",
            "IDLETIMER",
            "LED",
            "NETMAP",
            "NFLOG",
            "NFQUEUE",
            "NOTRACK",
            "RATEEST",
            "SECMARK",
            "SET",
            "SNPT",
            "SYNPROXY",
            "TCPMSS",
            "TCPOPTSTRIP",
            "TEE",
            "TOS",
            "TPROXY",
            "TRACE",
            "TTL",
            "ULOG");

    /// Verdicts have no options at all.
    static final List<String> VERDICTS = List.of("ACCEPT", "DROP", "QUEUE", "RETURN");

    static {
        OTHER_MATCHES.forEach(name -> MATCHES.put(name, Extension.open(name)));
        OTHER_TARGETS.forEach(name -> TARGETS.put(name, Extension.open(name)));
        VERDICTS.forEach(name -> TARGETS.put(name, Extension.of(name)));
        KnownMatches.all().forEach(match -> MATCHES.put(match.name, match));
        KnownTargets.all().forEach(target -> TARGETS.put(target.name, target));
    }

    private Extensions() {}

    static Extension match(String name) {
        var found = MATCHES.get(name);
        if (found == null) {
            throw Failure.usage("Couldn't load match `%s':No such file or directory\n", name);
        }
        return found;
    }

    /// The match that a protocol brings along when one of its options is used.
    static @Nullable Extension ofProtocol(String protocol) {
        return MATCHES.get(protocol.equals("ipv6-icmp") ? "icmp6" : protocol);
    }

    static boolean isTarget(String name) {
        return TARGETS.containsKey(name);
    }

    /// A target of that name; what is none must be a chain.
    static Extension target(String name) {
        var found = TARGETS.get(name);
        if (found == null) {
            throw Failure.usage("Couldn't load target `%s':No such file or directory\n", name);
        }
        return found;
    }

    /// `VALUE[/MASK]` in hexadecimal, as marks are saved; a full mask is left out.
    static String mark(String text) {
        var parts = new ArrayList<>(List.of(text.split("/", 2)));
        try {
            long value = Long.decode(parts.getFirst());
            long mask = parts.size() == 1 ? ALL_BITS : Long.decode(parts.getLast());
            return hex(value) + (mask == ALL_BITS ? "" : "/" + hex(mask));
        } catch (NumberFormatException e) {
            throw Failure.usage("bad mark value for option \"--mark\", or out of range");
        }
    }

    private static final long ALL_BITS = 0xffffffffL;

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
