package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// View of a VXLAN header (RFC 7348 §5).
///
/// ```text
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |R|R|R|R|I|R|R|R|            Reserved                           |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                VXLAN Network Identifier (VNI) |   Reserved    |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public record Vxlan(Packet packet, int offset) {
    public static final int LENGTH = 8;
    public static final int PORT = 4789;

    /// The port that Linux uses unless told otherwise.
    public static final int LINUX_PORT = 8472;

    /// The I flag, in the word of the flags: there is a VNI.
    public static final int HAS_VNI = 0x0800_0000;

    private static final int FLAGS = 0;
    private static final int VNI = 4;

    public static boolean fits(Packet packet, int offset) {
        return packet.length() - offset >= LENGTH;
    }

    /// The flags and the reserved bits behind them.
    public int flags() {
        return packet.i32(offset + FLAGS);
    }

    public void flags(int flags) {
        packet.put32(offset + FLAGS, flags);
    }

    public boolean hasVni() {
        return (flags() & HAS_VNI) != 0;
    }

    public int vni() {
        return packet.i32(offset + VNI) >>> 8;
    }

    /// Writes the VNI and zeroes the reserved byte behind it.
    public void vni(int vni) {
        packet.put32(offset + VNI, vni << 8);
    }
}
