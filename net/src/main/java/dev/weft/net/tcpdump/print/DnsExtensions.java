package dev.weft.net.tcpdump.print;

/// Prints the options of an OPT record (RFC 6891 §6.1.2).
final class DnsExtensions {
    private static final int CLIENT_SUBNET = 8;
    private static final int COOKIE = 10;
    private static final int KEEPALIVE = 11;

    private static final Tokens NAMES = Tokens.of("""
        1 LLQ
        2 UL
        3 NSID
        5 DAU
        6 DHU
        7 N3U
        8 ECS
        9 EXPIRE
        10 COOKIE
        11 KEEPALIVE
        12 PADDING
        13 CHAIN
        14 KEY-TAG
        16 CLIENT-TAG
        17 SERVER-TAG
        """);

    private DnsExtensions() {}

    static void print(Dissection d, int start, int length) {
        int at = start;
        if (length > 0) {
            d.put(" [");
        }
        while (at < start + length) {
            int code = d.u16(at);
            int size = d.u16(at + 2);
            d.put(at == start ? "" : ",").put(NAMES.name(code, () -> "Opt" + code));
            at += 4;
            if (at + size > start + length) {
                throw Truncated.CHECK;
            }
            value(d, code, at, size);
            at += size;
        }
        if (length > 0) {
            d.put(']');
        }
    }

    private static void value(Dissection d, int code, int at, int length) {
        switch (code) {
            case CLIENT_SUBNET -> subnet(d, at, length);
            case COOKIE -> {
                d.put(length > 0 ? " " : "");
                for (int i = 0; i < length; i++) {
                    d.hex(d.u8(at + i), 2);
                }
            }
            case KEEPALIVE -> {
                if (length == 2) {
                    int tenths = d.u16(at);
                    d.put(' ').put(tenths / 10).put('.').put(tenths % 10).put(" sec");
                }
            }
            default -> d.need(at, length);
        }
    }

    /// A client's subnet (RFC 7871 §6), cut to the bytes that the prefix needs.
    private static void subnet(Dissection d, int at, int length) {
        d.need(at, length);
        if (length < 4) {
            return;
        }
        boolean four = d.u16(at) == 1;
        int width = d.u8(at + 2);
        byte[] address = new byte[four ? 4 : 16];
        System.arraycopy(d.bytes(at + 4, length - 4), 0, address, 0, Math.min(length - 4, address.length));
        d.put(' ').put(four ? AddressText.dotted(address, 0) : AddressText.colons(address));
        d.put('/').put(width).put('/').put(d.u8(at + 3));
    }
}
