package dev.weft.net.netfilter.conntrack;

/// What is counted about tracking as such (kernel: `struct ip_conntrack_stat`).
public enum Statistic {
    FOUND,
    INVALID,
    INSERT,
    INSERT_FAILED,
    DROP,
    EARLY_DROP,
    ERROR,
    SEARCH_RESTART,
    CLASH_RESOLVE,
    CHAIN_TOO_LONG,
    EXPECT_NEW,
    EXPECT_CREATE,
    EXPECT_DELETE
}
