package dev.weft.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;

/// The packets of a capture file in file order, whichever format and byte order the file has.
public sealed interface CaptureReader permits PcapReader, PcapngReader {
    /// The longest snapshot length that libpcap believes; a file that claims none or more has this one.
    int MAXIMUM_SNAP_LENGTH = 262_144;

    /// The interfaces met so far; at least one after opening.
    List<CaptureInterface> interfaces();

    /// The next packet, or nothing at the end of the file.
    ///
    /// @throws CaptureFormatException if the file ends inside a packet or makes no sense
    Optional<CapturedPacket> next() throws IOException;

    /// Recognizes the format by its first four bytes and reads up to the first interface.
    static CaptureReader open(ReadableByteChannel channel) throws IOException {
        CaptureInput input = new CaptureInput(channel);
        int magic = ByteBuffer.wrap(input.read(4, "file header").array()).getInt();
        if (magic == PcapngReader.SECTION_HEADER) {
            return new PcapngReader(input);
        }
        return new PcapReader(input, magic);
    }
}
