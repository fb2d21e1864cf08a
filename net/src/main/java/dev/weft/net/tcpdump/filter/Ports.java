package dev.weft.net.tcpdump.filter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Conditions on the ports of TCP, UDP and SCTP.
final class Ports {
    private static final int IP = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;
    private static final int LARGEST = 65_535;

    private final Encapsulation layers;
    private final FilterNames names;

    Ports(Encapsulation layers, FilterNames names) {
        this.layers = layers;
        this.names = names;
    }

    Condition named(String name, Qualifier q) throws FilterException {
        check(q);
        Service service = find(name).orElseThrow(() -> new FilterException("unknown port '" + name + "'"));
        return range(service.port, service.port, q.withProtocol(protocol(name, service.protocol, q)));
    }

    /// The port of a name, and the protocol that it is for; none if TCP and UDP have it alike.
    private record Service(int port, String protocol) {}

    private Optional<Service> find(String name) {
        if (!name.isEmpty() && name.length() < 10 && name.chars().allMatch(Character::isDigit)) {
            return Optional.of(new Service(Integer.parseInt(name), Qualifier.ANY_PROTOCOL));
        }
        OptionalInt tcp = names.port(name, "tcp");
        OptionalInt udp = names.port(name, "udp");
        if (tcp.isPresent()) {
            return Optional.of(new Service(tcp.getAsInt(), tcp.equals(udp) ? Qualifier.ANY_PROTOCOL : "tcp"));
        }
        return udp.isPresent() ? Optional.of(new Service(udp.getAsInt(), "udp")) : Optional.empty();
    }

    /// The protocol that was asked for, or else the one that the name is for.
    private static String protocol(String name, String own, Qualifier q) throws FilterException {
        if (q.protocol().equals(Qualifier.ANY_PROTOCOL)) {
            return own;
        }
        if (!own.equals(Qualifier.ANY_PROTOCOL) && !own.equals(q.protocol())) {
            throw new FilterException(
                    (q.kind() == Qualifier.Kind.PORT ? "port '" : "port in range '") + name + "' is " + own);
        }
        return q.protocol();
    }

    /// `80-90` or `http-https`.
    Condition namedRange(String text, Qualifier q) throws FilterException {
        check(q);
        int dash = text.indexOf('-');
        Service first = rangeEnd(dash < 0 ? text : text.substring(0, dash), text);
        Service last = rangeEnd(text.substring(dash + 1), text);
        String own = first.protocol.equals(last.protocol) ? first.protocol : Qualifier.ANY_PROTOCOL;
        return range(first.port, last.port, q.withProtocol(protocol(text, own, q)));
    }

    private Service rangeEnd(String end, String whole) throws FilterException {
        return find(end).orElseThrow(() -> new FilterException("unknown port in range '" + whole + "'"));
    }

    private static void check(Qualifier q) throws FilterException {
        if (!List.of(Qualifier.ANY_PROTOCOL, "tcp", "udp", "sctp").contains(q.protocol())) {
            String word = q.kind() == Qualifier.Kind.PORT ? "port" : "portrange";
            throw new FilterException("illegal qualifier of '" + word + "'");
        }
    }

    Condition range(int first, int last, Qualifier q) throws FilterException {
        check(q);
        for (int port : new int[] {first, last}) {
            if (Integer.compareUnsigned(port, LARGEST) > 0) {
                throw new FilterException("illegal port number " + Integer.toUnsignedString(port) + " > " + LARGEST);
            }
        }
        return ip4(first, last, q).or(ip6(first, last, q));
    }

    private Condition ip4(int first, int last, Qualifier q) throws FilterException {
        int at = layers.packetAt();
        Condition ports =
                firstFragment().and(Hosts.directed(q, port(at, true, 0, first, last), port(at, true, 2, first, last)));
        return layers.carries(IP).and(protocol(layers.packetField(9, 1), q).and(ports));
    }

    private Condition ip6(int first, int last, Qualifier q) throws FilterException {
        int at = layers.packetAt() + 40;
        Condition ports = Hosts.directed(q, port(at, false, 0, first, last), port(at, false, 2, first, last));
        return layers.carries(IPV6).and(protocol(layers.packetField(6, 1), q).and(ports));
    }

    private static Condition protocol(Value field, Qualifier q) {
        return switch (q.protocol()) {
            case "tcp" -> Condition.equal(field, TCP);
            case "udp" -> Condition.equal(field, UDP);
            case "sctp" -> Condition.equal(field, SCTP);
            default ->
                Condition.equal(field, SCTP).or(Condition.equal(field, TCP)).or(Condition.equal(field, UDP));
        };
    }

    private static Condition port(int base, boolean behindIp4, int offset, int first, int last) {
        Value port = new Value.Field(base, behindIp4, offset, 2);
        if (first == last) {
            return Condition.equal(port, first);
        }
        return new Condition.Compare(port, Relation.GREATER_OR_EQUAL, new Value.Number(Math.min(first, last)))
                .and(new Condition.Compare(port, Relation.LESS_OR_EQUAL, new Value.Number(Math.max(first, last))));
    }

    /// An IPv4 packet whose ports are there: whole, or its first fragment.
    Condition firstFragment() {
        return Condition.masked(layers.packetField(6, 2), 0x1fff, 0);
    }
}
