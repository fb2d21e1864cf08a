package dev.weft.core.graph;

/// Why a packet's way ends without delivery, in Linux's words where it has one (`enum skb_drop_reason`). Features and
/// plugins
/// add their own beside those listed here.
///
/// @param name as the kernel spells it, without `SKB_DROP_REASON_`
/// @param text one clause for people, that goes on from "dropped: "
public record DropReason(String name, String text) {
    public static final DropReason NOT_SPECIFIED = new DropReason("NOT_SPECIFIED", "no reason was given");
    public static final DropReason NO_SOCKET = new DropReason("NO_SOCKET", "no socket listens there");
    public static final DropReason PKT_TOO_SMALL =
            new DropReason("PKT_TOO_SMALL", "the packet is shorter than its headers");
    public static final DropReason PKT_TOO_BIG =
            new DropReason("PKT_TOO_BIG", "the packet is larger than the device's MTU");
    public static final DropReason OTHERHOST = new DropReason("OTHERHOST", "the frame is addressed to another host");
    public static final DropReason IP_CSUM = new DropReason("IP_CSUM", "the IP header's checksum is wrong");
    public static final DropReason ICMP_CSUM = new DropReason("ICMP_CSUM", "the ICMP checksum is wrong");
    public static final DropReason UDP_CSUM = new DropReason("UDP_CSUM", "the UDP checksum is wrong");
    public static final DropReason TCP_CSUM = new DropReason("TCP_CSUM", "the TCP checksum is wrong");
    public static final DropReason IP_INHDR = new DropReason("IP_INHDR", "the IP header is malformed");
    public static final DropReason IP_RPFILTER =
            new DropReason("IP_RPFILTER", "the reverse path filter refuses the source (rp_filter)");
    public static final DropReason IP_NOPROTO = new DropReason("IP_NOPROTO", "nothing handles this IP protocol");
    public static final DropReason IP_INNOROUTES =
            new DropReason("IP_INNOROUTES", "there is no route to the destination");
    public static final DropReason IP_OUTNOROUTES = new DropReason("IP_OUTNOROUTES", "there is no route out");
    public static final DropReason IP_LOCAL_SOURCE =
            new DropReason("IP_LOCAL_SOURCE", "the source is an address of this host");
    public static final DropReason IP_INVALID_SOURCE =
            new DropReason("IP_INVALID_SOURCE", "the source is no valid address");
    public static final DropReason IP_INVALID_DEST =
            new DropReason("IP_INVALID_DEST", "the destination is no valid address");
    public static final DropReason IP_TTL = new DropReason("IP_INHDR", "the time to live has run out");
    public static final DropReason UNICAST_IN_L2_MULTICAST =
            new DropReason("UNICAST_IN_L2_MULTICAST", "unicast IP came in a link-layer multicast");
    public static final DropReason NEIGH_FAILED = new DropReason("NEIGH_FAILED", "the neighbour did not answer");
    public static final DropReason NEIGH_QUEUEFULL =
            new DropReason("NEIGH_QUEUEFULL", "too many packets wait for the neighbour");
    public static final DropReason NEIGH_DEAD = new DropReason("NEIGH_DEAD", "the neighbour entry is gone");
    public static final DropReason NEIGH_CREATEFAIL = new DropReason("NEIGH_CREATEFAIL", "the neighbour table is full");
    public static final DropReason NETFILTER_DROP = new DropReason("NETFILTER_DROP", "a netfilter rule dropped it");
    public static final DropReason SOCKET_RCVBUFF =
            new DropReason("SOCKET_RCVBUFF", "the socket's receive buffer is full");
    public static final DropReason PROTO_MEM = new DropReason("PROTO_MEM", "the protocol's memory limit is reached");
    public static final DropReason NOMEM = new DropReason("NOMEM", "packet memory is used up");
    public static final DropReason CPU_BACKLOG =
            new DropReason("CPU_BACKLOG", "the device's receive backlog is full (netdev_max_backlog)");
    public static final DropReason FULL_RING = new DropReason("FULL_RING", "the device's queue is full");
    public static final DropReason DEV_READY = new DropReason("DEV_READY", "the device is down");
    public static final DropReason DEV_HDR = new DropReason("DEV_HDR", "no link-layer header could be made");
    public static final DropReason HDR_TRUNC = new DropReason("HDR_TRUNC", "the packet ends within a header");
    public static final DropReason UNHANDLED_PROTO =
            new DropReason("UNHANDLED_PROTO", "nothing handles this EtherType");
    public static final DropReason DUP_FRAG = new DropReason("DUP_FRAG", "the fragment overlaps another");
    public static final DropReason FRAG_REASM_TIMEOUT =
            new DropReason("FRAG_REASM_TIMEOUT", "the other fragments did not come in time");
    public static final DropReason FRAG_TOO_FAR =
            new DropReason("FRAG_TOO_FAR", "the fragment is too far from the last");
    public static final DropReason IP_MULTICAST_NOT_MEMBER =
            new DropReason("IP_MULTICAST_NOT_MEMBER", "nobody here listens to this multicast group");

    @Override
    public String toString() {
        return name;
    }
}
