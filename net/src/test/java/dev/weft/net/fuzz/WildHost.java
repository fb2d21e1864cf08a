package dev.weft.net.fuzz;

import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.Packet;
import java.nio.ByteBuffer;

/// The far end of a TAP: sends wild frames when told to, and swallows what it gets.
final class WildHost implements FarEnd {
    private final WildFrames frames;
    private long waiting;
    private long sent;
    private long askedInVain;
    private long swallowed;

    WildHost(WildFrames frames) {
        this.frames = frames;
    }

    /// Lets so many more frames come.
    void send(long more) {
        waiting += more;
    }

    boolean isDone() {
        return waiting == 0;
    }

    /// Frames that the network has taken in.
    long sent() {
        return sent;
    }

    /// How often the network asked and took no packet from its pool for good.
    long askedInVain() {
        return askedInVain;
    }

    /// Frames that the network has sent here.
    long swallowed() {
        return swallowed;
    }

    @Override
    public int receive(Packet packet) {
        if (waiting == 0) {
            askedInVain++;
            return 0;
        }
        waiting--;
        sent++;
        ByteBuffer frame = frames.next();
        int length = frame.remaining();
        packet.length(length);
        packet.copyFrom(0, frame.array(), 0, length);
        return length;
    }

    @Override
    public boolean transmit(Packet packet) {
        swallowed++;
        return true;
    }

    @Override
    public void close() {
        waiting = 0;
    }
}
