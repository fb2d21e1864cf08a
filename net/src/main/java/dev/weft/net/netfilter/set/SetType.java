package dev.weft.net.netfilter.set;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The types of sets that Linux knows, by the names of ipset(8) (kernel: `struct ip_set_type`).
public enum SetType {
    LIST_SET("list:set", List.of("setlist"), 3, 1, 0, 0),
    HASH_MAC("hash:mac", List.of("machash"), -1, 1, 0, 0),
    HASH_IP_MAC("hash:ip,mac", List.of("ipmachash"), -1, 2, 0, 0),
    HASH_NET_IFACE("hash:net,iface", List.of("netifacehash"), 8, 2, 488, 1264),
    HASH_NET_PORT("hash:net,port", List.of("netporthash"), 8, 2, 456, 1240),
    HASH_NET_PORT_NET("hash:net,port,net", List.of("netportnethash"), -1, 3, 0, 0),
    HASH_NET_NET("hash:net,net", List.of("netnethash"), -1, 2, 0, 0),
    HASH_NET("hash:net", List.of("nethash"), 7, 1, 456, 1240),
    HASH_IP_PORT_NET("hash:ip,port,net", List.of("ipportnethash"), 8, 3, 464, 1256),
    HASH_IP_PORT_IP("hash:ip,port,ip", List.of("ipportiphash"), 6, 3, 208, 232),
    HASH_IP_MARK("hash:ip,mark", List.of("ipmarkhash"), -1, 2, 0, 0),
    HASH_IP_PORT("hash:ip,port", List.of("ipporthash"), 7, 2, 216, 232),
    HASH_IP("hash:ip", List.of("iphash"), 6, 1, 216, 224),
    BITMAP_PORT("bitmap:port", List.of("portmap"), 3, 1, 0, 0),
    BITMAP_IP_MAC("bitmap:ip,mac", List.of("macipmap"), -1, 2, 0, 0),
    BITMAP_IP("bitmap:ip", List.of("ipmap"), 3, 1, 0, 0);

    private final String text;
    private final List<String> aliases;
    private final int revision;
    private final int dimension;
    private final int memory4;
    private final int memory6;

    SetType(String text, List<String> aliases, int revision, int dimension, int memory4, int memory6) {
        this.text = text;
        this.aliases = aliases;
        this.revision = revision;
        this.dimension = dimension;
        this.memory4 = memory4;
        this.memory6 = memory6;
    }

    /// The type of that name or alias.
    public static @Nullable SetType of(String name) {
        for (SetType type : values()) {
            if (type.text.equals(name) || type.aliases.contains(name)) {
                return type;
            }
        }
        return null;
    }

    public String text() {
        return text;
    }

    public int revision() {
        return revision;
    }

    /// How many parts an element has.
    public int dimension() {
        return dimension;
    }

    /// Can sets of this type be created? The others are refused in the way of a kernel that is built without them.
    public boolean isSupported() {
        return revision >= 0;
    }

    public boolean isHash() {
        return text.startsWith("hash:");
    }

    boolean isBitmap() {
        return text.startsWith("bitmap:");
    }

    /// Has it networks, and so `nomatch`?
    boolean hasNetworks() {
        return text.startsWith("hash:") && text.contains("net");
    }

    boolean hasPort() {
        return text.contains("port");
    }

    /// Has it a second address or network?
    boolean hasSecond() {
        return this == HASH_IP_PORT_IP || this == HASH_IP_PORT_NET;
    }

    boolean hasDevice() {
        return this == HASH_NET_IFACE;
    }

    /// May addresses be masked by `netmask`?
    boolean hasNetmask() {
        return this == HASH_IP || this == HASH_IP_PORT || this == BITMAP_IP;
    }

    /// What Linux says an empty hash takes, its buckets aside.
    int memory(boolean ip6) {
        return ip6 ? memory6 : memory4;
    }

    /// The bytes of an element in Linux, its extensions aside.
    int elementBytes(boolean ip6) {
        int address = ip6 ? 16 : 4;
        return switch (this) {
            case HASH_IP -> address;
            case HASH_NET, HASH_IP_PORT, HASH_NET_PORT -> address + 4;
            case HASH_IP_PORT_IP, HASH_IP_PORT_NET -> 2 * address + 4;
            case HASH_NET_IFACE -> address + 24;
            default -> 0;
        };
    }
}
