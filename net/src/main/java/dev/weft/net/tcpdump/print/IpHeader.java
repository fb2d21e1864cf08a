package dev.weft.net.tcpdump.print;

/// What the protocols above need to know of the IPv4 or IPv6 header before them.
///
/// @param at where the header starts
/// @param next the protocol or next header that the header itself names
/// @param finalDestination the last stop of a routing header, else the header's destination
record IpHeader(int version, int at, int next, byte[] source, byte[] destination, byte[] finalDestination) {

    /// `source > destination` in the way of the address family.
    String sourceText(Dissection d) {
        return version == 4 ? d.addresses().ip4(source) : d.addresses().ip6(source);
    }

    String destinationText(Dissection d) {
        return version == 4 ? d.addresses().ip4(destination) : d.addresses().ip6(destination);
    }

    /// `1.2.3.4.80 > 5.6.7.8.99: `, or only the ports where extension headers had the addresses printed before.
    void printPorts(Dissection d, int protocol, String sourcePort, String destinationPort) {
        if (next == protocol) {
            d.put(sourceText(d)).put('.').put(sourcePort).put(" > ");
            d.put(destinationText(d)).put('.').put(destinationPort).put(": ");
        } else {
            d.put(sourcePort).put(" > ").put(destinationPort).put(": ");
        }
    }

    /// The sum of the pseudo header (RFC 9293 §3.1, RFC 8200 §8.1).
    long pseudoSum(int protocol, int length) {
        return sum(source) + sum(finalDestination) + protocol + (length >>> 16) + (length & 0xffff);
    }

    private static long sum(byte[] address) {
        long sum = 0;
        for (int i = 0; i < address.length; i += 2) {
            sum += (address[i] & 0xff) << 8 | address[i + 1] & 0xff;
        }
        return sum;
    }
}
