package dev.weft.net.tcpdump.print;

/// Prints Multicast Listener Discovery, versions 1 and 2 (RFC 2710, RFC 3810).
final class Mld {
    private static final int VERSION_1 = 24;
    private static final int VERSION_2_QUERY = 28;

    private static final Tokens RECORDS = Tokens.of("""
        1 is_in
        2 is_ex
        3 to_in
        4 to_ex
        5 allow
        6 block
        """);

    private Mld() {}

    static void version1(Dissection d, int at) {
        d.put("max resp delay: ").put(d.u16(at + 4)).put(' ');
        d.put("addr: ").put(d.addresses().ip6(d.bytes(at + 8, 16)));
    }

    static void query(Dissection d, int at, int length) {
        if (length == VERSION_1) {
            version1(d, at);
        } else if (length >= VERSION_2_QUERY) {
            d.put(" v2");
            version2(d, at, length);
        } else {
            d.put(" unknown-version (len ").put(length).put(") ");
        }
    }

    private static void version2(Dissection d, int at, int length) {
        int code = d.u16(at + 4);
        long millis = code < 32_768 ? code : (long) ((code & 0xfff) | 0x1000) << ((code >> 12 & 7) + 3);
        if (d.verbose()) {
            d.put(" [max resp delay=").put(millis).put(']');
        }
        d.put(" [gaddr ").put(d.addresses().ip6(d.bytes(at + 8, 16)));
        if (d.verbose()) {
            int flags = d.u8(at + 24);
            if ((flags & 8) != 0) {
                d.put(" sflag");
            }
            if ((flags & 7) != 0) {
                d.put(" robustness=").put(flags & 7);
            }
            int interval = d.u8(at + 25);
            d.put(" qqi=").put(interval < 128 ? interval : ((interval & 15) | 16) << ((interval >> 4 & 7) + 3));
        }
        int sources = d.u16(at + 26);
        if (sources > 0) {
            if (length < VERSION_2_QUERY + 16 * sources) {
                d.put(" [invalid number of sources]");
            } else {
                sources(d, at + VERSION_2_QUERY, sources);
            }
        }
        d.put(']');
    }

    private static void sources(Dissection d, int at, int count) {
        if (d.verbosity() > 1) {
            d.put(" {");
            for (int i = 0; i < count; i++) {
                d.put(' ').put(d.addresses().ip6(d.bytes(at + 16 * i, 16)));
            }
            d.put(" }");
        } else {
            d.put(", ").put(count).put(" source(s)");
        }
    }

    static void report(Dissection d, int at, int length) {
        if (length < 8) {
            d.invalid();
            return;
        }
        int records = d.u16(at + 6);
        d.put(", ").put(records).put(" group record(s)");
        if (!d.verbose()) {
            return;
        }
        int record = 8;
        for (int i = 0; i < records; i++) {
            d.need(at + record + 4, 16);
            d.put(" [gaddr ")
                    .put(d.addresses().ip6(d.bytes(at + record + 4, 16)))
                    .put(' ');
            int type = d.u8(at + record);
            d.put(RECORDS.name(type, () -> " [v2-report-#" + type + "]"));
            int sources = d.u16(at + record + 2);
            if (length < record + 20 + 16 * sources) {
                d.put(" [invalid number of sources ").put(sources).put(']');
                return;
            }
            sources(d, at + record + 20, sources);
            d.put(']');
            record += 20 + 16 * sources;
        }
    }
}
