package dev.weft.core.packet;

/// A local socket that hears at once when the first device refuses what it sends, as a system call would tell it
/// (kernel: `NET_XMIT_DROP` on its way back to `sendmsg`).
public interface PacketSender {
    /// @param packet is about to be dropped and stays the caller's
    void refused(Packet packet);

    /// To be called by devices for what they have no room for.
    static void tell(Packet packet) {
        if (packet.has(PacketFlag.TELLS_SENDER) && packet.socket() instanceof PacketSender sender) {
            sender.refused(packet);
        }
    }
}
