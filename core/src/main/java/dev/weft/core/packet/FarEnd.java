package dev.weft.core.packet;

/// What is on the other side of a device that reaches out of the network: a real host's TAP, say. Used by one worker.
public interface FarEnd extends AutoCloseable {
    /// What [#receive] says when the other side is gone.
    int GONE = -1;

    /// Puts the next frame that waits into the empty packet, as much as it can hold.
    ///
    /// @return how many bytes it has; 0 when nothing waits; [#GONE]
    int receive(Packet packet);

    /// Sends the packet's bytes to the other side, which copies them.
    ///
    /// @return were they taken?
    boolean transmit(Packet packet);

    @Override
    void close();
}
