package dev.weft.net.tcpdump.print;

import java.util.Locale;

/// Prints the messages of IPv6 Neighbor Discovery (RFC 4861) and, with `-v`, their options.
final class NeighborDiscovery {
    private static final int SOURCE_LINK = 1;
    private static final int TARGET_LINK = 2;
    private static final int PREFIX = 3;
    private static final int REDIRECTED = 4;
    private static final int MTU = 5;
    private static final int ADVERTISEMENT_INTERVAL = 7;
    private static final int HOME_AGENT = 8;
    private static final int ROUTE = 24;
    private static final int RDNSS = 25;
    private static final int DNSSL = 31;
    private static final long FOREVER = 0xffff_ffffL;

    private static final Tokens OPTIONS = Tokens.of("""
        1 source link-address
        2 destination link-address
        3 prefix info
        4 redirected header
        5 mtu
        25 rdnss
        31 dnssl
        7 advertisement interval
        8 homeagent information
        24 route info
        """);
    private static final Tokens NA_FLAGS = Tokens.of("""
        0x80 router
        0x40 solicited
        0x20 override
        """);
    private static final Tokens RA_FLAGS = Tokens.of("""
        0x80 managed
        0x40 other stateful
        0x20 home agent
        0x02 ipv6 only
        """);
    private static final Tokens PREFIX_FLAGS = Tokens.of("""
        0x80 onlink
        0x40 auto
        0x20 router
        """);
    private static final Tokens PREFERENCE = Tokens.of("""
        1 high
        0 medium
        3 low
        2 rsv
        """);

    private NeighborDiscovery() {}

    static void solicitation(Dissection d, int at, int length) {
        d.put(", who has ").put(d.addresses().ip6(d.bytes(at + 8, 16)));
        verboseOptions(d, at, 24, length);
    }

    static void advertisement(Dissection d, int at, int length) {
        d.put(", tgt is ").put(d.addresses().ip6(d.bytes(at + 8, 16)));
        if (d.verbose()) {
            d.put(", Flags [").put(NA_FLAGS.bits(d.u8(at + 4), "none")).put(']');
            verboseOptions(d, at, 24, length);
        }
    }

    static void redirect(Dissection d, int at, int length) {
        d.put(", ").put(d.addresses().ip6(d.bytes(at + 24, 16)));
        d.put(" to ").put(d.addresses().ip6(d.bytes(at + 8, 16)));
        verboseOptions(d, at, 40, length);
    }

    static void routerSolicitation(Dissection d, int at, int length) {
        verboseOptions(d, at, 8, length);
    }

    static void routerAdvertisement(Dissection d, int at, int length) {
        if (!d.verbose()) {
            return;
        }
        int flags = d.u8(at + 5);
        d.put("\n\thop limit ").put(d.u8(at + 4)).put(", Flags [").put(RA_FLAGS.bits(flags, "none"));
        d.put("], pref ").put(PREFERENCE.name(flags >> 3 & 3, ""));
        d.put(", router lifetime ").put(d.u16(at + 6)).put("s, reachable time ").put(d.u32(at + 8));
        d.put("ms, retrans timer ").put(d.u32(at + 12)).put("ms");
        verboseOptions(d, at, 16, length);
    }

    private static void verboseOptions(Dissection d, int at, int header, int length) {
        if (!d.verbose()) {
            return;
        }
        int first = at + header;
        int option = first;
        while (option < d.end()) {
            d.need(option, 2);
            int size = d.u8(option + 1) * 8;
            if (size == 0 || !d.has(option, size)) {
                throw Truncated.CHECK;
            }
            int type = d.u8(option);
            d.put("\n\t  ").put(OPTIONS.name(type, "unknown")).put(" option (").put(type);
            d.put("), length ").put(size).put(" (").put(size / 8).put("): ");
            if (!OPTIONS.knows(type) && d.verbosity() <= 1) {
                HexPrinter.hex(d, "\n\t  ", option + 2, size - 2);
                return;
            }
            option(d, option, type, size, first);
            if (d.verbosity() > 1) {
                HexPrinter.hex(d, "\n\t    ", option + 2, size - 2);
            }
            option += size;
        }
    }

    /// @param first where the options start: what tcpdump dumps in place of a redirected header
    private static void option(Dissection d, int at, int type, int size, int first) {
        switch (type) {
            case ROUTE -> route(d, at, size);
            case DNSSL -> {
                d.put(" lifetime ").put(d.u32(at + 4)).put("s, domain(s):");
                int name = at + 8;
                while (name < at + size && d.u8(name) != 0) {
                    d.put(' ');
                    name = DnsNames.print(d, at, name);
                }
            }
            case ADVERTISEMENT_INTERVAL -> d.put(" ").put(d.u32(at + 4)).put("ms");
            case HOME_AGENT -> {
                d.put(" preference ").put(d.u16(at + 4)).put(", lifetime ").put(d.u16(at + 6));
            }
            case SOURCE_LINK, TARGET_LINK -> {
                byte[] address = d.bytes(at + 2, size - 2);
                d.put(size == 8 ? d.addresses().ethernet(address) : AddressText.octets(address));
            }
            case PREFIX -> {
                d.put(d.addresses().ip6(d.bytes(at + 16, 16))).put('/').put(d.u8(at + 2));
                d.put(", Flags [").put(PREFIX_FLAGS.bits(d.u8(at + 3), "none")).put(']');
                d.put(", valid time ").put(lifetime(d.u32(at + 4)));
                d.put(", pref. time ").put(lifetime(d.u32(at + 8)));
            }
            case REDIRECTED -> HexPrinter.hex(d, "\n\t    ", first, size);
            case MTU -> d.put(' ').put(d.u32(at + 4)).put(size == 8 ? "" : "bad option length");
            case RDNSS -> {
                d.put(String.format(Locale.ROOT, " lifetime %ds,", d.u32(at + 4)));
                for (int i = 8; i + 16 <= size; i += 16) {
                    d.put(" addr: ").put(d.addresses().ip6(d.bytes(at + i, 16)));
                }
            }
            default -> {}
        }
    }

    private static void route(Dissection d, int at, int size) {
        byte[] prefix = new byte[16];
        byte[] part = d.bytes(at + 8, Math.min(16, size - 8));
        System.arraycopy(part, 0, prefix, 0, part.length);
        int flags = d.u8(at + 3);
        d.put(' ').put(d.addresses().ip6(prefix)).put('/').put(d.u8(at + 2));
        d.put(", pref=")
                .put(PREFERENCE.name(flags >> 3 & 3, ""))
                .put(", lifetime=")
                .put(lifetime(d.u32(at + 4)));
    }

    private static String lifetime(long seconds) {
        return seconds == FOREVER ? "infinity" : seconds + "s";
    }
}
