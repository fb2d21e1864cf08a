package dev.weft.net.tcpdump.print;

import java.util.Locale;

/// Prints spanning tree BPDUs (IEEE 802.1D §9, 802.1w).
/// ```
///  0            2         3       4       5           13          17          25       27
/// | protocol id | version | type | flags | root id   | root cost | bridge id | port id |
/// | message age (27) | max age (29) | hello time (31) | forward delay (33) |
/// ```
final class StpPrinter {
    private static final int CONFIG = 0;
    private static final int RAPID = 2;
    private static final int RAPID_VERSION = 2;
    private static final int RAPID_LENGTH = 36;
    private static final int CONFIG_LENGTH = 35;

    private static final Tokens VERSIONS = Tokens.of("""
        0 802.1d
        2 802.1w
        3 802.1s
        4 802.1aq
        """);
    private static final Tokens TYPES = Tokens.of("""
        0 Config
        2 Rapid STP
        0x80 Topology Change
        """);
    private static final Tokens FLAGS = Tokens.of("""
        0x01 Topology change
        0x02 Proposal
        0x10 Learn
        0x20 Forward
        0x40 Agreement
        0x80 Topology change ACK
        """);
    private static final Tokens ROLES = Tokens.of("""
        0 Unknown
        1 Alternate
        2 Root
        3 Designated
        """);

    private StpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("stp");
        if (length < 4) {
            d.invalid();
            return;
        }
        int protocolId = d.u16(at);
        if (protocolId != 0) {
            d.put("unknown STP version, length ").put(length);
            return;
        }
        int version = d.u8(at + 2);
        d.put("STP ").put(VERSIONS.name(version, () -> "Unknown STP protocol (" + Tokens.hex(version, 2) + ")"));
        if (!VERSIONS.knows(version)) {
            return;
        }
        int type = d.u8(at + 3);
        d.put(", ").put(TYPES.name(type, () -> "Unknown BPDU Type (" + Tokens.hex(type, 2) + ")"));
        switch (type) {
            case CONFIG -> config(d, at, length, version);
            case RAPID -> {
                if (version == RAPID_VERSION) {
                    rapid(d, at, length);
                }
            }
            default -> {} // a topology change notification holds nothing more
        }
    }

    private static void rapid(Dissection d, int at, int length) {
        if (length < RAPID_LENGTH) {
            d.invalid();
        } else {
            config(d, at, length, RAPID_VERSION);
        }
    }

    private static void config(Dissection d, int at, int length, int version) {
        if (length < CONFIG_LENGTH) {
            d.invalid();
            return;
        }
        int flags = d.u8(at + 4);
        d.put(", Flags [").put(FLAGS.bits(flags, "none"));
        d.put("], bridge-id ");
        bridgeId(d, at + 17);
        d.put('.').hex(d.u16(at + 25), 4).put(", length ").put(length);
        if (!d.verbose()) {
            return;
        }
        d.put("\n\tmessage-age ").put(seconds(d.u16(at + 27))).put(", max-age ").put(seconds(d.u16(at + 29)));
        d.put(", hello-time ")
                .put(seconds(d.u16(at + 31)))
                .put(", forwarding-delay ")
                .put(seconds(d.u16(at + 33)));
        d.put("\n\troot-id ");
        bridgeId(d, at + 5);
        d.put(", root-pathcost ").put(d.u32(at + 13));
        if (version == RAPID_VERSION) {
            d.put(", port-role ").put(ROLES.name(flags >> 2 & 3, "Unknown"));
        }
    }

    private static void bridgeId(Dissection d, int at) {
        d.hex(d.u16(at), 4).put('.').put(AddressText.octets(d.bytes(at + 2, 6)));
    }

    /// Times are counted in 1/256 seconds.
    private static String seconds(int ticks) {
        return String.format(Locale.ROOT, "%.2fs", ticks / 256.0);
    }
}
