package dev.weft.net.tcpdump.print;

/// Which printer the ports of a TCP connection call for.
final class TcpPayloads {
    private TcpPayloads() {}

    static void print(Dissection d, int sourcePort, int destinationPort, int at, int length) {
        if (!print(d, sourcePort, at, length)) {
            print(d, destinationPort, at, length);
        }
    }

    private static boolean print(Dissection d, int port, int at, int length) {
        switch (port) {
            case 21 -> text(d, TextProtocol.FTP, at, length);
            case 25 -> text(d, TextProtocol.SMTP, at, length);
            case 43 -> text(d, TextProtocol.WHOIS, at, length);
            case 53 -> DnsPrinter.printTcp(d, at, length);
            case 80, 8080 -> text(d, TextProtocol.HTTP, at, length);
            case 554, 8554 -> text(d, TextProtocol.RTSP, at, length);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void text(Dissection d, TextProtocol protocol, int at, int length) {
        d.put(": ");
        protocol.print(d, at, length);
    }
}
