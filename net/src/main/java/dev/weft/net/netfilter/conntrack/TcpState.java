package dev.weft.net.netfilter.conntrack;

import java.util.List;

/// How far a TCP connection is, as someone between its ends sees it (kernel: `enum tcp_conntrack`).
public enum TcpState {
    /// Nothing was seen of it.
    NONE,
    /// A SYN.
    SYN_SENT,
    /// A SYN and its SYN-ACK.
    SYN_RECV,
    /// The handshake is through.
    ESTABLISHED,
    /// One end has sent a FIN.
    FIN_WAIT,
    /// … and the other has acknowledged it.
    CLOSE_WAIT,
    /// Both have sent a FIN.
    LAST_ACK,
    /// The last ACK was seen.
    TIME_WAIT,
    /// It was reset.
    CLOSE,
    /// Both ends have sent a SYN.
    SYN_SENT2;

    public static final List<TcpState> ALL = List.of(values());

    /// As `conntrack -L` prints it.
    public String text() {
        return name();
    }
}
