package dev.weft.net.nettools;

import dev.weft.core.wire.MacAddress;
import java.util.Optional;

/// Ethernet addresses as net-tools read them: up to six octets of one or two digits, with colons or without.
public final class HardwareAddress {
    private static final int OCTETS = 6;

    private HardwareAddress() {}

    /// Octets that are left out are zero, characters behind the sixth are not looked at.
    public static Optional<MacAddress> parse(String text) {
        long bits = 0;
        int at = 0;
        for (int i = 0; i < OCTETS; i++) {
            bits <<= 8;
            if (at == text.length()) {
                continue;
            }
            int high = digit(text, at++);
            char next = at < text.length() ? text.charAt(at) : ':';
            int low = next == ':' ? -1 : digit(text, at++);
            if (high < 0 || next != ':' && low < 0) {
                return Optional.empty();
            }
            bits |= next == ':' ? high : high << 4 | low;
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
        }
        return Optional.of(new MacAddress(bits));
    }

    private static int digit(String text, int at) {
        char c = text.charAt(at);
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
