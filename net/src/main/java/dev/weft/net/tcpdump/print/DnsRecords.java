package dev.weft.net.tcpdump.print;

/// Prints the questions and resource records of one DNS message.
final class DnsRecords {
    private static final int CLASS_IN = 1;
    private static final int A = 1;
    private static final int NS = 2;
    private static final int CNAME = 5;
    private static final int SOA = 6;
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int TXT = 16;
    private static final int AAAA = 28;
    private static final int SRV = 33;
    private static final int DNAME = 39;
    private static final int OPT = 41;

    private static final Tokens TYPES = Tokens.of("""
        1 A
        2 NS
        3 MD
        4 MF
        5 CNAME
        6 SOA
        7 MB
        8 MG
        9 MR
        10 NULL
        11 WKS
        12 PTR
        13 HINFO
        14 MINFO
        15 MX
        16 TXT
        17 RP
        18 AFSDB
        19 X25
        20 ISDN
        21 RT
        22 NSAP
        23 NSAP_PTR
        24 SIG
        25 KEY
        26 PX
        27 GPOS
        28 AAAA
        29 LOC
        30 NXT
        31 EID
        32 NIMLOC
        33 SRV
        34 ATMA
        35 NAPTR
        36 KX
        37 CERT
        38 A6
        39 DNAME
        40 SINK
        41 OPT
        42 APL
        43 DS
        44 SSHFP
        45 IPSECKEY
        46 RRSIG
        47 NSEC
        48 DNSKEY
        99 SPF
        100 UINFO
        101 UID
        102 GID
        103 UNSPEC
        104 UNSPECA
        249 TKEY
        250 TSIG
        251 IXFR
        252 AXFR
        253 MAILB
        254 MAILA
        255 ANY
        256 URI
        """);
    private static final Tokens CLASSES = Tokens.of("""
        1 IN
        3 CHAOS
        4 HS
        255 ANY
        """);

    private final Dissection d;
    private final int message;
    private final boolean multicast;

    DnsRecords(Dissection d, int message, boolean multicast) {
        this.d = d;
        this.message = message;
        this.multicast = multicast;
    }

    /// The upper bits of the response code, which the OPT record among the additional ones holds (RFC 6891 §6.1.3).
    int extendedCode(int start, int questions, int others, int additionals) {
        int at = start;
        try {
            for (int i = 0; i < questions; i++) {
                at = DnsNames.skip(d, at) + 4;
            }
            for (int i = 0; i < others + additionals; i++) {
                at = DnsNames.skip(d, at);
                if (i >= others && d.u16(at) == OPT) {
                    return d.u8(at + 4);
                }
                at += 10 + d.u16(at + 8);
            }
        } catch (Truncated cut) {
            return 0;
        }
        return 0;
    }

    private static String type(int type) {
        return TYPES.name(type, () -> "Type" + type);
    }

    /// Prints ` A? name` and returns the position behind the question.
    int question(int at) {
        int fixed = DnsNames.skip(d, at);
        int type = d.u16(fixed);
        int network = d.u16(fixed + 2);
        d.put(' ').put(type(type));
        printClass(multicast ? network & 0x7fff : network);
        if (multicast) {
            d.put((network & 0x8000) != 0 ? " (QU)" : " (QM)");
        }
        d.put("? ");
        DnsNames.print(d, message, at);
        return fixed + 4;
    }

    private void printClass(int network) {
        if (network != CLASS_IN) {
            d.put(' ').put(CLASSES.name(network, () -> "(Class " + network + ")"));
        }
    }

    /// Prints a resource record and returns the position behind it.
    int record(int start) {
        int at;
        if (d.verbose()) {
            d.put(' ');
            at = DnsNames.print(d, message, start);
        } else {
            at = DnsNames.trySkip(d, start);
        }
        if (!d.has(at, 10)) {
            return d.end();
        }
        int type = d.u16(at);
        int network = d.u16(at + 2);
        if (type != OPT) {
            printClass(multicast ? network & 0x7fff : network);
            if (multicast && (network & 0x8000) != 0) {
                d.put(" (Cache flush)");
            }
            if (d.verbosity() > 2) {
                d.put(" [");
                Durations.print(d, d.u32(at + 4));
                d.put(']');
            }
        }
        int length = d.u16(at + 8);
        int data = at + 10;
        d.put(' ').put(type(type));
        d.need(data, length);
        switch (type) {
            case OPT -> {
                d.put(" UDPsize=").put(network);
                if ((d.u16(at + 6) & 0x8000) != 0) {
                    d.put(" DO");
                }
                DnsExtensions.print(d, data, length);
            }
            default -> data(type, data, length);
        }
        return data + length;
    }

    private void data(int type, int at, int length) {
        switch (type) {
            case A -> d.put(' ').put(AddressText.dotted(d.bytes(at, 4), 0));
            case AAAA -> d.put(' ').put(AddressText.colons(d.bytes(at, 16)));
            case NS, CNAME, PTR, DNAME -> {
                d.put(' ');
                DnsNames.print(d, message, at);
            }
            case SOA -> {
                if (d.verbose()) {
                    authority(at);
                }
            }
            case MX -> {
                d.put(' ');
                DnsNames.print(d, message, at + 2);
                d.put(' ').put(d.u16(at));
            }
            case TXT -> {
                int text = at;
                while (text < at + length) {
                    d.put(" \"");
                    text = DnsNames.printString(d, text);
                    d.put('"');
                }
            }
            case SRV -> {
                d.put(' ');
                DnsNames.print(d, message, at + 6);
                d.put(':').put(d.u16(at + 4)).put(' ').put(d.u16(at)).put(' ').put(d.u16(at + 2));
            }
            default -> {}
        }
    }

    private void authority(int start) {
        d.put(' ');
        int at = DnsNames.print(d, message, start);
        d.put(' ');
        at = DnsNames.print(d, message, at);
        for (int i = 0; i < 5; i++) {
            d.put(' ').put(d.u32(at + 4 * i));
        }
    }
}
