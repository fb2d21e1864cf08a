package dev.weft.net.ip.v4;

import dev.weft.net.namespace.SysctlNumber;
import java.util.List;
import java.util.Locale;

/// What can be set for IPv4 on each device, for all of them, and for those to come (`net.ipv4.conf`; kernel:
/// `IPV4_DEVCONF_*`).
public enum Ip4Setting {
    ACCEPT_LOCAL(0, Rule.OR),
    ACCEPT_REDIRECTS(1, Rule.DEVICE),
    ACCEPT_SOURCE_ROUTE(0, Rule.AND),
    ARP_ACCEPT(0, Rule.MAX),
    ARP_ANNOUNCE(0, Rule.MAX),
    ARP_EVICT_NOCARRIER(1, Rule.AND),
    ARP_FILTER(0, Rule.OR),
    ARP_IGNORE(0, Rule.MAX),
    ARP_NOTIFY(0, Rule.MAX),
    BC_FORWARDING(0, Rule.AND),
    BOOTP_RELAY(0, Rule.AND),
    DISABLE_POLICY(0, Rule.DEVICE),
    DISABLE_XFRM(0, Rule.DEVICE),
    DROP_GRATUITOUS_ARP(0, Rule.OR),
    DROP_UNICAST_IN_L2_MULTICAST(0, Rule.OR),
    FORCE_IGMP_VERSION(0, Rule.MAX),
    FORWARDING(0, Rule.DEVICE),
    IGMPV2_UNSOLICITED_REPORT_INTERVAL(10_000, Rule.DEVICE),
    IGMPV3_UNSOLICITED_REPORT_INTERVAL(1_000, Rule.DEVICE),
    IGNORE_ROUTES_WITH_LINKDOWN(0, Rule.OR),
    LOG_MARTIANS(0, Rule.OR),
    MC_FORWARDING(0, Rule.AND),
    MEDIUM_ID(0, Rule.DEVICE),
    PROMOTE_SECONDARIES(0, Rule.OR),
    PROXY_ARP(0, Rule.OR),
    PROXY_ARP_PVLAN(0, Rule.OR),
    ROUTE_LOCALNET(0, Rule.OR),
    RP_FILTER(0, Rule.MAX),
    SECURE_REDIRECTS(1, Rule.OR),
    SEND_REDIRECTS(1, Rule.OR),
    SHARED_MEDIA(1, Rule.OR),
    SRC_VALID_MARK(0, Rule.OR),
    TAG(0, Rule.DEVICE);

    /// How the values of the device and of `all` go together.
    enum Rule {
        /// The device's own counts (kernel: `IN_DEV_CONF_GET`).
        DEVICE,
        /// Both must be set (`IN_DEV_ANDCONF`).
        AND,
        /// One of them must be set (`IN_DEV_ORCONF`).
        OR,
        /// The greater counts (`IN_DEV_MAXCONF`).
        MAX
    }

    static final List<Ip4Setting> ALL = List.of(values());
    static final SysctlNumber NUMBER = SysctlNumber.ANY;

    private final int initial;
    private final Rule rule;

    Ip4Setting(int initial, Rule rule) {
        this.initial = initial;
        this.rule = rule;
    }

    /// Its name as a file: `rp_filter`.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int initial() {
        return initial;
    }

    /// What holds for a device on which this is `own` while it is `all` for all.
    int combine(int own, int all) {
        return switch (rule) {
            case DEVICE -> own;
            case AND -> own != 0 && all != 0 ? 1 : 0;
            case OR -> own != 0 || all != 0 ? 1 : 0;
            case MAX -> Math.max(own, all);
        };
    }
}
