package dev.weft.net.tcpdump.filter;

/// A number computed from a packet: unsigned, of 32 bits.
sealed interface Value {
    /// The result of a read beyond the captured bytes, or of a division by zero.
    long FAILED = -1;

    long of(FilterFrame frame);

    /// The number as it was written.
    record Number(int number) implements Value {
        @Override
        public long of(FilterFrame frame) {
            return Integer.toUnsignedLong(number);
        }
    }

    /// The length of the packet on the wire.
    record Length() implements Value {
        @Override
        public long of(FilterFrame frame) {
            return frame.wireLength();
        }
    }

    /// How the packet passed the device.
    record PacketType() implements Value {
        @Override
        public long of(FilterFrame frame) {
            return frame.packetType();
        }
    }

    /// `size` bytes at a fixed place, or behind the IPv4 header that starts at `base`.
    record Field(int base, boolean behindIp4, int offset, int size) implements Value {
        @Override
        public long of(FilterFrame frame) {
            return read(frame, start(frame, base, behindIp4), offset, size);
        }
    }

    /// As [Field], at an offset that is computed too.
    record Indexed(int base, boolean behindIp4, Value index, int size) implements Value {
        @Override
        public long of(FilterFrame frame) {
            long offset = index.of(frame);
            return offset == FAILED ? FAILED : read(frame, start(frame, base, behindIp4), offset, size);
        }
    }

    /// The negative, modulo 2³².
    record Negative(Value value) implements Value {
        @Override
        public long of(FilterFrame frame) {
            long number = value.of(frame);
            return number == FAILED ? FAILED : -number & 0xffff_ffffL;
        }
    }

    record Computed(Value left, Operator operator, Value right) implements Value {
        @Override
        public long of(FilterFrame frame) {
            long first = left.of(frame);
            long second = first == FAILED ? FAILED : right.of(frame);
            return second == FAILED ? FAILED : operator.apply(first, second);
        }
    }

    private static long start(FilterFrame frame, int base, boolean behindIp4) {
        if (!behindIp4) {
            return base;
        }
        return base < frame.captured() ? base + (frame.u8(base) & 15) * 4L : FAILED;
    }

    private static long read(FilterFrame frame, long start, long offset, int size) {
        long at = (start + offset) & 0xffff_ffffL;
        if (start == FAILED || at + size > frame.captured()) {
            return FAILED;
        }
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = number << 8 | frame.u8((int) at + i);
        }
        return number;
    }
}
