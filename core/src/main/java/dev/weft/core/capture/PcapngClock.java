package dev.weft.core.capture;

/// How one interface of a pcapng file counts time: `if_tsresol` and `if_tsoffset`.
///
/// @param ticksPerSecond a power of ten or of two
/// @param offsetSeconds added to every time stamp
record PcapngClock(long ticksPerSecond, long offsetSeconds) {
    static final int MICROSECONDS = 6;
    static final int NANOSECONDS = 9;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int POWER_OF_TWO = 0x80;

    /// From the option's byte; resolutions too fine for 64 bits are refused as libpcap refuses them.
    static PcapngClock of(int resolution, long offsetSeconds) throws CaptureFormatException {
        int exponent = resolution & ~POWER_OF_TWO;
        if ((resolution & POWER_OF_TWO) != 0) {
            if (exponent > 62) {
                throw new CaptureFormatException(
                        "Interface Description Block if_tsresol option resolution 2^-" + exponent + " is too high");
            }
            return new PcapngClock(1L << exponent, offsetSeconds);
        }
        if (exponent > 18) {
            throw new CaptureFormatException(
                    "Interface Description Block if_tsresol option resolution 10^-" + exponent + " is too high");
        }
        long ticks = 1;
        for (int i = 0; i < exponent; i++) {
            ticks *= 10;
        }
        return new PcapngClock(ticks, offsetSeconds);
    }

    long toNanos(int high, int low) {
        long ticks = (long) high << 32 | Integer.toUnsignedLong(low);
        long seconds = Long.divideUnsigned(ticks, ticksPerSecond);
        long rest = Long.remainderUnsigned(ticks, ticksPerSecond);
        long fraction = ticksPerSecond <= NANOS_PER_SECOND
                ? rest * NANOS_PER_SECOND / ticksPerSecond
                : (long) ((double) rest / ticksPerSecond * NANOS_PER_SECOND);
        return (seconds + offsetSeconds) * NANOS_PER_SECOND + fraction;
    }
}
