package dev.weft.net.tcpdump.filter;

import dev.weft.core.capture.DataLink;

/// Where in a frame the protocol is named and its packet starts; `vlan`, `mpls` and `pppoes` move it for the rest of
/// the
/// expression.
final class Encapsulation {
    static final int LLC_ISO = 0xfe;
    static final int LLC_IP = 0x06;
    static final int LLC_NETBEUI = 0xf0;
    static final int LLC_IPX = 0xe0;
    static final int LLC_STP = 0x42;

    private static final int IP = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int IPX = 0x8137;
    private static final int APPLETALK = 0x809b;
    private static final int APPLETALK_ARP = 0x80f3;
    private static final int LONGEST_802_3 = 1500;
    private static final int COOKED_802_2 = 4;
    private static final int COOKED_802_3 = 1;
    private static final int SNAP = 0xaaaa;

    private enum Below {
        LINK,
        MPLS,
        PPP
    }

    private final DataLink link;
    private Below below = Below.LINK;
    private int typeAt;
    private int payloadAt;
    private int packetAt;
    private int vlans;

    Encapsulation(DataLink link) {
        this.link = link;
        if (link.equals(DataLink.LINUX_SLL2)) {
            payloadAt = 20;
        } else if (link.equals(DataLink.LINUX_SLL)) {
            typeAt = 14;
            payloadAt = 16;
        } else if (link.equals(DataLink.NULL)) {
            payloadAt = 4;
        } else if (link.equals(DataLink.EN10MB)) {
            typeAt = 12;
            payloadAt = 14;
        }
        packetAt = payloadAt;
    }

    DataLink link() {
        return link;
    }

    boolean isEthernet() {
        return link.equals(DataLink.EN10MB);
    }

    /// Where the network packet starts.
    int packetAt() {
        return packetAt;
    }

    boolean isLabelled() {
        return below == Below.MPLS;
    }

    /// From here on, the expression is about what a VLAN tag carries.
    void enterVlan() {
        typeAt += 4;
        payloadAt += 4;
        packetAt += 4;
        vlans++;
    }

    int vlans() {
        return vlans;
    }

    void enterMpls() {
        below = Below.MPLS;
        packetAt += 4;
    }

    void enterPpp() {
        below = Below.PPP;
        typeAt = packetAt + 6;
        payloadAt = packetAt + 8;
        packetAt = payloadAt;
    }

    Value.Field field(int at, int size) {
        return new Value.Field(0, false, at, size);
    }

    /// A field of the network packet.
    Value.Field packetField(int offset, int size) {
        return field(packetAt + offset, size);
    }

    /// Does the frame carry this Ethernet type, or LLC service access point?
    Condition carries(int type) {
        return switch (below) {
            case MPLS -> belowLabels(type);
            case PPP -> Condition.equal(field(typeAt, 2), pppProtocol(type));
            case LINK -> carriedByLink(type);
        };
    }

    private Condition carriedByLink(int type) {
        if (link.equals(DataLink.EN10MB)) {
            return byEthernet(type);
        }
        if (link.equals(DataLink.LINUX_SLL) || link.equals(DataLink.LINUX_SLL2)) {
            return byCookedHeader(type);
        }
        if (link.equals(DataLink.NULL)) {
            return byFamily(type);
        }
        return byFirstBits(type, 0);
    }

    private Condition byEthernet(int type) {
        return switch (type) {
            case LLC_ISO, LLC_IP, LLC_NETBEUI ->
                shortFrame().and(Condition.equal(field(payloadAt, 2), type << 8 | type));
            case LLC_IPX ->
                Condition.equal(field(payloadAt, 1), LLC_IPX)
                        .or(Condition.equal(field(payloadAt, 2), 0xffff))
                        .or(snap(0, IPX))
                        .and(shortFrame())
                        .or(Condition.equal(field(typeAt, 2), IPX));
            case APPLETALK -> snapOrType(0x080007, type);
            case APPLETALK_ARP -> snapOrType(0, type);
            default ->
                type <= LONGEST_802_3
                        ? shortFrame().and(Condition.equal(field(payloadAt, 1), type))
                        : Condition.equal(field(typeAt, 2), type);
        };
    }

    /// An IEEE 802.3 frame: a length in the place of the type.
    Condition shortFrame() {
        return new Condition.Compare(field(typeAt, 2), Relation.LESS_OR_EQUAL, new Value.Number(LONGEST_802_3));
    }

    /// A field of the LLC header.
    Value.Field llcField(int offset, int size) {
        return field(payloadAt + offset, size);
    }

    private Condition snap(int organization, int type) {
        return Condition.equal(field(payloadAt, 4), (long) SNAP << 16 | 0x0300 | organization >> 16)
                .and(Condition.equal(field(payloadAt + 4, 4), (long) (organization & 0xffff) << 16 | type));
    }

    private Condition snapOrType(int organization, int type) {
        return shortFrame().and(snap(organization, type)).or(Condition.equal(field(typeAt, 2), type));
    }

    private Condition byCookedHeader(int type) {
        Condition llc = Condition.equal(field(typeAt, 2), COOKED_802_2);
        return switch (type) {
            case LLC_ISO, LLC_IP, LLC_NETBEUI -> llc.and(Condition.equal(field(payloadAt, 2), type << 8 | type));
            case LLC_IPX ->
                llc.and(Condition.equal(field(payloadAt, 1), LLC_IPX).or(snap(0, IPX)))
                        .or(Condition.equal(field(typeAt, 2), COOKED_802_3))
                        .or(Condition.equal(field(typeAt, 2), IPX));
            case APPLETALK -> llc.and(snap(0x080007, type)).or(Condition.equal(field(typeAt, 2), type));
            case APPLETALK_ARP -> llc.and(snap(0, type)).or(Condition.equal(field(typeAt, 2), type));
            default ->
                type <= LONGEST_802_3
                        ? llc.and(Condition.equal(field(payloadAt, 1), type))
                        : Condition.equal(field(typeAt, 2), type);
        };
    }

    /// BSD's loopback header: AF_INET or AF_INET6 of Linux, in the order of a little-endian machine.
    private Condition byFamily(int type) {
        return switch (type) {
            case IP -> Condition.equal(field(0, 4), 0x02000000);
            case IPV6 -> Condition.equal(field(0, 4), 0x0a000000);
            default -> Condition.NEVER;
        };
    }

    private Condition byFirstBits(int type, int at) {
        return switch (type) {
            case IP -> Condition.masked(field(at, 1), 0xf0, 0x40);
            case IPV6 -> Condition.masked(field(at, 1), 0xf0, 0x60);
            default -> Condition.NEVER;
        };
    }

    private Condition belowLabels(int type) {
        Condition bottom = Condition.masked(field(packetAt - 2, 1), 1, 1);
        return bottom.and(byFirstBits(type, packetAt));
    }

    private static int pppProtocol(int type) {
        return switch (type) {
            case IP -> 0x0021;
            case IPV6 -> 0x0057;
            case LLC_ISO -> 0x0023;
            case APPLETALK -> 0x0029;
            case IPX, LLC_IPX -> 0x002b;
            case LLC_STP -> 0x0031;
            default -> type;
        };
    }
}
