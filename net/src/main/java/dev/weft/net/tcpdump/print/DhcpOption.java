package dev.weft.net.tcpdump.print;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A DHCP option (RFC 2132 and later) as tcpdump names and formats it.
record DhcpOption(String name, Format format) {
    /// How the value of an option reads.
    enum Format {
        IP,
        LONG,
        SHORT,
        BYTE,
        BOOL,
        TEXT,
        /// Pairs of addresses.
        PAIR,
        /// In a way of its own.
        OWN,
        /// Nobody knows: by the length.
        UNKNOWN
    }

    private static final DhcpOption NOBODY_KNOWS = new DhcpOption("Unknown", Format.UNKNOWN);
    private static final Map<Integer, DhcpOption> KNOWN = parse("""
        0 byte PAD
        1 ip Subnet-Mask
        2 long Time-Zone
        3 ip Default-Gateway
        4 ip Time-Server
        5 ip IEN-Name-Server
        6 ip Domain-Name-Server
        7 ip LOG
        8 ip CS
        9 ip LPR-Server
        10 ip IM
        11 ip RL
        12 text Hostname
        13 short BS
        14 text DP
        15 text Domain-Name
        16 ip SS
        17 text RP
        18 text EP
        19 bool IPF
        20 bool SRT
        21 pair PF
        22 short RSZ
        23 byte TTL
        24 long MTU-Timeout
        25 short MTU-Table
        26 short MTU
        27 bool LSN
        28 ip BR
        29 bool MD
        30 bool MS
        31 bool Router-Discovery
        32 ip RSA
        33 pair Static-Route
        34 bool UT
        35 long AT
        36 bool IE
        37 byte TT
        38 long KI
        39 bool KG
        40 text YD
        41 ip YS
        42 ip NTP
        43 byte Vendor-Option
        44 ip Netbios-Name-Server
        45 ip WDD
        46 own Netbios-Node
        47 text Netbios-Scope
        48 ip XFS
        49 ip XDM
        50 ip Requested-IP
        51 long Lease-Time
        52 own OO
        53 byte DHCP-Message
        54 ip Server-ID
        55 own Parameter-Request
        56 text MSG
        57 short MSZ
        58 long RN
        59 long RB
        60 text Vendor-Class
        61 own Client-ID
        64 short N+D
        65 ip N+S
        66 text TFTP
        67 text BF
        68 ip MH
        69 ip SMTP
        70 ip POP3
        71 ip NNTP
        72 ip WWW
        73 ip FG
        74 ip IRC
        75 ip STS
        76 ip STDA
        77 own User-Class
        78 byte SLP-DA
        79 byte SLP-SCOPE
        80 text SLP-NA
        81 own FQDN
        82 own Agent-Information
        83 byte ARMT
        88 text TZSTR
        89 byte FQDNS
        90 byte AUTH
        91 long Last-Transaction-Time
        92 ip Associated-IP
        93 short ARCH
        94 byte NDI
        95 text LDAP
        97 byte GUID
        98 text UAP
        100 text POSIX-TZ
        101 text TZ-Name
        112 ip NI
        113 text NITAG
        114 text URL
        116 bool NOAUTO
        117 short NSSEARCH
        118 ip SUBNET
        121 own Classless-Static-Route
        150 ip TFTP-Server-Address
        161 text MUD-URL
        249 own Classless-Static-Route-Microsoft
        255 byte END
        """);

    static DhcpOption of(int tag) {
        return KNOWN.getOrDefault(tag, NOBODY_KNOWS);
    }

    private static Map<Integer, DhcpOption> parse(String lines) {
        Map<Integer, DhcpOption> options = new HashMap<>();
        lines.lines().forEach(line -> {
            String[] words = line.split(" ", 3);
            Format format = Format.valueOf(words[1].toUpperCase(Locale.ROOT));
            options.put(Integer.valueOf(words[0]), new DhcpOption(words[2], format));
        });
        return Map.copyOf(options);
    }
}
