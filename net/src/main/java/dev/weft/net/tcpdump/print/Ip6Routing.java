package dev.weft.net.tcpdump.print;

/// Prints routing headers of IPv6: source routes (RFC 2460 §4.4) and mobility's (RFC 6275 §6.4).
final class Ip6Routing {
    private static final int TYPE_SOURCE = 0;
    private static final int TYPE_MOBILITY = 2;
    private static final int TYPE_SEGMENT = 4;

    private Ip6Routing() {}

    /// Prints the header and returns its length, or -1 if what follows cannot be known.
    static int print(Dissection d, int at) {
        d.protocol("rt6");
        d.put("RT6");
        int words = d.u8(at + 1);
        d.put(" (len=").put(words);
        int type = d.u8(at + 2);
        d.put(", type=").put(type).put(type == TYPE_SOURCE ? " [Deprecated]" : "");
        int left = d.u8(at + 3);
        d.put(", segleft=").put(left);
        if (type == TYPE_SEGMENT) {
            return segments(d, at, words);
        }
        if (type != TYPE_SOURCE && type != TYPE_MOBILITY) {
            d.put(" (unknown type)");
            d.invalid();
            return -1;
        }
        long reserved = d.u32(at + 4);
        if (reserved != 0 || d.verbose()) {
            d.put(", rsv=0x").hex(reserved);
        }
        if (words % 2 == 1) {
            d.put(" (invalid length ").put(words).put(')');
            d.invalid();
            return -1;
        }
        return addresses(d, at, words);
    }

    /// A segment routing header (RFC 8754 §2).
    private static int segments(Dissection d, int at, int words) {
        d.put(", last-entry=").put(d.u8(at + 4));
        int flags = d.u8(at + 5);
        if (flags != 0 || d.verbose()) {
            d.put(", flags=0x").hex(flags);
        }
        d.put(", tag=").hex(d.u16(at + 6));
        if (words % 2 == 1) {
            d.put(" (invalid length ").put(words).put(')');
            d.invalid();
            return -1;
        }
        return addresses(d, at, words);
    }

    private static int addresses(Dissection d, int at, int words) {
        for (int i = 0; i < words / 2; i++) {
            d.put(", [").put(i).put(']').put(d.addresses().ip6(d.bytes(at + 8 + 16 * i, 16)));
        }
        d.put(") ");
        return (words + 1) * 8;
    }

    /// The checksums above count the last address of the route (RFC 8200 §8.1), which a segment routing header has
    /// first.
    static IpHeader withFinalDestination(Dissection d, IpHeader ip, int at) {
        int addresses = d.u8(at + 2) == TYPE_SEGMENT ? 1 : d.u8(at + 1) / 2;
        int lastAt = at + 8 + 16 * (addresses - 1);
        if (addresses == 0 || !d.has(lastAt, 16)) {
            return ip;
        }
        byte[] last = d.bytes(lastAt, 16);
        return new IpHeader(6, ip.at(), ip.next(), ip.source(), ip.destination(), last);
    }
}
