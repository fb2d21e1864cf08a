package dev.weft.net.tcpdump.filter;

import java.util.OptionalInt;

/// The conditions that the words of an expression stand for; which of them make sense follows libpcap.
final class Primitives {
    private static final int IP = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int MPLS = 0x8847;
    private static final int PPPOE_DISCOVERY = 0x8863;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int OUTGOING = 4;

    private final FilterTarget target;
    private final Encapsulation layers;
    private final Hosts hosts;
    private final Ports ports;
    private final Protocols protocols;

    Primitives(FilterTarget target) {
        this.target = target;
        this.layers = new Encapsulation(target.link());
        this.protocols = new Protocols(layers, target.names());
        this.hosts = new Hosts(layers, target.names());
        this.ports = new Ports(layers, target.names());
    }

    Protocols protocols() {
        return protocols;
    }

    Encapsulation layers() {
        return layers;
    }

    // --- identifiers behind a qualifier

    Condition name(String name, Qualifier q) throws FilterException {
        return switch (q.kind()) {
            case NET -> throw new FilterException("unknown network '" + name + "'");
            case ANY, HOST -> hosts.named(name, q);
            case PORT -> ports.named(name, q);
            case PORT_RANGE -> ports.namedRange(name, q);
            case GATEWAY -> throw new FilterException("'gateway' not supported in this configuration");
            case PROTOCOL -> protocols.numbered(protocols.find(name, q), q);
            case PROTOCOL_CHAIN -> protocols.chain(protocols.find(name, q), q);
            case NONE -> throw new FilterException("syntax error in filter expression");
        };
    }

    Condition number(int number, Qualifier q) throws FilterException {
        return switch (q.kind()) {
            case ANY, HOST, NET -> hosts.numbered(number, q);
            case PORT -> ports.range(number, number, q);
            case PORT_RANGE -> ports.range(number, number, q);
            case GATEWAY -> throw new FilterException("'gateway' requires a name");
            case PROTOCOL -> protocols.numbered(number, q);
            case PROTOCOL_CHAIN -> protocols.chain(number, q);
            case NONE -> throw new FilterException("syntax error in filter expression");
        };
    }

    Condition ip4(String address, Qualifier q) throws FilterException {
        Ip4Text text = Ip4Text.parse(address, q);
        if (q.isHostLike()) {
            return hosts.ip4(text.bits(), text.mask(), q);
        }
        return number(text.bits(), q, address);
    }

    private Condition number(int number, Qualifier q, String address) throws FilterException {
        if (q.kind() == Qualifier.Kind.NONE) {
            throw new FilterException("syntax error in filter expression");
        }
        if (q.isPortLike()) {
            throw new FilterException(
                    "'" + (q.kind() == Qualifier.Kind.PORT ? "port" : "portrange") + "' modifier applied to ip host");
        }
        if (q.kind() == Qualifier.Kind.PROTOCOL || q.kind() == Qualifier.Kind.PROTOCOL_CHAIN) {
            throw new FilterException("'proto' modifier applied to ip host");
        }
        return number(number, q);
    }

    Condition ip4Prefix(String address, int length, Qualifier q) throws FilterException {
        if (Integer.compareUnsigned(length, 32) > 0) {
            throw new FilterException("mask length must be <= 32");
        }
        int mask = length == 0 ? 0 : -1 << (32 - length);
        return masked(address, mask, address + "/" + length, q);
    }

    Condition ip4Masked(String address, String mask, Qualifier q) throws FilterException {
        return masked(address, Ip4Text.parse(mask, q).bits(), address + " mask " + mask, q);
    }

    private Condition masked(String address, int mask, String both, Qualifier q) throws FilterException {
        int bits = Ip4Text.parse(address, q).bits();
        if ((bits & ~mask) != 0) {
            throw new FilterException("non-network bits set in \"" + both + "\"");
        }
        if (q.kind() != Qualifier.Kind.NET) {
            throw new FilterException("Mask syntax for networks only");
        }
        return hosts.ip4(bits, mask, q);
    }

    Condition ip6(String address, int length, Qualifier q) throws FilterException {
        return hosts.ip6(address, length, q);
    }

    Condition ethernet(String address, Qualifier q) throws FilterException {
        return hosts.ethernet(address, q);
    }

    // --- words that stand alone

    Condition broadcast(String protocol) throws FilterException {
        switch (protocol) {
            case Qualifier.ANY_PROTOCOL, "link" -> {
                if (!layers.isEthernet()) {
                    throw new FilterException("not a broadcast link");
                }
                return hosts.ethernetDestination(0xffff_ffff_ffffL);
            }
            case "ip" -> {
                int host = ~target.netmask();
                return layers.carries(IP)
                        .and(Condition.masked(layers.packetField(16, 4), host, 0)
                                .or(Condition.masked(layers.packetField(16, 4), host, host)));
            }
            default -> throw new FilterException("only link-layer/IP broadcast filters supported");
        }
    }

    Condition multicast(String protocol) throws FilterException {
        if (protocol.equals("ip")) {
            return layers.carries(IP)
                    .and(new Condition.Compare(
                            layers.packetField(16, 1), Relation.GREATER_OR_EQUAL, new Value.Number(224)));
        }
        if (protocol.equals("ip6")) {
            return layers.carries(IPV6).and(Condition.equal(layers.packetField(24, 1), 255));
        }
        if (layers.isEthernet() && (protocol.isEmpty() || protocol.equals("link"))) {
            return Condition.masked(layers.field(0, 1), 1, 1);
        }
        throw new FilterException("link-layer multicast filters supported only on ethernet/FDDI/token ring/"
                + "ARCNET/802.11/ATM LANE/Fibre Channel");
    }

    Condition length(Relation relation, int length) {
        return new Condition.Compare(new Value.Length(), relation, new Value.Number(length));
    }

    /// `inbound` or `outbound`.
    Condition way(boolean outbound) throws FilterException {
        Condition out = switch (layers.link().name()) {
            case "LINUX_SLL" -> Condition.equal(layers.field(0, 2), OUTGOING);
            case "LINUX_SLL2" -> Condition.equal(layers.field(10, 1), OUTGOING);
            default -> {
                if (!target.live()) {
                    throw new FilterException("inbound/outbound not supported on "
                            + layers.link().description() + " when reading savefiles");
                }
                yield Condition.equal(new Value.PacketType(), OUTGOING);
            }
        };
        return outbound ? out : out.negated();
    }

    Condition interfaceIndex(int index) throws FilterException {
        if (!layers.link().name().equals("LINUX_SLL2")) {
            throw new FilterException("ifindex not supported on "
                    + layers.link().description() + (target.live() ? "" : " when reading savefiles"));
        }
        return Condition.equal(layers.field(4, 4), index);
    }

    /// `byte N = M`, of a byte anywhere in the frame.
    Condition anyByte(int at, String sign, int number) throws FilterException {
        Value value = layers.field(at, 1);
        Value.Number operand = new Value.Number(number);
        return switch (sign) {
            case "=" -> Condition.equal(value, number);
            case "<" -> new Condition.Compare(value, Relation.LESS, operand);
            case ">" -> new Condition.Compare(value, Relation.GREATER, operand);
            case "&" ->
                Condition.equal(new Value.Computed(value, Operator.AND, operand), 0)
                        .negated();
            case "|" ->
                Condition.equal(new Value.Computed(value, Operator.OR, operand), 0)
                        .negated();
            default -> throw FilterException.syntax();
        };
    }

    /// A VLAN tag, and for the rest of the expression what is behind it.
    Condition vlan(OptionalInt id) throws FilterException {
        if (!layers.isEthernet()) {
            throw new FilterException("no VLAN support for " + layers.link().description());
        }
        if (layers.isLabelled()) {
            throw new FilterException("no VLAN match after MPLS");
        }
        Condition tagged = layers.carries(0x8100).or(layers.carries(0x88a8)).or(layers.carries(0x9100));
        if (id.isPresent()) {
            if (Integer.compareUnsigned(id.getAsInt(), 4095) > 0) {
                throw new FilterException(
                        "VLAN tag " + Integer.toUnsignedString(id.getAsInt()) + " greater than maximum 4095");
            }
            tagged = tagged.and(Condition.masked(layers.llcField(0, 2), 0x0fff, id.getAsInt()));
        }
        layers.enterVlan();
        return tagged;
    }

    Condition mpls(OptionalInt label) throws FilterException {
        if (!layers.isEthernet()) {
            throw new FilterException("no MPLS support for " + layers.link().description());
        }
        Condition labelled =
                layers.isLabelled() ? Condition.masked(layers.packetField(-2, 1), 1, 0) : layers.carries(MPLS);
        if (label.isPresent()) {
            if (Integer.compareUnsigned(label.getAsInt(), 0xfffff) > 0) {
                throw new FilterException(
                        "MPLS label " + Integer.toUnsignedString(label.getAsInt()) + " greater than maximum 1048575");
            }
            labelled = labelled.and(Condition.masked(layers.packetField(0, 4), 0xfffff000, label.getAsInt() << 12));
        }
        layers.enterMpls();
        return labelled;
    }

    Condition pppoeDiscovery() {
        return layers.carries(PPPOE_DISCOVERY);
    }

    Condition pppoeSession(OptionalInt session) throws FilterException {
        Condition sessions = layers.carries(PPPOE_SESSION);
        if (session.isPresent()) {
            if (Integer.compareUnsigned(session.getAsInt(), 0xffff) > 0) {
                throw new FilterException("PPPoE session number " + Integer.toUnsignedString(session.getAsInt())
                        + " greater than maximum 65535");
            }
            sessions = sessions.and(Condition.equal(layers.packetField(2, 2), session.getAsInt()));
        }
        layers.enterPpp();
        return sessions;
    }

    // --- accessors

    /// `protocol[index : size]`, and under which condition it can be read.
    Guarded load(String protocol, Guarded index, int size) throws FilterException {
        if (size != 1 && size != 2 && size != 4) {
            throw new FilterException("data size must be 1, 2, or 4");
        }
        return switch (protocol) {
            case "link" -> guarded(0, false, index, size, index.guard());
            case "ip", "ip6", "arp", "rarp", "atalk", "decnet", "lat", "sca", "moprc", "mopdl" ->
                guarded(layers.packetAt(), false, index, size, index.guard().and(protocols.alone(protocol)));
            case "tcp", "udp", "sctp", "icmp", "igmp", "igrp", "pim", "vrrp", "carp" -> {
                Condition whole =
                        layers.carries(IP).and(protocols.alone(protocol)).and(ports.firstFragment());
                yield guarded(
                        layers.packetAt(), true, index, size, index.guard().and(whole));
            }
            case "icmp6" -> {
                Condition icmp6 = layers.carries(IPV6).and(Condition.equal(layers.packetField(6, 1), 58));
                yield guarded(
                        layers.packetAt() + 40,
                        false,
                        index,
                        size,
                        index.guard().and(icmp6));
            }
            case "radio" -> throw new FilterException("radio information not present in capture");
            default -> throw new FilterException("unsupported index operation");
        };
    }

    private static Guarded guarded(int base, boolean behindIp4, Guarded index, int size, Condition guard) {
        Value value = index.value() instanceof Value.Number(int offset)
                ? new Value.Field(base, behindIp4, offset, size)
                : new Value.Indexed(base, behindIp4, index.value(), size);
        return new Guarded(value, guard);
    }
}
