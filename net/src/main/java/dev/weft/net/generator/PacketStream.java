package dev.weft.net.generator;

import dev.weft.core.packet.NetDevice;

/// One stream of the generator: what it makes, on which device it seems to arrive, how many and how fast.
public final class PacketStream {
    private final String name;
    private final NetDevice device;
    private final PacketTemplate template;
    private final long limit;
    private final double packetsPerSecond;
    private boolean enabled;
    private long sent;
    private long startNanos;
    private long sentAtStart;

    /// @param limit packets to send in all; 0 for no end
    /// @param packetsPerSecond 0 for as many as the worker can take
    public PacketStream(String name, NetDevice device, PacketTemplate template, long limit, double packetsPerSecond) {
        this.name = name;
        this.device = device;
        this.template = template;
        this.limit = limit;
        this.packetsPerSecond = packetsPerSecond;
    }

    public String name() {
        return name;
    }

    public NetDevice device() {
        return device;
    }

    public PacketTemplate template() {
        return template;
    }

    public long limit() {
        return limit;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /// Packets made so far.
    public long sent() {
        return sent;
    }

    void enable(long nowNanos) {
        if (limit > 0 && sent >= limit) {
            sent = 0;
        }
        enabled = true;
        startNanos = nowNanos;
        sentAtStart = sent;
    }

    void disable() {
        enabled = false;
    }

    /// How many packets are due now, at most `most`.
    int due(long nowNanos, int most) {
        long count = most;
        if (packetsPerSecond > 0) {
            long target = (long) ((nowNanos - startNanos) * packetsPerSecond / 1e9) + 1;
            count = Math.min(count, target - (sent - sentAtStart));
        }
        if (limit > 0) {
            count = Math.min(count, limit - sent);
        }
        return (int) Math.max(count, 0);
    }

    /// When the next packet is due, for a stream that has a rate.
    long nextNanos() {
        return startNanos + (long) ((sent - sentAtStart) * 1e9 / packetsPerSecond) + 1;
    }

    boolean hasRate() {
        return packetsPerSecond > 0;
    }

    void sent(int packets) {
        sent += packets;
        if (limit > 0 && sent >= limit) {
            enabled = false;
        }
    }
}
