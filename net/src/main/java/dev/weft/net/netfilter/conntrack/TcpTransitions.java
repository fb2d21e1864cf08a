package dev.weft.net.netfilter.conntrack;

import dev.weft.core.wire.Tcp;

/// Which state follows when a segment of one kind is seen in a state (kernel: `tcp_conntracks`).
final class TcpTransitions {
    // Kinds of segments (kernel: `enum tcp_bit_set`).
    static final int SYN = 0;
    static final int SYN_ACK = 1;
    static final int FIN = 2;
    static final int ACK = 3;
    static final int RST = 4;
    static final int NO_FLAG = 5;

    /// The segment means nothing in this state, or cannot be judged: it passes and changes nothing.
    static final int IGNORE = 10;

    /// The segment cannot occur in this state.
    static final int INVALID = 11;

    private static final String NAMES = "-- SS SR ES FW CW LA TW CL S2 ig iv";

    /// From:       none SS SR ES FW CW LA TW CL S2
    private static final byte[][] ORIGINAL = {
        row("SS SS ig ig ig ig ig SS SS S2"), // SYN
        row("iv iv SR iv iv iv iv iv iv SR"), // SYN-ACK
        row("iv iv FW FW LA LA LA TW CL iv"), // FIN
        row("ES iv ES ES CW CW TW TW CL iv"), // ACK
        row("iv CL CL CL CL CL CL CL CL CL"), // RST
        row("iv iv iv iv iv iv iv iv iv iv")
    };

    private static final byte[][] REPLY = {
        row("iv S2 iv iv iv iv iv SS iv S2"), // SYN
        row("iv SR ig ig ig ig ig ig ig SR"), // SYN-ACK
        row("iv iv FW FW LA LA LA TW CL iv"), // FIN
        row("iv ig SR ES CW CW TW TW CL ig"), // ACK
        row("iv CL CL CL CL CL CL CL CL CL"), // RST
        row("iv iv iv iv iv iv iv iv iv iv")
    };

    /// Combinations of flags that make sense, without ECE, CWR and PSH (kernel: `tcp_valid_flags`).
    private static final boolean[] VALID = new boolean[64];

    static {
        int[] all = {
            Tcp.SYN,
            Tcp.SYN | Tcp.URG,
            Tcp.SYN | Tcp.ACK,
            Tcp.RST,
            Tcp.RST | Tcp.ACK,
            Tcp.FIN | Tcp.ACK,
            Tcp.FIN | Tcp.ACK | Tcp.URG,
            Tcp.ACK,
            Tcp.ACK | Tcp.URG
        };
        for (int flags : all) {
            VALID[flags] = true;
        }
    }

    private TcpTransitions() {}

    static int next(int direction, int kind, int state) {
        return (direction == 0 ? ORIGINAL : REPLY)[kind][state];
    }

    static boolean isValid(int flags) {
        return VALID[flags & (Tcp.SYN | Tcp.ACK | Tcp.FIN | Tcp.RST | Tcp.URG)];
    }

    static int kind(int flags) {
        if ((flags & Tcp.RST) != 0) {
            return RST;
        }
        if ((flags & Tcp.SYN) != 0) {
            return (flags & Tcp.ACK) != 0 ? SYN_ACK : SYN;
        }
        if ((flags & Tcp.FIN) != 0) {
            return FIN;
        }
        return (flags & Tcp.ACK) != 0 ? ACK : NO_FLAG;
    }

    private static byte[] row(String text) {
        String[] words = text.split(" ");
        byte[] row = new byte[words.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (NAMES.indexOf(words[i]) / 3);
        }
        return row;
    }
}
