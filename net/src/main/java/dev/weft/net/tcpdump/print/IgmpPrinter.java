package dev.weft.net.tcpdump.print;

import java.util.Locale;

/// Prints IGMP messages of versions 1 to 3 (RFC 3376).
final class IgmpPrinter {
    private static final int QUERY = 0x11;
    private static final int V1_REPORT = 0x12;
    private static final int DVMRP = 0x13;
    private static final int PIM = 0x14;
    private static final int V2_REPORT = 0x16;
    private static final int LEAVE = 0x17;
    private static final int TRACE_RESPONSE = 0x1e;
    private static final int TRACE = 0x1f;
    private static final int V3_REPORT = 0x22;

    private static final Tokens RECORDS = Tokens.of("""
        1 is_in
        2 is_ex
        3 to_in
        4 to_ex
        5 allow
        6 block
        """);

    private IgmpPrinter() {}

    static void print(Dissection d, int at, int length) {
        d.protocol("igmp");
        if (d.options().quiet()) {
            d.put("igmp");
            return;
        }
        int type = d.u8(at);
        switch (type) {
            case QUERY -> query(d, at, length);
            case V1_REPORT -> {
                d.put("igmp v1 report ").put(d.addresses().ip4(d.bytes(at + 4, 4)));
                wrongLength(d, length);
            }
            case V2_REPORT -> d.put("igmp v2 report ").put(d.addresses().ip4(d.bytes(at + 4, 4)));
            case V3_REPORT -> {
                d.put("igmp v3 report");
                report(d, at, length);
            }
            case LEAVE -> d.put("igmp leave ").put(d.addresses().ip4(d.bytes(at + 4, 4)));
            case DVMRP -> d.put("igmp dvmrp");
            case PIM -> d.put("igmp pimv1");
            case TRACE_RESPONSE -> d.put("igmp mresp");
            case TRACE -> d.put("igmp mtrace");
            default -> d.put("igmp-").put(type);
        }
        if (d.verbose() && d.has(at, length) && Dissection.checksum(d.sum(at, length)) != 0) {
            d.put(" bad igmp cksum ").hex(d.u16(at + 2)).put('!');
        }
    }

    private static void wrongLength(Dissection d, int length) {
        if (length != 8) {
            d.put(" [len ").put(length).put(']');
        }
    }

    private static void query(Dissection d, int at, int length) {
        d.put("igmp query");
        if (length >= 12) {
            queryV3(d, at, length);
            return;
        }
        int maximum = d.u8(at + 1);
        if (maximum != 0) {
            d.put(" v2");
            if (maximum != 100) {
                d.put(" [max resp time ").put(maximum).put(']');
            }
        } else {
            d.put(" v1");
        }
        if (d.u32(at + 4) != 0) {
            d.put(" [gaddr ").put(d.addresses().ip4(d.bytes(at + 4, 4))).put(']');
        }
        wrongLength(d, length);
    }

    private static void queryV3(Dissection d, int at, int length) {
        d.put(" v3");
        d.need(at, 8);
        if ((length & 3) != 0) {
            d.put(" [invalid len ").put(length).put(']');
            return;
        }
        int code = d.u8(at + 1);
        int tenths = code < 128 ? code : ((code & 15) | 16) << ((code >> 4 & 7) + 3);
        if (tenths != 100) {
            d.put(" [max resp time ");
            if (tenths < 600) {
                d.put(String.format(Locale.ROOT, "%.1fs", tenths * 0.1));
            } else {
                Durations.print(d, tenths / 10);
            }
            d.put(']');
        }
        if (d.u32(at + 4) == 0) {
            return;
        }
        d.put(" [gaddr ").put(d.addresses().ip4(d.bytes(at + 4, 4)));
        int sources = d.u16(at + 10);
        if (sources > 0) {
            if (12 + sources * 4 > length) {
                d.put(" [invalid number of sources]");
            } else if (d.verbosity() > 1) {
                d.put(" {");
                for (int i = 0; i < sources; i++) {
                    d.put(' ').put(d.addresses().ip4(d.bytes(at + 12 + 4 * i, 4)));
                }
                d.put(" }");
            } else {
                d.put(", ").put(sources).put(" source(s)");
            }
        }
        d.put(']');
    }

    private static void report(Dissection d, int at, int length) {
        if (length < 16 || (length & 3) != 0) {
            d.put(" [invalid len ").put(length).put(']');
            return;
        }
        int records = d.u16(at + 6);
        d.put(", ").put(records).put(" group record(s)");
        if (!d.verbose()) {
            return;
        }
        int record = 8;
        for (int i = 0; i < records; i++) {
            if (record + 8 > length) {
                d.put(" [invalid number of groups]");
                return;
            }
            d.need(at + record + 4, 4);
            d.put(" [gaddr ")
                    .put(d.addresses().ip4(d.bytes(at + record + 4, 4)))
                    .put(' ');
            int type = d.u8(at + record);
            d.put(RECORDS.name(type, () -> " [v3-report-#" + type + "]"));
            int sources = d.u16(at + record + 2);
            if (record + 8 + sources * 4 > length) {
                d.put(" [invalid number of sources ").put(sources).put(']');
                return;
            }
            if (d.verbosity() > 1) {
                d.put(" {");
                for (int j = 0; j < sources; j++) {
                    d.put(' ').put(d.addresses().ip4(d.bytes(at + record + 8 + 4 * j, 4)));
                }
                d.put(" }");
            } else {
                d.put(", ").put(sources).put(" source(s)");
            }
            record += 8 + 4 * sources;
            d.put(']');
        }
    }
}
