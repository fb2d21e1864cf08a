package dev.weft.net.netfilter.conntrack;

import dev.weft.net.namespace.Jiffies;
import dev.weft.net.namespace.SysctlNumber;
import java.util.List;
import java.util.Locale;

/// What can be set for connection tracking in a namespace (`net.netfilter.nf_conntrack_*`); times are in
/// jiffies.
public enum ConntrackSetting {
    ACCT(0, SysctlNumber.SWITCH),
    BUCKETS(262_144, SysctlNumber.ANY),
    CHECKSUM(1, SysctlNumber.SWITCH),
    COUNT(0, SysctlNumber.ANY),
    EVENTS(2, SysctlNumber.unsigned(0, 2)),
    EXPECT_MAX(4096, SysctlNumber.between(1, Integer.MAX_VALUE)),
    FRAG6_HIGH_THRESH(4 << 20, SysctlNumber.NOT_NEGATIVE),
    FRAG6_LOW_THRESH(3 << 20, SysctlNumber.NOT_NEGATIVE),
    FRAG6_TIMEOUT(60),
    GENERIC_TIMEOUT(600),
    GRE_TIMEOUT(30),
    GRE_TIMEOUT_STREAM(180),
    ICMP_TIMEOUT(30),
    ICMPV6_TIMEOUT(30),
    LOG_INVALID(0, SysctlNumber.OCTET),
    MAX(262_144, SysctlNumber.ANY),
    SCTP_TIMEOUT_CLOSED(10),
    SCTP_TIMEOUT_COOKIE_ECHOED(3),
    SCTP_TIMEOUT_COOKIE_WAIT(3),
    SCTP_TIMEOUT_ESTABLISHED(210),
    SCTP_TIMEOUT_HEARTBEAT_SENT(30),
    SCTP_TIMEOUT_SHUTDOWN_ACK_SENT(3),
    SCTP_TIMEOUT_SHUTDOWN_RECD(3),
    SCTP_TIMEOUT_SHUTDOWN_SENT(3),
    TCP_BE_LIBERAL(0, SysctlNumber.SWITCH),
    TCP_IGNORE_INVALID_RST(0, SysctlNumber.SWITCH),
    TCP_LOOSE(1, SysctlNumber.SWITCH),
    TCP_MAX_RETRANS(3, SysctlNumber.OCTET),
    TCP_TIMEOUT_CLOSE(10),
    TCP_TIMEOUT_CLOSE_WAIT(60),
    TCP_TIMEOUT_ESTABLISHED(432_000),
    TCP_TIMEOUT_FIN_WAIT(120),
    TCP_TIMEOUT_LAST_ACK(30),
    TCP_TIMEOUT_MAX_RETRANS(300),
    TCP_TIMEOUT_SYN_RECV(60),
    TCP_TIMEOUT_SYN_SENT(120),
    TCP_TIMEOUT_TIME_WAIT(120),
    TCP_TIMEOUT_UNACKNOWLEDGED(300),
    TIMESTAMP(0, SysctlNumber.SWITCH),
    UDP_TIMEOUT(30),
    UDP_TIMEOUT_STREAM(120);

    static final List<ConntrackSetting> ALL = List.of(values());

    private final int initial;
    private final SysctlNumber number;

    ConntrackSetting(int initial, SysctlNumber number) {
        this.initial = initial;
        this.number = number;
    }

    ConntrackSetting(int seconds) {
        this(Jiffies.ofSeconds(seconds), SysctlNumber.SECONDS);
    }

    public String fileName() {
        return "nf_conntrack_" + name().toLowerCase(Locale.ROOT);
    }

    int initial() {
        return initial;
    }

    SysctlNumber number() {
        return number;
    }

    /// Is it the same for all namespaces, and to be set in the first one only?
    boolean isGlobal() {
        return this == MAX || this == EXPECT_MAX || this == BUCKETS;
    }
}
