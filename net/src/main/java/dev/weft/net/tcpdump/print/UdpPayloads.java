package dev.weft.net.tcpdump.print;

/// Which printer the ports of a UDP datagram call for.
final class UdpPayloads {
    private UdpPayloads() {}

    /// Prints the payload; false if no port is known.
    static boolean print(Dissection d, int sourcePort, int destinationPort, int at, int length) {
        return print(d, sourcePort, at, length) || print(d, destinationPort, at, length);
    }

    private static boolean print(Dissection d, int port, int at, int length) {
        switch (port) {
            case 53 -> DnsPrinter.print(d, at, length, false);
            case 67, 68 -> DhcpPrinter.print(d, at, length);
            case 69 -> TftpPrinter.print(d, at, length);
            case 123 -> NtpPrinter.print(d, at, length);
            case 4789 -> VxlanPrinter.print(d, at, length);
            case 5060 -> TextProtocol.SIP.print(d, at, length);
            case 5353 -> DnsPrinter.print(d, at, length, true);
            case 6635 -> MplsPrinter.print(d, at, length);
            case 8472 -> OtvPrinter.print(d, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }
}
