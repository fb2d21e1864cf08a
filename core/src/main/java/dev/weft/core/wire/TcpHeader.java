package dev.weft.core.wire;

import dev.weft.core.packet.Packet;
import java.util.List;

/// The values of a [Tcp] header.
///
/// @param flags    bits such as [Tcp#SYN]
/// @param checksum as it stands on the wire
public record TcpHeader(
        int sourcePort,
        int destinationPort,
        int sequence,
        int acknowledgment,
        int reserved,
        int flags,
        int window,
        int checksum,
        int urgentPointer,
        List<TcpOption> options) {

    public TcpHeader {
        options = List.copyOf(options);
    }

    public static TcpHeader read(Packet packet, int offset) {
        Tcp view = new Tcp(packet, offset);
        return new TcpHeader(
                view.sourcePort(),
                view.destinationPort(),
                view.sequence(),
                view.acknowledgment(),
                view.reserved(),
                view.flags(),
                view.window(),
                view.checksum(),
                view.urgentPointer(),
                TcpOption.readAll(packet, offset + Tcp.LENGTH, offset + view.headerLength()));
    }

    public void write(Packet packet, int offset) {
        Tcp view = new Tcp(packet, offset);
        view.sourcePort(sourcePort);
        view.destinationPort(destinationPort);
        view.sequence(sequence);
        view.acknowledgment(acknowledgment);
        view.headerLength(length(), reserved);
        view.flags(flags);
        view.window(window);
        view.checksum(checksum);
        view.urgentPointer(urgentPointer);
        TcpOption.writeAll(options, packet, offset + Tcp.LENGTH);
    }

    public int length() {
        return Tcp.LENGTH + TcpOption.lengthOfAll(options);
    }
}
