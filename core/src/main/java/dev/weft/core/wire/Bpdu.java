package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of a bridge protocol data unit (IEEE 802.1D-1998 §9.3): of a topology change notification the first four
/// bytes, of a configuration all.
///
/// ```text
/// +--------+--------+--------+--------+
/// |  Protocol = 0   |Version |  Type  |
/// +--------+--------+--------+--------+--------+--------+--------+--------+--------+
/// | Flags  |                            Root Identifier                            |
/// +--------+--------+--------+--------+--------+--------+--------+--------+--------+
/// |          Root Path Cost           |
/// +--------+--------+--------+--------+--------+--------+--------+--------+
/// |                           Bridge Identifier                           |
/// +--------+--------+--------+--------+--------+--------+--------+--------+
/// | Port Identifier |   Message Age   |     Max Age     |
/// +--------+--------+--------+--------+--------+--------+
/// |   Hello Time    |  Forward Delay  |   times in units of 1/256 s
/// +--------+--------+--------+--------+
/// ```
public record Bpdu(Packet packet, int offset) {
    public static final int CONFIGURATION = 0x00;
    public static final int TOPOLOGY_CHANGE_NOTIFICATION = 0x80;
    public static final int NOTIFICATION_LENGTH = 4;
    public static final int CONFIGURATION_LENGTH = 35;

    public static final int TOPOLOGY_CHANGE = 0x01;
    public static final int TOPOLOGY_CHANGE_ACKNOWLEDGMENT = 0x80;

    /// 01:80:c2:00:00:00, to which bridges send.
    public static final long GROUP_ADDRESS = 0x0180_c200_0000L;

    private static final int PROTOCOL = 0;
    private static final int VERSION = 2;
    private static final int TYPE = 3;
    private static final int FLAGS = 4;
    private static final int ROOT = 5;
    private static final int ROOT_PATH_COST = 13;
    private static final int BRIDGE = 17;
    private static final int PORT = 25;
    private static final int MESSAGE_AGE = 27;
    private static final int MAX_AGE = 29;
    private static final int HELLO_TIME = 31;
    private static final int FORWARD_DELAY = 33;

    /// Is it whole, by its type, and of the spanning tree protocol?
    public static boolean fits(Packet packet, int offset) {
        int there = packet.length() - offset;
        return there >= NOTIFICATION_LENGTH
                && packet.u16(offset + PROTOCOL) == 0
                && (there >= CONFIGURATION_LENGTH || packet.u8(offset + TYPE) == TOPOLOGY_CHANGE_NOTIFICATION);
    }

    /// Writes what both types begin with.
    public void head(int type) {
        packet.put16(offset + PROTOCOL, 0);
        packet.put8(offset + VERSION, 0);
        packet.put8(offset + TYPE, type);
    }

    public int version() {
        return packet.u8(offset + VERSION);
    }

    public int type() {
        return packet.u8(offset + TYPE);
    }

    public int flags() {
        return packet.u8(offset + FLAGS);
    }

    public void flags(int flags) {
        packet.put8(offset + FLAGS, flags);
    }

    /// The bits of a [BridgeId].
    public long root() {
        return packet.i64(offset + ROOT);
    }

    public void root(long bridgeId) {
        packet.put64(offset + ROOT, bridgeId);
    }

    public int rootPathCost() {
        return packet.i32(offset + ROOT_PATH_COST);
    }

    public void rootPathCost(int cost) {
        packet.put32(offset + ROOT_PATH_COST, cost);
    }

    public long bridge() {
        return packet.i64(offset + BRIDGE);
    }

    public void bridge(long bridgeId) {
        packet.put64(offset + BRIDGE, bridgeId);
    }

    /// Priority and number of the sending port.
    public int port() {
        return packet.u16(offset + PORT);
    }

    public void port(int port) {
        packet.put16(offset + PORT, port);
    }

    public int messageAge() {
        return packet.u16(offset + MESSAGE_AGE);
    }

    public void messageAge(int ticks) {
        packet.put16(offset + MESSAGE_AGE, ticks);
    }

    public int maxAge() {
        return packet.u16(offset + MAX_AGE);
    }

    public void maxAge(int ticks) {
        packet.put16(offset + MAX_AGE, ticks);
    }

    public int helloTime() {
        return packet.u16(offset + HELLO_TIME);
    }

    public void helloTime(int ticks) {
        packet.put16(offset + HELLO_TIME, ticks);
    }

    public int forwardDelay() {
        return packet.u16(offset + FORWARD_DELAY);
    }

    public void forwardDelay(int ticks) {
        packet.put16(offset + FORWARD_DELAY, ticks);
    }
}
