package dev.weft.net.sysctl;

/// `net.core`, `net.bridge`, `net.unix`, `net.mptcp` as Linux 6.18 has them.
final class CoreSettings {
    static final String CORE = """
        optmem_max int:0 131072
        rps_default_mask text 0
        somaxconn int:0 4096
        tstamp_allow_data uint:0:1 1
        txrehash uint:0:1 1
        xfrm_acq_expires int 30
        xfrm_aevent_etime uint 10
        xfrm_aevent_rseqth uint 2
        xfrm_larval_drop int 1
        """;

    /// What concerns the whole machine.
    static final String CORE_INITIAL = """
        bpf_jit_enable int:0:2 1
        bpf_jit_harden 0600/int:0:2 0
        bpf_jit_kallsyms 0600/int:0:1 1
        bpf_jit_limit 0600/long 528482304
        busy_poll int:0 0
        busy_read int:0 0
        default_qdisc words:pfifo_fast,fq,fq_codel,sfq,pfifo,bfifo pfifo_fast
        dev_weight int:1 64
        dev_weight_rx_bias int:1 1
        dev_weight_tx_bias int:1 1
        devconf_inherit_init_net int:0:3 0
        fb_tunnels_only_for_init_net int:0:2 0
        flow_limit_cpu_bitmap text 0
        flow_limit_table_len int 4096
        gro_normal_batch int:1 8
        high_order_alloc_disable int:0:1 0
        max_skb_frags int:1:17 17
        mem_pcpu_rsv int:16 256
        message_burst int 10
        message_cost seconds 5
        netdev_budget int 300
        netdev_budget_usecs int:0 8000
        netdev_max_backlog int 1000
        netdev_tstamp_prequeue int 1
        netdev_unregister_timeout_secs int:1:3600 10
        rmem_default int:2304 212992
        rmem_max int:2304 4194304
        rps_sock_flow_entries int:0:536870912 0
        skb_defer_max uint 64
        warnings int 0
        wmem_default int:4608 212992
        wmem_max int:4608 4194304
        """;

    /// What other namespaces may see of it.
    static final String CORE_OTHERS = """
        rmem_default 0444/int 212992
        rmem_max 0444/int 4194304
        wmem_default 0444/int 212992
        wmem_max 0444/int 4194304
        """;

    static final String BRIDGE = """
        bridge-nf-call-arptables switch 1
        bridge-nf-call-ip6tables switch 1
        bridge-nf-call-iptables switch 1
        bridge-nf-filter-pppoe-tagged switch 0
        bridge-nf-filter-vlan-tagged switch 0
        bridge-nf-pass-vlan-input-dev switch 0
        """;

    static final String UNIX = """
        max_dgram_qlen int 10
        """;

    static final String MPTCP = """
        add_addr_timeout seconds 120
        allow_join_initial_addr_port uint:0:1 1
        available_path_managers 0444/text kernel userspace
        available_schedulers 0444/text default
        blackhole_timeout int:0 3600
        checksum_enabled uint:0:1 0
        close_timeout seconds 60
        enabled uint:0:1 1
        path_manager words:kernel,userspace kernel
        pm_type uint:0:1 0
        scheduler words:default default
        stale_loss_cnt uint 4
        syn_retrans_before_tcp_fallback u8 2
        """;

    private CoreSettings() {}
}
