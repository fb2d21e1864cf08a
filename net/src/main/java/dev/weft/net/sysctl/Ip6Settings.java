package dev.weft.net.sysctl;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.util.List;
import java.util.Set;

/// `net.ipv6` as Linux 6.18 has it.
final class Ip6Settings {
    static final String GLOBAL = """
        anycast_src_echo_reply u8 0
        auto_flowlabels uint:0:3 1
        bindv6only u8 0
        fib_multipath_hash_fields uint:1:4095 7
        fib_multipath_hash_policy uint:0:3 0
        fib_notify_on_flag_change uint:0:2 0
        flowlabel_consistency u8 1
        flowlabel_reflect int:0:7 0
        flowlabel_state_ranges u8 0
        fwmark_reflect u8 0
        idgen_delay seconds 1
        idgen_retries int 3
        ioam6_id uint:0:16777215 16777215
        ioam6_id_wide long:0:72057594037927935 72057594037927935
        ip6frag_high_thresh long:3145728 4194304
        ip6frag_low_thresh long:0:4194304 3145728
        ip6frag_time seconds 60
        ip_nonlocal_bind u8 0
        max_dst_opts_length int 2147483647
        max_dst_opts_number int 8
        max_hbh_length int 2147483647
        max_hbh_opts_number int 8
        seg6_flowlabel int 0
        xfrm6_gc_thresh int 32768
        """;

    static final String GLOBAL_INITIAL = """
        calipso_cache_bucket_size int 10
        calipso_cache_enable int 1
        ip6frag_secret_interval seconds 0
        mld_max_msf int 64
        mld_qrv int:1 2
        """;

    static final String ICMP = """
        echo_ignore_all u8 0
        echo_ignore_anycast u8 0
        echo_ignore_multicast u8 0
        error_anycast_as_unicast uint:0:1 0
        ratelimit milliseconds 100
        ratemask bits:256 0-1,3-127
        """;

    static final String ROUTE = """
        flush 0200/text
        gc_elasticity int 9
        gc_interval seconds 30
        gc_min_interval seconds 0
        gc_min_interval_ms milliseconds 500
        gc_thresh int 1024
        gc_timeout seconds 60
        max_size int 2147483647
        min_adv_mss int 1220
        mtu_expires seconds 600
        skip_notify_on_dev_down uint:0:1 0
        """;

    private static final String CONF_TABLE = """
        accept_dad int 1
        accept_ra int 1
        accept_ra_defrtr int 1
        accept_ra_from_local int 0
        accept_ra_min_hop_limit int 1
        accept_ra_min_lft int 0
        accept_ra_mtu int 1
        accept_ra_pinfo int 1
        accept_ra_rt_info_max_plen int 0
        accept_ra_rt_info_min_plen int 0
        accept_ra_rtr_pref int 1
        accept_redirects int 1
        accept_source_route int 0
        accept_untracked_na int:0:2 0
        addr_gen_mode int:0:3 0
        autoconf int 1
        dad_transmits int 1
        disable_ipv6 int 0
        disable_policy int 0
        drop_unicast_in_l2_multicast int 0
        drop_unsolicited_na int 0
        enhanced_dad int 1
        force_forwarding int:0:1 0
        force_mld_version int 0
        force_tllao int 0
        forwarding int 0
        hop_limit int:1:255 64
        ignore_routes_with_linkdown int 0
        ioam6_enabled uint:0:1 0
        ioam6_id uint:0:65535 65535
        ioam6_id_wide uint 4294967295
        keep_addr_on_down int 0
        max_addresses int 16
        max_desync_factor int 600
        mc_forwarding 0444/int 0
        mldv1_unsolicited_report_interval milliseconds 10000
        mldv2_unsolicited_report_interval milliseconds 1000
        mtu int:1280 1280
        ndisc_evict_nocarrier uint:0:1 1
        ndisc_notify int 0
        ndisc_tclass u8 0
        optimistic_dad int 0
        proxy_ndp int 0
        ra_defrtr_metric uint:1:4294967295 1024
        ra_honor_pio_life uint:0:1 0
        ra_honor_pio_pflag uint:0:1 0
        regen_max_retry int 3
        regen_min_advance int 2
        router_probe_interval seconds 60
        router_solicitation_delay seconds 1
        router_solicitation_interval seconds 4
        router_solicitation_max_interval seconds 3600
        router_solicitations int:-1 -1
        rpl_seg_enabled int:0:1 0
        seg6_enabled int 0
        seg6_require_hmac int 0
        suppress_frag_ndisc int 1
        temp_prefered_lft int 86400
        temp_valid_lft int 604800
        use_oif_addrs_only int 0
        use_optimistic int 0
        use_tempaddr int 0
        """;

    private static final String NEIGH_TABLE = """
        anycast_delay centiseconds 100
        app_solicit int:0 0
        base_reachable_time_ms milliseconds 30000
        delay_first_probe_time seconds 5
        gc_stale_time seconds 60
        interval_probe_time_ms milliseconds 5000
        locktime centiseconds 0
        mcast_resolicit int:0 0
        mcast_solicit int:0 3
        proxy_delay centiseconds 80
        proxy_qlen int:0 64
        retrans_time_ms milliseconds 1000
        ucast_solicit int:0 3
        unres_qlen int:0 101
        unres_qlen_bytes int:0 212992
        """;

    static final String NEIGH_INITIAL = """
        gc_interval seconds 30
        gc_thresh1 int 128
        gc_thresh2 int 512
        gc_thresh3 int 1024
        """;

    static final KeptDeviceTable CONF = new KeptDeviceTable(
            "net/ipv6/conf", Set.of("disable_ipv6", "forwarding"), new ConfDirectories(), CONF_TABLE);

    static final KeptDeviceTable NEIGH =
            new KeptDeviceTable("net/ipv6/neigh", Set.of(), new NeighDirectories(), NEIGH_TABLE);

    private Ip6Settings() {}

    private static final class ConfDirectories implements KeptDeviceTable.Special {
        @Override
        public List<String> general(NetNamespace namespace) {
            return List.of("all", "default");
        }

        @Override
        public String initialForAll(KeptSetting setting) {
            return setting.name().equals("accept_dad") ? "0" : setting.initial();
        }

        @Override
        public String initial(KeptSetting setting, NetDevice device) {
            boolean loopback = device.has(NetDevice.IFF_LOOPBACK);
            return switch (setting.name()) {
                case "mtu" -> Integer.toString(device.mtu());
                case "accept_dad", "use_tempaddr" -> loopback ? "-1" : setting.initial();
                default -> setting.initial();
            };
        }
    }

    private static final class NeighDirectories implements KeptDeviceTable.Special {
        @Override
        public List<String> general(NetNamespace namespace) {
            return Network.of(namespace).initial() == namespace ? List.of("default") : List.of();
        }

        @Override
        public String initial(KeptSetting setting, NetDevice device) {
            return setting.initial();
        }
    }
}
