package dev.weft.net.netfilter.classify;

/// What a classifier looks at in a packet, as a number without sign. Devices are looked at too, by name.
public enum Field {
    /// An IPv4 address, or the upper half of an IPv6 address.
    SOURCE(-1L),
    DESTINATION(-1L),
    /// The lower half of an IPv6 address; 0 for IPv4.
    SOURCE_LOW(-1L),
    DESTINATION_LOW(-1L),
    PROTOCOL(0xff),
    /// A port, or [#NO_PORT] where the packet has none: another protocol, a later fragment.
    SOURCE_PORT(Field.NO_PORT),
    DESTINATION_PORT(Field.NO_PORT),
    /// The number of the packet's tracking state; whoever asks and whoever demands agree on its meaning.
    STATE(63);

    public static final int NO_PORT = 0x1_0000;

    static final int COUNT = values().length;

    private final long last;

    Field(long last) {
        this.last = last;
    }

    /// The greatest value that it can have.
    public long last() {
        return last;
    }
}
