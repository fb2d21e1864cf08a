package dev.weft.net.ip.v4;

/// What IPv4, ICMP and UDP count in a namespace, as `/proc/net/snmp` and `/proc/net/netstat` name it, in their order
/// (kernel: `snmp4_ipstats_list` and its kin).
public enum Ip4Counter {
    IN_RECEIVES(Group.IP, "InReceives"),
    IN_HDR_ERRORS(Group.IP, "InHdrErrors"),
    IN_ADDR_ERRORS(Group.IP, "InAddrErrors"),
    FORW_DATAGRAMS(Group.IP, "ForwDatagrams"),
    IN_UNKNOWN_PROTOS(Group.IP, "InUnknownProtos"),
    IN_DISCARDS(Group.IP, "InDiscards"),
    IN_DELIVERS(Group.IP, "InDelivers"),
    OUT_REQUESTS(Group.IP, "OutRequests"),
    OUT_DISCARDS(Group.IP, "OutDiscards"),
    OUT_NO_ROUTES(Group.IP, "OutNoRoutes"),
    REASM_TIMEOUT(Group.IP, "ReasmTimeout"),
    REASM_REQDS(Group.IP, "ReasmReqds"),
    REASM_OKS(Group.IP, "ReasmOKs"),
    REASM_FAILS(Group.IP, "ReasmFails"),
    FRAG_OKS(Group.IP, "FragOKs"),
    FRAG_FAILS(Group.IP, "FragFails"),
    FRAG_CREATES(Group.IP, "FragCreates"),
    OUT_TRANSMITS(Group.IP, "OutTransmits"),

    ICMP_IN_MSGS(Group.ICMP, "InMsgs"),
    ICMP_IN_ERRORS(Group.ICMP, "InErrors"),
    ICMP_IN_CSUM_ERRORS(Group.ICMP, "InCsumErrors"),
    ICMP_OUT_MSGS(Group.ICMP, "OutMsgs"),
    ICMP_OUT_ERRORS(Group.ICMP, "OutErrors"),
    ICMP_OUT_RATE_LIMIT_GLOBAL(Group.ICMP, "OutRateLimitGlobal"),
    ICMP_OUT_RATE_LIMIT_HOST(Group.ICMP, "OutRateLimitHost"),

    UDP_IN_DATAGRAMS(Group.UDP, "InDatagrams"),
    UDP_NO_PORTS(Group.UDP, "NoPorts"),
    UDP_IN_ERRORS(Group.UDP, "InErrors"),
    UDP_OUT_DATAGRAMS(Group.UDP, "OutDatagrams"),
    UDP_RCVBUF_ERRORS(Group.UDP, "RcvbufErrors"),
    UDP_SNDBUF_ERRORS(Group.UDP, "SndbufErrors"),
    UDP_IN_CSUM_ERRORS(Group.UDP, "InCsumErrors"),
    UDP_IGNORED_MULTI(Group.UDP, "IgnoredMulti"),
    UDP_MEM_ERRORS(Group.UDP, "MemErrors"),

    IN_NO_ROUTES(Group.IP_EXT, "InNoRoutes"),
    IN_TRUNCATED_PKTS(Group.IP_EXT, "InTruncatedPkts"),
    IN_MCAST_PKTS(Group.IP_EXT, "InMcastPkts"),
    OUT_MCAST_PKTS(Group.IP_EXT, "OutMcastPkts"),
    IN_BCAST_PKTS(Group.IP_EXT, "InBcastPkts"),
    OUT_BCAST_PKTS(Group.IP_EXT, "OutBcastPkts"),
    IN_OCTETS(Group.IP_EXT, "InOctets"),
    OUT_OCTETS(Group.IP_EXT, "OutOctets"),
    IN_MCAST_OCTETS(Group.IP_EXT, "InMcastOctets"),
    OUT_MCAST_OCTETS(Group.IP_EXT, "OutMcastOctets"),
    IN_BCAST_OCTETS(Group.IP_EXT, "InBcastOctets"),
    OUT_BCAST_OCTETS(Group.IP_EXT, "OutBcastOctets"),
    IN_CSUM_ERRORS(Group.IP_EXT, "InCsumErrors"),
    IN_NO_ECT_PKTS(Group.IP_EXT, "InNoECTPkts"),
    IN_ECT1_PKTS(Group.IP_EXT, "InECT1Pkts"),
    IN_ECT0_PKTS(Group.IP_EXT, "InECT0Pkts"),
    IN_CE_PKTS(Group.IP_EXT, "InCEPkts"),
    REASM_OVERLAPS(Group.IP_EXT, "ReasmOverlaps"),

    RP_FILTER(Group.TCP_EXT, "IPReversePathFilter");

    /// What counts the packets with each of the four marks of congestion (RFC 3168 §5).
    private static final Ip4Counter[] CONGESTION = {IN_NO_ECT_PKTS, IN_ECT1_PKTS, IN_ECT0_PKTS, IN_CE_PKTS};

    /// @param tos type of service, whose lowest bits are the mark
    static Ip4Counter ofCongestion(int tos) {
        return CONGESTION[tos & 3];
    }

    /// The line on which it stands.
    public enum Group {
        IP,
        ICMP,
        UDP,
        IP_EXT,
        TCP_EXT
    }

    private final Group group;
    private final String word;

    Ip4Counter(Group group, String word) {
        this.group = group;
        this.word = word;
    }

    public Group group() {
        return group;
    }

    public String word() {
        return word;
    }
}
