package dev.weft.core.packet;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;

/// The one slab of off-heap memory that every packet buffer of the process is cut from (mmap(2), madvise(2)).
///
/// It is reserved once and touched as it is needed, so a small network costs little and memory grows without moving.
/// The segment and the mask are constants to the compiler: masking an address proves the bounds, which makes an access
/// as cheap as an unchecked one, while a wrong offset can still reach nothing but other packets.
final class PacketMemory {
    /// An odd count of cache lines, so that the headers of neighbouring buffers do not share cache sets.
    static final int SMALL_STRIDE = 37 * 64;

    static final int LARGE_STRIDE = 1033 * 64;
    static final int HEADROOM = 256;

    private static final long SIZE = 1L << 32;
    private static final long TAIL = 1L << 17;
    private static final long HUGE_PAGE = 1L << 21;
    static final long MASK = SIZE - 1;
    static final long LARGE_START = SIZE / 2;
    static final int MAX_SMALL = (int) (LARGE_START / SMALL_STRIDE);
    static final int MAX_LARGE = (int) ((SIZE - LARGE_START) / LARGE_STRIDE);

    static final MemorySegment SLAB = reserve();

    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong NATIVE_LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private PacketMemory() {}

    private static MemorySegment reserve() {
        int protReadWrite = 0x1 | 0x2;
        int mapPrivateAnonymousNoReserve = 0x02 | 0x20 | 0x4000;
        int madvHugePage = 14;
        Linker linker = Linker.nativeLinker();
        MethodHandle mmap = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("mmap"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG));
        MethodHandle madvise = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("madvise"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
        try {
            long mapped = (long)
                    mmap.invokeExact(0L, SIZE + TAIL + HUGE_PAGE, protReadWrite, mapPrivateAnonymousNoReserve, -1, 0L);
            if (mapped == -1) {
                throw new OutOfMemoryError("cannot reserve " + SIZE + " bytes of address space for packets");
            }
            long address = mapped + HUGE_PAGE - 1 & -HUGE_PAGE;
            int advised = (int) madvise.invokeExact(address, LARGE_START, madvHugePage);
            assert advised <= 0; // huge pages are a wish: a kernel without them is as good, only slower
            return MemorySegment.ofAddress(address).reinterpret(SIZE + TAIL, Arena.global(), null);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
