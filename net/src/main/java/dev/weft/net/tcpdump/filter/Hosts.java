package dev.weft.net.tcpdump.filter;

import dev.weft.core.wire.Ip6Address;
import java.util.List;

/// Conditions on the addresses of hosts and networks.
final class Hosts {
    private static final int IP = 0x0800;
    private static final int ARP = 0x0806;
    private static final int REVERSE_ARP = 0x8035;
    private static final int IPV6 = 0x86dd;

    private final Encapsulation layers;
    private final FilterNames names;

    Hosts(Encapsulation layers, FilterNames names) {
        this.layers = layers;
        this.names = names;
    }

    Condition named(String name, Qualifier q) throws FilterException {
        if (q.protocol().equals("link")) {
            throw new FilterException(
                    layers.isEthernet()
                            ? "unknown ether host '" + name + "'"
                            : "only ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel supports link-level host"
                                    + " name");
        }
        List<byte[]> addresses = names.host(name);
        Condition any = null;
        for (byte[] address : addresses) {
            boolean six = address.length == 16;
            if (six && q.protocol().equals("ip") || !six && q.protocol().equals("ip6")) {
                continue;
            }
            Condition one =
                    six ? ip6(bits(address, 0), bits(address, 8), 128, q) : ip4((int) (bits(address, 0) >>> 32), -1, q);
            any = any == null ? one : any.or(one);
        }
        if (any == null) {
            throw new FilterException(
                    addresses.isEmpty()
                            ? "unknown host '" + name + "'"
                            : "unknown host '" + name + "' for specified address family");
        }
        return any;
    }

    private static long bits(byte[] address, int at) {
        long bits = 0;
        for (int i = at; i < at + 8; i++) {
            bits = bits << 8 | (i < address.length ? address[i] & 0xff : 0);
        }
        return bits;
    }

    /// A bare number: of a network without its trailing zeros, or an address.
    Condition numbered(int number, Qualifier q) throws FilterException {
        if (q.protocol().equals("link")) {
            throw new FilterException("illegal link layer address");
        }
        int bits = number;
        int mask = -1;
        while (q.kind() == Qualifier.Kind.NET && bits != 0 && (bits & 0xff000000) == 0) {
            bits <<= 8;
            mask <<= 8;
        }
        return ip4(bits, mask, q);
    }

    Condition ip4(int bits, int mask, Qualifier q) throws FilterException {
        return switch (q.protocol()) {
            case Qualifier.ANY_PROTOCOL -> {
                Condition ip = addresses(IP, bits, mask, q, 12, 16);
                yield layers.isLabelled()
                        ? ip
                        : ip.or(addresses(ARP, bits, mask, q, 14, 24))
                                .or(addresses(REVERSE_ARP, bits, mask, q, 14, 24));
            }
            case "ip" -> addresses(IP, bits, mask, q, 12, 16);
            case "arp" -> addresses(ARP, bits, mask, q, 14, 24);
            case "rarp" -> addresses(REVERSE_ARP, bits, mask, q, 14, 24);
            case "link" -> throw new FilterException("link-layer modifier applied to " + kind(q));
            case "decnet", "atalk", "lat", "moprc", "mopdl", "iso", "ipx" ->
                throw new FilterException(filterName(q.protocol()) + " host filtering not implemented");
            default -> throw new FilterException("'" + q.protocol() + "' modifier applied to " + kind(q));
        };
    }

    private static String kind(Qualifier q) {
        return q.kind() == Qualifier.Kind.NET ? "net" : "host";
    }

    private static String filterName(String protocol) {
        return switch (protocol) {
            case "atalk" -> "AppleTalk";
            case "decnet" -> "DECnet";
            default -> protocol.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private Condition addresses(int type, int bits, int mask, Qualifier q, int sourceAt, int destinationAt) {
        Condition source = Condition.masked(layers.packetField(sourceAt, 4), mask, bits);
        Condition destination = Condition.masked(layers.packetField(destinationAt, 4), mask, bits);
        return layers.carries(type).and(directed(q, source, destination));
    }

    static Condition directed(Qualifier q, Condition source, Condition destination) {
        return switch (q.direction()) {
            case SOURCE -> source;
            case DESTINATION -> destination;
            case BOTH -> source.and(destination);
            case ANY, EITHER -> source.or(destination);
        };
    }

    /// An IPv6 address or, shorter than 128 bits, a prefix.
    Condition ip6(String text, int length, Qualifier q) throws FilterException {
        Ip6Address address = Ip6Address.of(text);
        if (Integer.compareUnsigned(length, 128) > 0) {
            throw new FilterException("mask length must be <= 128");
        }
        if ((address.high() & ~mask(length)) != 0 || (address.low() & ~mask(length - 64)) != 0) {
            throw new FilterException("non-network bits set in \"" + text + "/" + length + "\"");
        }
        if (!q.isHostLike()) {
            throw new FilterException("invalid qualifier against IPv6 address");
        }
        if (q.kind() != Qualifier.Kind.NET && length != 128) {
            throw new FilterException("Mask syntax for networks only");
        }
        return ip6(address.high(), address.low(), length, q);
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1 : -1L << (64 - bits);
    }

    private Condition ip6(long high, long low, int length, Qualifier q) throws FilterException {
        return switch (q.protocol()) {
            case Qualifier.ANY_PROTOCOL, "ip6" ->
                layers.carries(IPV6).and(directed(q, ip6At(8, high, low, length), ip6At(24, high, low, length)));
            case "link" -> throw new FilterException("link-layer modifier applied to ip6 " + kind(q));
            default -> throw new FilterException("'" + q.protocol() + "' modifier applied to ip6 " + kind(q));
        };
    }

    private Condition ip6At(int at, long high, long low, int length) {
        Condition all = Condition.ALWAYS;
        for (int word = 0; word < 4; word++) {
            long half = word < 2 ? high : low;
            int number = (int) (word % 2 == 0 ? half >>> 32 : half);
            int bits = Math.clamp(length - 32L * word, 0, 32);
            if (bits > 0) {
                int mask = bits == 32 ? -1 : -1 << (32 - bits);
                all = all.and(Condition.masked(layers.packetField(at + 4 * word, 4), mask, number));
            }
        }
        return all;
    }

    Condition ethernet(String text, Qualifier q) throws FilterException {
        boolean host = q.kind() == Qualifier.Kind.ANY || q.kind() == Qualifier.Kind.HOST;
        if (!host || !q.protocol().equals("link")) {
            throw new FilterException("ethernet address used in non-ether expression");
        }
        if (!layers.isEthernet()) {
            throw new FilterException(
                    "ethernet addresses supported only on ethernet/FDDI/token ring/802.11/ATM LANE/Fibre Channel");
        }
        long address = parseEthernet(text);
        return directed(q, ethernetAt(6, address), ethernetAt(0, address));
    }

    Condition ethernetDestination(long address) {
        return ethernetAt(0, address);
    }

    private Condition ethernetAt(int at, long address) {
        return Condition.equal(layers.field(at + 2, 4), address & 0xffff_ffffL)
                .and(Condition.equal(layers.field(at, 2), address >>> 32));
    }

    private static long parseEthernet(String text) {
        String[] parts = text.split("[-:.]");
        int bits = 48 / parts.length;
        long address = 0;
        for (String part : parts) {
            address = address << bits | Long.parseLong(part, 16);
        }
        return address;
    }
}
