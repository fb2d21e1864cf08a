package dev.weft.net.tcpdump.print;

/// Prints Generic Routing Encapsulation (RFC 2784, RFC 2890; version 1: RFC 2637).
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-------------+-----+-------------------------------+
/// |C|R|K|S|  Reserved0  | Ver |         Protocol Type         |
/// +-+-+-+-+-------------+-----+-------------------------------+
/// |  checksum and offset (C, R), key (K), sequence number (S)   |
/// ```
final class GrePrinter {
    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGE = 0x0080;

    private static final Tokens FLAGS = Tokens.of("""
        0x8000 checksum present
        0x4000 routing present
        0x2000 key present
        0x1000 sequence# present
        0x0800 source routing present
        0x0080 ack present
        """);

    private GrePrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("gre");
        if (length < 2) {
            throw Truncated.CHECK;
        }
        int version = d.u16(at) & 7;
        d.put("GREv").put(version);
        switch (version) {
            case 0 -> version0(d, at, length);
            case 1 -> version1(d, at, length);
            default -> d.put(" ERROR: unknown-version");
        }
    }

    private static void version0(Dissection d, int at, int length) {
        int flags = d.u16(at);
        if (d.verbose()) {
            d.put(", Flags [").put(FLAGS.bits(flags, "none")).put(']');
        }
        int next = 2;
        int protocol = d.u16(at + next);
        next += 2;
        if ((flags & (CHECKSUM | ROUTING)) != 0) {
            checkLength(length, next + 4);
            int sum = d.u16(at + next);
            if (d.verbose()) {
                d.put(", sum 0x").hex(sum);
            }
            int offset = d.u16(at + next + 2);
            d.put(", off 0x").hex(offset);
            next += 4;
        }
        if ((flags & KEY) != 0) {
            checkLength(length, next + 4);
            long key = d.u32(at + next);
            d.put(", key=0x").hex(key);
            next += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            checkLength(length, next + 4);
            d.put(", seq ", d.u32(at + next));
            next += 4;
        }
        if ((flags & ROUTING) != 0) {
            next = routes(d, at, next, length);
        }
        payload(d, at + next, length - next, protocol, length);
    }

    /// Source route entries (RFC 1701), up to the empty one.
    private static int routes(Dissection d, int at, int start, int length) {
        int next = start;
        while (true) {
            checkLength(length, next + 4);
            int family = d.u16(at + next);
            int entryLength = d.u8(at + next + 3);
            next += 4;
            if (entryLength == 0) {
                return next;
            }
            d.put(", (rtaf=0x").hex(family).put(')');
            checkLength(length, next + entryLength);
            next += entryLength;
        }
    }

    private static void version1(Dissection d, int at, int length) {
        int flags = d.u16(at);
        if (d.verbose()) {
            d.put(", Flags [").put(FLAGS.bits(flags, "none")).put(']');
        }
        int protocol = d.u16(at + 2);
        int next = 4;
        if ((flags & KEY) != 0) {
            checkLength(length, next + 4);
            d.put(", call ", d.u32(at + next) & 0xffff);
            next += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            checkLength(length, next + 4);
            d.put(", seq ", d.u32(at + next));
            next += 4;
        }
        if ((flags & ACKNOWLEDGE) != 0) {
            checkLength(length, next + 4);
            d.put(", ack ", d.u32(at + next));
            next += 4;
        }
        if ((flags & SEQUENCE) == 0) {
            d.put(", no-payload");
            protocol(d, protocol, length);
            return;
        }
        start(d, protocol, length);
        d.put("gre-proto-0x").hex(protocol);
    }

    private static void checkLength(int length, int needed) {
        if (length < needed) {
            throw Truncated.CHECK;
        }
    }

    private static void start(Dissection d, int protocol, int length) {
        protocol(d, protocol, length);
        d.put(d.verbosity() < 1 ? ": " : "\n\t");
    }

    private static void protocol(Dissection d, int protocol, int length) {
        if (d.options().link()) {
            d.put(", proto ").put(EtherType.NAMES.name(protocol, "unknown"));
            d.put(" (0x").hex(protocol, 4).put(')');
        }
        d.put(", length ").put(length);
    }

    private static void payload(Dissection d, int at, int left, int protocol, int length) {
        start(d, protocol, length);
        switch (protocol) {
            case EtherType.IP -> Ip4Printer.print(d, at, left);
            case EtherType.IPV6 -> Ip6Printer.print(d, at, left);
            case EtherType.MPLS, EtherType.MPLS_MULTICAST -> MplsPrinter.print(d, at, left);
            case EtherType.TRANSPARENT_BRIDGING -> EthernetPrinter.print(d, at, left);
            default -> d.put("gre-proto-0x").hex(protocol);
        }
    }
}
