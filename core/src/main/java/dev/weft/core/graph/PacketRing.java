package dev.weft.core.graph;

import dev.weft.core.packet.Packet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// A bounded queue of packets from one worker to another (Lamport's single-producer, single-consumer ring).
final class PacketRing {
    private static final VarHandle TAIL;
    private static final VarHandle HEAD;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TAIL = lookup.findVarHandle(PacketRing.class, "tail", long.class);
            HEAD = lookup.findVarHandle(PacketRing.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable Packet[] slots;

    @SuppressWarnings("unused") // through TAIL
    private long tail;

    @SuppressWarnings("unused") // through HEAD
    private long head;

    PacketRing(int capacity) {
        assert Integer.bitCount(capacity) == 1;
        slots = new Packet[capacity];
    }

    boolean offer(Packet packet) {
        long position = (long) TAIL.get(this);
        if (position - (long) HEAD.getAcquire(this) == slots.length) {
            return false;
        }
        slots[(int) position & (slots.length - 1)] = packet;
        TAIL.setRelease(this, position + 1);
        return true;
    }

    @Nullable
    Packet poll() {
        long position = (long) HEAD.get(this);
        if (position == (long) TAIL.getAcquire(this)) {
            return null;
        }
        int slot = (int) position & (slots.length - 1);
        Packet packet = slots[slot];
        slots[slot] = null;
        HEAD.setRelease(this, position + 1);
        return packet;
    }

    boolean isEmpty() {
        return (long) HEAD.getAcquire(this) == (long) TAIL.getAcquire(this);
    }
}
