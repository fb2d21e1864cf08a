package dev.weft.net.link.bridge;

/// The link-local groups that a mask lets pass, by name (iproute2: `_bitmask2str`).
final class GroupMask {
    private static final int LACP = 2;
    private static final int DOT1X = 3;
    private static final int LLDP = 14;

    private GroupMask() {}

    /// `lacp,0x8,lldp`; `0x0` for none.
    static String text(int mask) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 16; bit++) {
            if ((mask & 1 << bit) != 0) {
                text.append(text.isEmpty() ? "" : ",").append(name(bit));
            }
        }
        return text.isEmpty() ? "0x0" : text.toString();
    }

    private static String name(int bit) {
        return switch (bit) {
            case 0 -> "stp";
            case 1 -> "pause";
            case LACP -> "lacp";
            case LLDP -> "lldp";
            default -> "0x" + Integer.toHexString(1 << bit);
        };
    }
}
