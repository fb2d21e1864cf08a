package dev.weft.net.ip.v4;

import dev.weft.net.namespace.SysctlNumber;
import java.util.List;
import java.util.Locale;

/// What can be set for IPv4 in a namespace as a whole (`net.ipv4.*`, `net.ipv4.route.*`; kernel: `struct netns_ipv4`).
/// Times are in jiffies.
public enum Ip4Global {
    FIB_MULTIPATH_HASH_FIELDS(7, SysctlNumber.unsigned(1, 0xfff)),
    FIB_MULTIPATH_HASH_POLICY(0, SysctlNumber.unsigned(0, 3)),
    FIB_MULTIPATH_HASH_SEED(0, SysctlNumber.unsigned(0, 0xffff_ffffL)),
    FIB_MULTIPATH_USE_NEIGH(0, SysctlNumber.SWITCH),
    FIB_NOTIFY_ON_FLAG_CHANGE(0, SysctlNumber.unsigned(0, 2)),
    FWMARK_REFLECT(0, SysctlNumber.OCTET),
    ICMP_ECHO_ENABLE_PROBE(0, SysctlNumber.SWITCH),
    ICMP_ECHO_IGNORE_ALL(0, SysctlNumber.SWITCH),
    ICMP_ECHO_IGNORE_BROADCASTS(1, SysctlNumber.SWITCH),
    ICMP_ERRORS_USE_INBOUND_IFADDR(0, SysctlNumber.SWITCH),
    ICMP_IGNORE_BOGUS_ERROR_RESPONSES(1, SysctlNumber.SWITCH),
    ICMP_MSGS_BURST(50, SysctlNumber.NOT_NEGATIVE),
    ICMP_MSGS_PER_SEC(1000, SysctlNumber.NOT_NEGATIVE),
    ICMP_RATELIMIT(250, SysctlNumber.MILLISECONDS),
    ICMP_RATEMASK(0x1818, SysctlNumber.ANY),
    IGMP_LINK_LOCAL_MCAST_REPORTS(1, SysctlNumber.OCTET),
    IGMP_MAX_MEMBERSHIPS(20, SysctlNumber.ANY),
    IGMP_MAX_MSF(10, SysctlNumber.ANY),
    IGMP_QRV(2, SysctlNumber.between(1, Integer.MAX_VALUE)),
    IP_AUTOBIND_REUSE(0, SysctlNumber.SWITCH),
    IP_DEFAULT_TTL(64, SysctlNumber.unsigned(1, 255)),
    IP_DYNADDR(0, SysctlNumber.OCTET),
    IP_EARLY_DEMUX(1, SysctlNumber.OCTET),
    IP_FORWARD_UPDATE_PRIORITY(1, SysctlNumber.SWITCH),
    IP_FORWARD_USE_PMTU(0, SysctlNumber.OCTET),
    IP_NO_PMTU_DISC(0, SysctlNumber.OCTET),
    IP_NONLOCAL_BIND(0, SysctlNumber.OCTET),
    IP_UNPRIVILEGED_PORT_START(1024, SysctlNumber.between(0, 65535)),
    IPFRAG_HIGH_THRESH(4 << 20, SysctlNumber.NOT_NEGATIVE),
    IPFRAG_LOW_THRESH(3 << 20, SysctlNumber.NOT_NEGATIVE),
    IPFRAG_MAX_DIST(64, SysctlNumber.NOT_NEGATIVE),
    IPFRAG_TIME(30 * 250, SysctlNumber.SECONDS),
    NEXTHOP_COMPAT_MODE(1, SysctlNumber.SWITCH),
    RAW_L3MDEV_ACCEPT(1, SysctlNumber.SWITCH),
    ROUTE_MIN_ADV_MSS("route", "min_adv_mss", 256, SysctlNumber.ANY),
    ROUTE_MIN_PMTU("route", "min_pmtu", 552, SysctlNumber.between(68, Integer.MAX_VALUE)),
    ROUTE_MTU_EXPIRES("route", "mtu_expires", 600 * 250, SysctlNumber.SECONDS),
    UDP_EARLY_DEMUX(1, SysctlNumber.OCTET),
    UDP_L3MDEV_ACCEPT(0, SysctlNumber.SWITCH),
    UDP_RMEM_MIN(4096, SysctlNumber.between(1, Integer.MAX_VALUE)),
    UDP_WMEM_MIN(4096, SysctlNumber.between(1, Integer.MAX_VALUE));

    static final List<Ip4Global> ALL = List.of(values());

    private final String directory;
    private final String fileName;
    private final int initial;
    private final SysctlNumber number;

    Ip4Global(String directory, String fileName, int initial, SysctlNumber number) {
        this.directory = directory;
        this.fileName = fileName;
        this.initial = initial;
        this.number = number;
    }

    Ip4Global(int initial, SysctlNumber number) {
        this.directory = "";
        this.fileName = name().toLowerCase(Locale.ROOT);
        this.initial = initial;
        this.number = number;
    }

    /// Its directory below `net/ipv4`, mostly empty.
    String directory() {
        return directory;
    }

    public String fileName() {
        return fileName;
    }

    int initial() {
        return initial;
    }

    public SysctlNumber number() {
        return number;
    }
}
