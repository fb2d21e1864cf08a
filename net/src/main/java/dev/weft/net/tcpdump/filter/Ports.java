package dev.weft.net.tcpdump.filter;

import java.util.List;
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
        int port = find(name, q).orElseThrow(() -> unknown(name, q));
        return range(port, port, q);
    }

    private OptionalInt find(String name, Qualifier q) throws FilterException {
        OptionalInt tcp = names.port(name, "tcp");
        OptionalInt udp = names.port(name, "udp");
        return switch (q.protocol()) {
            case "tcp" -> mine(name, tcp, udp, "udp");
            case "udp" -> mine(name, udp, tcp, "tcp");
            default -> tcp.isPresent() ? tcp : udp;
        };
    }

    private static OptionalInt mine(String name, OptionalInt own, OptionalInt other, String otherName)
            throws FilterException {
        if (own.isEmpty() && other.isPresent()) {
            throw new FilterException("port '" + name + "' is " + otherName);
        }
        return own;
    }

    private static FilterException unknown(String name, Qualifier q) {
        return new FilterException("unknown port '" + name + "'");
    }

    /// `80-90` or `http-https`.
    Condition namedRange(String text, Qualifier q) throws FilterException {
        check(q);
        int dash = text.indexOf('-');
        if (dash < 0) {
            int port = rangeEnd(text, text, q);
            return range(port, port, q);
        }
        return range(rangeEnd(text.substring(0, dash), text, q), rangeEnd(text.substring(dash + 1), text, q), q);
    }

    private int rangeEnd(String end, String whole, Qualifier q) throws FilterException {
        if (!end.isEmpty() && end.length() < 10 && end.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(end);
        }
        return find(end, q).orElseThrow(() -> new FilterException("unknown port in range '" + whole + "'"));
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

    private Condition ip4(int first, int last, Qualifier q) {
        int at = layers.packetAt();
        Condition ports =
                firstFragment().and(Hosts.directed(q, port(at, true, 0, first, last), port(at, true, 2, first, last)));
        return layers.carries(IP).and(protocol(layers.packetField(9, 1), q).and(ports));
    }

    private Condition ip6(int first, int last, Qualifier q) {
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
