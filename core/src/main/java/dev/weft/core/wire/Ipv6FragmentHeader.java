package dev.weft.core.wire;

import dev.weft.core.packet.Packet;

/// The values of an [Ipv6Fragment] header.
///
/// @param fragmentOffset in bytes
public record Ipv6FragmentHeader(int nextHeader, int fragmentOffset, boolean moreFragments, int identification) {
    public static Ipv6FragmentHeader read(Packet packet, int offset) {
        Ipv6Fragment view = new Ipv6Fragment(packet, offset);
        return new Ipv6FragmentHeader(
                view.nextHeader(), view.fragmentOffset(), view.moreFragments(), view.identification());
    }

    public void write(Packet packet, int offset) {
        Ipv6Fragment view = new Ipv6Fragment(packet, offset);
        view.nextHeader(nextHeader);
        view.fragment(fragmentOffset, moreFragments);
        view.identification(identification);
    }

    public int length() {
        return Ipv6Fragment.LENGTH;
    }
}
