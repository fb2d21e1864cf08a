package dev.weft.net.link.bridge;

/// What `ip link help bridge` and `bridge_slave` print.
final class BridgeUsage {
    static final String BRIDGE = """
        Usage: ... bridge [ fdb_flush ]
        \t\t  [ forward_delay FORWARD_DELAY ]
        \t\t  [ hello_time HELLO_TIME ]
        \t\t  [ max_age MAX_AGE ]
        \t\t  [ ageing_time AGEING_TIME ]
        \t\t  [ stp_state STP_STATE ]
        \t\t  [ priority PRIORITY ]
        \t\t  [ group_fwd_mask MASK ]
        \t\t  [ group_address ADDRESS ]
        \t\t  [ no_linklocal_learn NO_LINKLOCAL_LEARN ]
        \t\t  [ vlan_filtering VLAN_FILTERING ]
        \t\t  [ vlan_protocol VLAN_PROTOCOL ]
        \t\t  [ vlan_default_pvid VLAN_DEFAULT_PVID ]
        \t\t  [ vlan_stats_enabled VLAN_STATS_ENABLED ]
        \t\t  [ vlan_stats_per_port VLAN_STATS_PER_PORT ]
        \t\t  [ mcast_snooping MULTICAST_SNOOPING ]
        \t\t  [ mcast_vlan_snooping MULTICAST_VLAN_SNOOPING ]
        \t\t  [ mcast_router MULTICAST_ROUTER ]
        \t\t  [ mcast_query_use_ifaddr MCAST_QUERY_USE_IFADDR ]
        \t\t  [ mcast_querier MULTICAST_QUERIER ]
        \t\t  [ mcast_hash_elasticity HASH_ELASTICITY ]
        \t\t  [ mcast_hash_max HASH_MAX ]
        \t\t  [ mcast_last_member_count LAST_MEMBER_COUNT ]
        \t\t  [ mcast_startup_query_count STARTUP_QUERY_COUNT ]
        \t\t  [ mcast_last_member_interval LAST_MEMBER_INTERVAL ]
        \t\t  [ mcast_membership_interval MEMBERSHIP_INTERVAL ]
        \t\t  [ mcast_querier_interval QUERIER_INTERVAL ]
        \t\t  [ mcast_query_interval QUERY_INTERVAL ]
        \t\t  [ mcast_query_response_interval QUERY_RESPONSE_INTERVAL ]
        \t\t  [ mcast_startup_query_interval STARTUP_QUERY_INTERVAL ]
        \t\t  [ mcast_stats_enabled MCAST_STATS_ENABLED ]
        \t\t  [ mcast_igmp_version IGMP_VERSION ]
        \t\t  [ mcast_mld_version MLD_VERSION ]
        \t\t  [ nf_call_iptables NF_CALL_IPTABLES ]
        \t\t  [ nf_call_ip6tables NF_CALL_IP6TABLES ]
        \t\t  [ nf_call_arptables NF_CALL_ARPTABLES ]

        Where: VLAN_PROTOCOL := { 802.1Q | 802.1ad }
        """;

    static final String PORT = """
        Usage: ... bridge_slave [ fdb_flush ]
        \t\t\t[ state STATE ]
        \t\t\t[ priority PRIO ]
        \t\t\t[ cost COST ]
        \t\t\t[ guard {on | off} ]
        \t\t\t[ hairpin {on | off} ]
        \t\t\t[ fastleave {on | off} ]
        \t\t\t[ root_block {on | off} ]
        \t\t\t[ learning {on | off} ]
        \t\t\t[ flood {on | off} ]
        \t\t\t[ proxy_arp {on | off} ]
        \t\t\t[ proxy_arp_wifi {on | off} ]
        \t\t\t[ mcast_router MULTICAST_ROUTER ]
        \t\t\t[ mcast_fast_leave {on | off} ]
        \t\t\t[ mcast_flood {on | off} ]
        \t\t\t[ bcast_flood {on | off} ]
        \t\t\t[ mcast_to_unicast {on | off} ]
        \t\t\t[ group_fwd_mask MASK ]
        \t\t\t[ neigh_suppress {on | off} ]
        \t\t\t[ vlan_tunnel {on | off} ]
        \t\t\t[ isolated {on | off} ]
        \t\t\t[ locked {on | off} ]
        \t\t\t[ backup_port DEVICE ] [ nobackup_port ]
        """;

    private BridgeUsage() {}
}
