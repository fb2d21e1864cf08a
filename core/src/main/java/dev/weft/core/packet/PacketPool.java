package dev.weft.core.packet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A worker's free packets: taken and given back without a lock, exchanged in batches with the other workers.
public final class PacketPool {
    private static final int BATCH = 256;

    /// What all pools of the process share: buffers never used yet, and batches that some worker had too many of.
    private static final class Depot {
        private final boolean large;
        private final ArrayDeque<Packet[]> batches = new ArrayDeque<>();
        private int made;

        Depot(boolean large) {
            this.large = large;
        }

        /// A full batch, from what was given back or newly made; null when memory's end is reached.
        synchronized Packet @Nullable [] take() {
            Packet[] batch = batches.poll();
            return batch != null ? batch : make();
        }

        synchronized void give(Packet[] batch) {
            batches.push(batch);
        }

        private Packet @Nullable [] make() {
            int limit = large ? PacketMemory.MAX_LARGE : PacketMemory.MAX_SMALL;
            int count = large ? BATCH / 16 : BATCH;
            if (made + count > limit) {
                return null;
            }
            Packet[] batch = new Packet[count];
            for (int i = 0; i < count; i++) {
                long index = made++;
                batch[i] = new Packet(
                        large
                                ? PacketMemory.LARGE_START + index * PacketMemory.LARGE_STRIDE
                                : index * PacketMemory.SMALL_STRIDE);
            }
            return batch;
        }
    }

    /// One size class of this pool.
    private static final class Stack {
        private final Depot depot;
        private Packet[] free = new Packet[2 * BATCH];
        private int count;

        Stack(Depot depot) {
            this.depot = depot;
        }

        @Nullable
        Packet pop() {
            if (count == 0 && !refill()) {
                return null;
            }
            return free[--count];
        }

        /// Moves up to `wanted` packets to the start of an array.
        ///
        /// @return how many there were
        int pop(@Nullable Packet[] into, int wanted) {
            int done = 0;
            while (done < wanted && (count > 0 || refill())) {
                int part = Math.min(wanted - done, count);
                count -= part;
                System.arraycopy(free, count, into, done, part);
                done += part;
            }
            return done;
        }

        void push(Packet packet) {
            if (count == free.length) {
                spill();
            }
            free[count++] = packet;
        }

        private boolean refill() {
            Packet[] batch = depot.take();
            if (batch == null) {
                return false;
            }
            System.arraycopy(batch, 0, free, 0, batch.length);
            count = batch.length;
            return true;
        }

        void giveUp() {
            while (count > 0) {
                int size = Math.min(count, BATCH);
                count -= size;
                depot.give(Arrays.copyOfRange(free, count, count + size));
            }
        }

        private void spill() {
            if (free.length < 32 * BATCH) {
                free = Arrays.copyOf(free, 2 * free.length);
                return;
            }
            count -= BATCH;
            depot.give(Arrays.copyOfRange(free, count, count + BATCH));
        }
    }

    private static final Depot SMALL = new Depot(false);
    private static final Depot LARGE = new Depot(true);

    private final Stack small = new Stack(SMALL);
    private final Stack large = new Stack(LARGE);
    private final int limit;
    private long taken;
    private long given;

    /// @param limit how many packets this pool may have out at once
    public PacketPool(int limit) {
        this.limit = limit;
    }

    public PacketPool() {
        this(Integer.MAX_VALUE);
    }

    /// Bytes that a small packet can hold behind its headroom.
    public static final int SMALL_BYTES = PacketMemory.SMALL_STRIDE - PacketMemory.HEADROOM;

    /// Bytes that a large packet can hold behind its headroom.
    public static final int LARGE_BYTES = PacketMemory.LARGE_STRIDE - PacketMemory.HEADROOM;

    /// An empty packet with room for an Ethernet frame of 2 KB; null when memory is used up, which the caller counts as
    /// a drop.
    public @Nullable Packet allocate() {
        return taken(inUse() < limit ? small.pop() : null);
    }

    /// An empty packet with room for `bytes`; null when memory is used up or no packet is that large.
    public @Nullable Packet allocate(int bytes) {
        if (bytes <= SMALL_BYTES) {
            return allocate();
        }
        return taken(bytes <= LARGE_BYTES && inUse() < limit ? large.pop() : null);
    }

    private @Nullable Packet taken(@Nullable Packet packet) {
        if (packet != null) {
            assert noteTaken(packet);
            taken++;
        }
        return packet;
    }

    /// Fills an array from its start with up to `count` empty packets, as [#allocate()] gives them.
    ///
    /// @return how many there were
    public int allocate(@Nullable Packet[] into, int count) {
        int popped = small.pop(into, Math.min(count, limit - inUse()));
        taken += popped;
        assert noteTaken(into, popped);
        return popped;
    }

    /// A second packet with the same bytes and the same metadata, on no arc; null when memory is used up.
    public @Nullable Packet copy(Packet packet) {
        Packet copy = allocate(packet.length() + packet.headroom() - PacketMemory.HEADROOM);
        if (copy != null) {
            copy.copyOf(packet);
        }
        return copy;
    }

    /// Gives a packet back; it must not be touched by the caller any more.
    public void free(Packet packet) {
        assert packet.holder() != FREE : "freed twice";
        packet.reset();
        packet.holder(FREE);
        given++;
        (packet.isLarge() ? large : small).push(packet);
    }

    /// Gives the first `count` packets of an array back.
    public void free(@Nullable Packet[] packets, int count) {
        for (int i = 0; i < count; i++) {
            Packet packet = packets[i];
            assert packet != null;
            free(packet);
        }
    }

    private static boolean noteTaken(@Nullable Packet[] packets, int count) {
        for (int i = 0; i < count; i++) {
            noteTaken(Objects.requireNonNull(packets[i]));
        }
        return true;
    }

    /// Only where assertions are on: finds a packet that is freed twice before it was sent anywhere.
    private static boolean noteTaken(Packet packet) {
        packet.holder(0);
        packet.length(0);
        return true;
    }

    /// Leaves all free packets to the other pools: this one's worker works no more.
    public void giveUp() {
        small.giveUp();
        large.giveUp();
    }

    /// Packets taken from this pool and not yet given back to it. Over all workers together this is the number in
    /// flight.
    public int inUse() {
        return (int) (taken - given);
    }

    /// Packets ever taken from this pool.
    public long taken() {
        return taken;
    }

    private static final int FREE = -1;
}
