package dev.weft.net.tcpdump.print;

/// The protocol behind the extension headers of an IPv6 packet, and where it starts.
record Ip6Upper(int protocol, int at) {
    private static final int HEADER = 40;

    /// Walks the headers of the packet at `ip6`; a later fragment has no upper protocol and ends the packet's text.
    static Ip6Upper find(Dissection d, int ip6) {
        int next = d.u8(ip6 + 6);
        int at = ip6 + HEADER;
        while (at < d.end()) {
            switch (next) {
                case IpProtocol.FRAGMENT -> {
                    if ((d.u16(at + 2) & 0xfff8) != 0) {
                        throw Truncated.CHECK;
                    }
                    next = d.u8(at);
                    at += 8;
                }
                case IpProtocol.HOP_BY_HOP, IpProtocol.DESTINATION_OPTIONS, IpProtocol.ROUTING -> {
                    int length = (d.u8(at + 1) + 1) * 8;
                    next = d.u8(at);
                    at += length;
                }
                default -> {
                    return new Ip6Upper(next, at);
                }
            }
        }
        throw Truncated.CHECK;
    }
}
