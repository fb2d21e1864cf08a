package dev.weft.net.sysctl;

/// `net.ipv4.tcp_*` and what else the transports keep under `net.ipv4`, as Linux 6.18 has them.
final class TcpSettings {
    static final String TABLE = """
        ip_local_port_range ports 32768 60999
        ip_local_reserved_ports bits:65536
        ping_group_range groups 1 0
        tcp_abort_on_overflow u8 0
        tcp_adv_win_scale int:-31:31 1
        tcp_allowed_congestion_control words:reno,cubic reno cubic
        tcp_app_win uint:0:31 31
        tcp_autocorking uint:0:1 1
        tcp_available_congestion_control 0444/text reno cubic
        tcp_backlog_ack_defer uint:0:1 1
        tcp_base_mss int 1024
        tcp_challenge_ack_limit int 2147483647
        tcp_child_ehash_entries uint:0:16777216 0
        tcp_comp_sack_delay_ns long 1000000
        tcp_comp_sack_nr u8 44
        tcp_comp_sack_slack_ns long 100000
        tcp_congestion_control words:reno,cubic cubic
        tcp_dsack u8 1
        tcp_early_demux u8 1
        tcp_early_retrans uint:0:4 3
        tcp_ecn uint:0:2 2
        tcp_ecn_fallback uint:0:1 1
        tcp_ecn_option uint:0:2 2
        tcp_ecn_option_beacon uint:0:3 3
        tcp_ehash_entries 0444/text -262144
        tcp_fack u8 0
        tcp_fastopen int 1
        tcp_fastopen_blackhole_timeout_sec int:0 0
        tcp_fastopen_key 0600/text 00000000-00000000-00000000-00000000
        tcp_fin_timeout seconds 60
        tcp_frto u8 2
        tcp_fwmark_accept u8 0
        tcp_invalid_ratelimit milliseconds 500
        tcp_keepalive_intvl seconds 75
        tcp_keepalive_probes u8 9
        tcp_keepalive_time seconds 7200
        tcp_l3mdev_accept uint:0:1 0
        tcp_limit_output_bytes int 4194304
        tcp_max_reordering int:1 300
        tcp_max_syn_backlog int 2048
        tcp_max_tw_buckets int 131072
        tcp_migrate_req uint:0:1 0
        tcp_min_rtt_wlen int:0:86400 300
        tcp_min_snd_mss int:48:65535 48
        tcp_min_tso_segs uint:1:255 2
        tcp_moderate_rcvbuf u8 1
        tcp_mtu_probe_floor int:48:65535 48
        tcp_mtu_probing u8 0
        tcp_no_metrics_save u8 0
        tcp_no_ssthresh_metrics_save uint:0:1 1
        tcp_notsent_lowat uint 4294967295
        tcp_orphan_retries u8 0
        tcp_pacing_ca_ratio int:0:1000 120
        tcp_pacing_ss_ratio int:0:1000 200
        tcp_pingpong_thresh uint:1:255 1
        tcp_plb_cong_thresh int:0:256 128
        tcp_plb_enabled uint:0:1 0
        tcp_plb_idle_rehash_rounds uint:0:31 3
        tcp_plb_rehash_rounds uint:0:31 12
        tcp_plb_suspend_rto_sec u8 60
        tcp_probe_interval uint:0:17179869 600
        tcp_probe_threshold int 8
        tcp_recovery u8 1
        tcp_reflect_tos uint:0:1 0
        tcp_reordering int:1:300 3
        tcp_retrans_collapse u8 1
        tcp_retries1 u8 3
        tcp_retries2 u8 15
        tcp_rfc1337 u8 0
        tcp_rmem ints:3:1 4096 131072 33554432
        tcp_rto_max_ms int:1000:120000 120000
        tcp_rto_min_us int:1 200000
        tcp_sack u8 1
        tcp_shrink_window uint:0:1 0
        tcp_slow_start_after_idle u8 1
        tcp_stdurg u8 0
        tcp_syn_linear_timeouts uint:0:127 4
        tcp_syn_retries uint:1:127 6
        tcp_synack_retries u8 5
        tcp_syncookies u8 1
        tcp_thin_linear_timeouts u8 0
        tcp_timestamps u8 1
        tcp_tso_rtt_log u8 9
        tcp_tso_win_divisor u8 3
        tcp_tw_reuse uint:0:2 2
        tcp_tw_reuse_delay uint:1:60000 1000
        tcp_window_scaling u8 1
        tcp_wmem ints:3:1 4096 16384 4194304
        tcp_workaround_signed_windows u8 0
        udp_child_hash_entries uint:0:65536 0
        udp_hash_entries 0444/text -16384
        xfrm4_gc_thresh int 32768
        """;

    /// What concerns the whole machine.
    static final String INITIAL = """
        fib_sync_mem uint:65536:67108864 524288
        inet_peer_maxttl seconds 600
        inet_peer_minttl seconds 120
        inet_peer_threshold int 65664
        ipfrag_secret_interval seconds 0
        tcp_available_ulp 0444/text mptcp
        tcp_low_latency int 0
        tcp_max_orphans int 131072
        tcp_mem ints:3:0 287898 383867 575796
        udp_mem ints:3:0 575799 767734 1151598
        """;

    private TcpSettings() {}
}
