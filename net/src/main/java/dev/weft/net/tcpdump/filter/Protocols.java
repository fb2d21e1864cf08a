package dev.weft.net.tcpdump.filter;

/// Conditions on protocols, by keyword or by number.
final class Protocols {
    private static final int IP = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int FRAGMENT = 44;

    private final Encapsulation layers;
    private final FilterNames names;

    Protocols(Encapsulation layers, FilterNames names) {
        this.layers = layers;
        this.names = names;
    }

    /// A protocol's keyword that stands alone.
    Condition alone(String word) throws FilterException {
        return switch (word) {
            case "link" -> throw new FilterException("link layer applied in wrong context");
            case "radio" -> throw new FilterException("'radio' is not a valid protocol type");
            case "ip" -> layers.carries(IP);
            case "ip6" -> layers.carries(IPV6);
            case "arp" -> layers.carries(0x0806);
            case "rarp" -> layers.carries(0x8035);
            case "atalk" -> layers.carries(0x809b);
            case "aarp" -> layers.carries(0x80f3);
            case "decnet" -> layers.carries(0x6003);
            case "lat" -> layers.carries(0x6004);
            case "sca" -> layers.carries(0x6007);
            case "mopdl" -> layers.carries(0x6001);
            case "moprc" -> layers.carries(0x6002);
            case "stp" -> layers.carries(Encapsulation.LLC_STP);
            case "ipx" -> layers.carries(Encapsulation.LLC_IPX);
            case "netbeui" -> layers.carries(Encapsulation.LLC_NETBEUI);
            case "iso" -> layers.carries(Encapsulation.LLC_ISO);
            case "clnp" -> iso(0x81);
            case "esis" -> iso(0x82);
            case "isis" -> iso(0x83);
            case "icmp" -> ip4(1);
            case "igmp" -> ip4(2);
            case "igrp" -> ip4(9);
            case "vrrp", "carp" -> ip4(112);
            case "icmp6" -> ip6(58);
            case "tcp" -> either(6);
            case "udp" -> either(17);
            case "sctp" -> either(132);
            case "pim" -> either(103);
            case "ah" -> either(51);
            case "esp" -> either(50);
            default -> throw FilterException.syntax();
        };
    }

    private Condition iso(int number) {
        return layers.carries(Encapsulation.LLC_ISO).and(Condition.equal(layers.llcField(3, 1), number));
    }

    private Condition ip4(int number) {
        return layers.carries(IP).and(Condition.equal(layers.packetField(9, 1), number));
    }

    /// The protocol itself, or the first header behind a fragment header.
    private Condition ip6(int number) {
        Condition fragment = Condition.equal(layers.packetField(6, 1), FRAGMENT)
                .and(Condition.equal(layers.packetField(40, 1), number));
        return layers.carries(IPV6)
                .and(Condition.equal(layers.packetField(6, 1), number).or(fragment));
    }

    private Condition either(int number) {
        return ip4(number).or(ip6(number));
    }

    /// The number of a protocol that was named behind `proto`.
    int find(String name, Qualifier q) throws FilterException {
        return switch (q.protocol()) {
            case Qualifier.ANY_PROTOCOL, "ip", "ip6" ->
                names.protocol(name).orElseThrow(() -> new FilterException("unknown ip proto '" + name + "'"));
            case "link" -> etherType(name);
            case "iso" ->
                switch (name) {
                    case "esis" -> 0x82;
                    case "isis" -> 0x83;
                    case "clnp" -> 0x81;
                    default -> throw new FilterException("unknown osi proto '" + name + "'");
                };
            default -> throw new FilterException("unknown protocol: " + name);
        };
    }

    private static int etherType(String name) throws FilterException {
        return switch (name) {
            case "ip" -> IP;
            case "ip6" -> IPV6;
            case "arp" -> 0x0806;
            case "rarp" -> 0x8035;
            case "pup" -> 0x0200;
            case "xns" -> 0x0600;
            case "sprite" -> 0x0500;
            case "mopdl" -> 0x6001;
            case "moprc" -> 0x6002;
            case "decnet" -> 0x6003;
            case "lat" -> 0x6004;
            case "sca" -> 0x6007;
            case "atalk" -> 0x809b;
            case "aarp" -> 0x80f3;
            case "vexp" -> 0x805b;
            case "vprod" -> 0x805c;
            case "loopback" -> 0x9000;
            case "stp" -> Encapsulation.LLC_STP;
            case "ipx" -> Encapsulation.LLC_IPX;
            case "netbeui" -> Encapsulation.LLC_NETBEUI;
            case "iso" -> Encapsulation.LLC_ISO;
            default -> throw new FilterException("unknown ether proto '" + name + "'");
        };
    }

    /// `proto N`, by what qualifies it.
    Condition numbered(int number, Qualifier q) throws FilterException {
        return switch (q.protocol()) {
            case Qualifier.ANY_PROTOCOL -> either(number);
            case "ip" -> ip4(number);
            case "ip6" -> ip6(number);
            case "link" -> layers.carries(number);
            case "iso" -> iso(number);
            case "arp" -> throw new FilterException("arp does not encapsulate another protocol");
            case "rarp" -> throw new FilterException("rarp does not encapsulate another protocol");
            case "atalk" -> throw new FilterException("AppleTalk encapsulation is not specifiable");
            case "decnet" -> throw new FilterException("DECNET encapsulation is not specifiable");
            case "lat" -> throw new FilterException("LAT does not encapsulate another protocol");
            case "sca" -> throw new FilterException("SCA does not encapsulate another protocol");
            case "mopdl" -> throw new FilterException("MOPDL proto is not specifiable");
            case "moprc" -> throw new FilterException("MOPRC does not encapsulate another protocol");
            default -> throw new FilterException("'" + q.protocol() + " proto' is bogus");
        };
    }

    /// `protochain N`: behind any number of headers that only lead further.
    Condition chain(int number, Qualifier q) throws FilterException {
        Condition four = layers.carries(IP).and(new Condition.Chain(layers.packetAt(), false, number));
        Condition six = layers.carries(IPV6).and(new Condition.Chain(layers.packetAt(), true, number));
        return switch (q.protocol()) {
            case Qualifier.ANY_PROTOCOL -> four.or(six);
            case "ip" -> four;
            case "ip6" -> six;
            default -> throw new FilterException("bad protocol applied for 'protochain'");
        };
    }
}
