package dev.weft.net.netfilter.conntrack;

/// What is known of the two ends of a TCP connection, in the words of its record (kernel: `struct
/// ip_ct_tcp`).
final class TcpEnds {
    // Flags of an end.
    static final int WINDOW_SCALE = 1;
    static final int SACK_PERMITTED = 1 << 1;

    /// It has sent the first FIN.
    static final int CLOSE_INIT = 1 << 2;

    /// Its window cannot be known.
    static final int BE_LIBERAL = 1 << 3;

    static final int DATA_UNACKNOWLEDGED = 1 << 4;
    static final int MAX_ACK_SET = 1 << 5;

    // Flags of the connection's last odd segment.
    static final int EXPECT_CHALLENGE_ACK = 1 << 6;
    static final int SIMULTANEOUS_OPEN = 1 << 7;

    private static final long LOW = 0xffff_ffffL;
    private static final int STATE = 0;
    private static final int LAST = 1;
    private static final int RETRANSMITS = 2;
    private static final int LAST_FLAGS = 3;
    private static final int SCALES = 4;
    private static final int FLAGS = 5;

    private long[] r = new long[0];
    private int o;

    /// Looks at the record of a connection from here on.
    TcpEnds at(Connections connections, int slot) {
        r = connections.page(slot);
        o = Connections.base(slot);
        return this;
    }

    private int high(int word) {
        return (int) (r[o + word] >>> 32);
    }

    private int low(int word) {
        return (int) r[o + word];
    }

    private void high(int word, int value) {
        r[o + word] = (long) value << 32 | r[o + word] & LOW;
    }

    private void low(int word, int value) {
        r[o + word] = r[o + word] & ~LOW | value & LOW;
    }

    private int octet(int which) {
        return (int) (r[o + Connections.MISC] >>> 8 * which) & 0xff;
    }

    private void octet(int which, int value) {
        long word = r[o + Connections.MISC];
        r[o + Connections.MISC] = word & ~(0xffL << 8 * which) | (long) (value & 0xff) << 8 * which;
    }

    private static int seen(int end) {
        return Connections.SEEN + 2 * end;
    }

    // ---- an end: 0 for who began, 1 for the other

    /// One more than the highest sequence number that it has sent.
    int end(int end) {
        return high(seen(end));
    }

    void end(int end, int sequence) {
        high(seen(end), sequence);
    }

    /// How far it may send.
    int maxEnd(int end) {
        return low(seen(end));
    }

    void maxEnd(int end, int sequence) {
        low(seen(end), sequence);
    }

    /// The largest window that it has offered; 0 when nothing was seen of it.
    int maxWindow(int end) {
        return high(seen(end) + 1);
    }

    void maxWindow(int end, int bytes) {
        high(seen(end) + 1, bytes);
    }

    int maxAck(int end) {
        return low(seen(end) + 1);
    }

    void maxAck(int end, int sequence) {
        low(seen(end) + 1, sequence);
    }

    int scale(int end) {
        return octet(SCALES) >>> 4 * end & 0xf;
    }

    void scale(int end, int shift) {
        octet(SCALES, octet(SCALES) & ~(0xf << 4 * end) | shift << 4 * end);
    }

    int flags(int end) {
        return octet(FLAGS + end);
    }

    void flags(int end, int flags) {
        octet(FLAGS + end, flags);
    }

    boolean has(int end, int flag) {
        return (flags(end) & flag) != 0;
    }

    void clear(int end) {
        r[o + seen(end)] = 0;
        r[o + seen(end) + 1] = 0;
        scale(end, 0);
        flags(end, 0);
    }

    // ---- the connection

    int state() {
        return octet(STATE);
    }

    void state(int state) {
        octet(STATE, state);
    }

    int lastKind() {
        return octet(LAST) & 7;
    }

    int lastDirection() {
        return octet(LAST) >>> 3;
    }

    void last(int kind, int direction) {
        octet(LAST, kind | direction << 3);
    }

    int retransmits() {
        return octet(RETRANSMITS);
    }

    void retransmits(int count) {
        octet(RETRANSMITS, Math.min(count, 0xff));
    }

    int lastFlags() {
        return octet(LAST_FLAGS);
    }

    void lastFlags(int flags) {
        octet(LAST_FLAGS, flags);
    }

    int lastSequence() {
        return high(Connections.LAST_SEQUENCES);
    }

    void lastSequence(int sequence) {
        high(Connections.LAST_SEQUENCES, sequence);
    }

    int lastAck() {
        return low(Connections.LAST_SEQUENCES);
    }

    void lastAck(int sequence) {
        low(Connections.LAST_SEQUENCES, sequence);
    }

    int lastEnd() {
        return high(Connections.LAST_END);
    }

    void lastEnd(int sequence) {
        high(Connections.LAST_END, sequence);
    }

    int lastWindow() {
        return low(Connections.LAST_END) >>> 16;
    }

    void lastWindow(int window) {
        low(Connections.LAST_END, low(Connections.LAST_END) & 0xffff | window << 16);
    }

    int lastScale() {
        return low(Connections.LAST_END) >>> 12 & 0xf;
    }

    void lastScale(int shift) {
        low(Connections.LAST_END, low(Connections.LAST_END) & ~0xf000 | shift << 12);
    }
}
