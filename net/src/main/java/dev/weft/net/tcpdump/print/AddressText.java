package dev.weft.net.tcpdump.print;

import java.util.Optional;

/// Addresses and ports as text: names where they are wanted and known, else numbers.
final class AddressText {
    private static final int COLON_GROUPS = 8;

    private final PrintOptions options;
    private final Names names;

    AddressText(PrintOptions options, Names names) {
        this.options = options;
        this.names = names;
    }

    String ip4(byte[] address) {
        return host(address).orElseGet(() -> dotted(address, 0));
    }

    String ip6(byte[] address) {
        return host(address).orElseGet(() -> colons(address));
    }

    private Optional<String> host(byte[] address) {
        if (options.numeric()) {
            return Optional.empty();
        }
        return names.host(address).map(name -> {
            int dot = name.indexOf('.');
            return options.bareHostNames() && dot >= 0 ? name.substring(0, dot) : name;
        });
    }

    String tcpPort(int port) {
        return service("tcp", port);
    }

    String udpPort(int port) {
        return service("udp", port);
    }

    private String service(String protocol, int port) {
        String number = Integer.toString(port);
        return options.numeric() ? number : names.service(protocol, port).orElse(number);
    }

    Optional<String> protocol(int number) {
        return options.numeric() ? Optional.empty() : names.protocol(number);
    }

    /// A hardware address with the vendor beside it, unless numbers are wanted.
    String ethernet(byte[] address) {
        if (options.numeric()) {
            return octets(address);
        }
        for (byte octet : address) {
            if (octet != -1) {
                return octets(address) + " (oui " + Oui.name(address) + ")";
            }
        }
        return "Broadcast";
    }

    static String octets(byte[] address) {
        StringBuilder text = new StringBuilder(3 * address.length);
        for (byte octet : address) {
            Digits.hex(text.isEmpty() ? text : text.append(':'), octet & 0xff, 2);
        }
        return text.toString();
    }

    static String dotted(byte[] address, int at) {
        return (address[at] & 0xff) + "." + (address[at + 1] & 0xff) + "." + (address[at + 2] & 0xff) + "."
                + (address[at + 3] & 0xff);
    }

    /// IPv6 text with the first longest run of zero groups left out, and the last four bytes dotted where they are
    /// IPv4.
    static String colons(byte[] address) {
        int[] groups = new int[COLON_GROUPS];
        for (int i = 0; i < COLON_GROUPS; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | address[2 * i + 1] & 0xff;
        }
        int bestAt = -1;
        int bestLength = 1;
        for (int i = 0; i < COLON_GROUPS; i++) {
            int length = 0;
            while (i + length < COLON_GROUPS && groups[i + length] == 0) {
                length++;
            }
            if (length > bestLength) {
                bestAt = i;
                bestLength = length;
            }
            i += length;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COLON_GROUPS; i++) {
            if (i == bestAt) {
                text.append("::");
                i += bestLength - 1;
                continue;
            }
            if (i > 0 && i != bestAt + bestLength || bestAt < 0 && i > 0) {
                text.append(':');
            }
            if (i == 6 && bestAt == 0 && (bestLength == 6 || bestLength == 5 && groups[5] == 0xffff)) {
                return text.append(dotted(address, 12)).toString();
            }
            Digits.hex(text, groups[i], 1);
        }
        return text.toString();
    }
}
