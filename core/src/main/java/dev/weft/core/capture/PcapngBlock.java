package dev.weft.core.capture;

/// The block and option numbers of pcapng (draft-ietf-opsawg-pcapng) that are read or written here.
final class PcapngBlock {
    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int OBSOLETE_PACKET = 2;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;

    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;

    static final int OPTION_END = 0;
    static final int SECTION_USER_APPLICATION = 4;
    static final int INTERFACE_NAME = 2;
    static final int INTERFACE_TIMESTAMP_RESOLUTION = 9;
    static final int INTERFACE_TIMESTAMP_OFFSET = 14;
    static final int PACKET_FLAGS = 2;

    private PcapngBlock() {}

    /// Rounded up to the 32 bits that everything in the format is aligned to.
    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
