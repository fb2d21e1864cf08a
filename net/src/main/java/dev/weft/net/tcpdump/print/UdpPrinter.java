package dev.weft.net.tcpdump.print;

/// Prints UDP datagrams.
/// ```
///  0      7 8     15 16    23 24    31
/// +--------+--------+--------+--------+
/// |     Source      |   Destination   |
/// |      Port       |      Port       |
/// +--------+--------+--------+--------+
/// |     Length      |    Checksum     |
/// +--------+--------+--------+--------+
/// ```
final class UdpPrinter {
    private static final int HEADER = 8;

    private UdpPrinter() {}

    static void print(Dissection d, IpHeader ip, int at, int length, boolean fragmented) {
        d.protocol("udp");
        if (!d.has(at, 4)) {
            d.put(ip.sourceText(d)).put(" > ").put(ip.destinationText(d)).put(": ");
            d.truncated();
            return;
        }
        int sourcePort = d.u16(at);
        int destinationPort = d.u16(at + 2);
        if (length < HEADER) {
            ports(d, ip, sourcePort, destinationPort);
            d.put("truncated-udp ").put(length);
            return;
        }
        if (!d.has(at, 6)) {
            ports(d, ip, sourcePort, destinationPort);
            d.truncated();
            return;
        }
        int udpLength = d.u16(at + 4);
        if (udpLength < HEADER) {
            ports(d, ip, sourcePort, destinationPort);
            d.put("truncated-udplength ").put(udpLength);
            return;
        }
        int left = Math.min(udpLength, length);
        ports(d, ip, sourcePort, destinationPort);
        if (d.verbosity() > (ip.version() == 4 ? 1 : 0) && !d.options().noChecksums() && !fragmented) {
            checksum(d, ip, at, left);
        }
        if (!d.options().quiet() && UdpPayloads.print(d, sourcePort, destinationPort, at + HEADER, left - HEADER)) {
            return;
        }
        if (udpLength > length && !fragmented) {
            d.put("UDP, bad length ").put(udpLength - HEADER).put(" > ").put(length - HEADER);
        } else {
            d.put("UDP, length ").put(udpLength - HEADER);
        }
    }

    private static void ports(Dissection d, IpHeader ip, int source, int destination) {
        ip.printPorts(
                d, IpProtocol.UDP, d.addresses().udpPort(source), d.addresses().udpPort(destination));
    }

    private static void checksum(Dissection d, IpHeader ip, int at, int length) {
        int found = d.u16(at + 6);
        if (found == 0 && ip.version() == 4) {
            d.put("[no cksum] ");
            return;
        }
        if (!d.has(at, length)) {
            return;
        }
        int remainder = Dissection.checksum(ip.pseudoSum(IpProtocol.UDP, length) + d.sum(at, length));
        if (remainder == 0) {
            d.put("[udp sum ok] ");
        } else {
            d.put("[bad udp cksum 0x").hex(found, 4).put(" -> 0x");
            d.hex(Dissection.checksumShouldBe(found, remainder), 4).put("!] ");
        }
    }
}
