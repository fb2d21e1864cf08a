package dev.weft.core.wire;

import dev.weft.core.command.Numbers;
import java.util.Optional;
import java.util.OptionalLong;

/// An IPv4 address, the first octet in the highest bits.
public record Ip4Address(int bits) implements IpAddress {
    public static final Ip4Address ANY = new Ip4Address(0);
    public static final Ip4Address LOOPBACK = new Ip4Address(0x7f00_0001);
    public static final Ip4Address BROADCAST = new Ip4Address(-1);

    /// Reads exactly four decimal numbers, as inet_pton(3) does.
    public static Optional<Ip4Address> parse(String text) {
        int bits = 0;
        int octets = 0;
        int at = 0;
        while (octets < 4) {
            int start = at;
            int value = 0;
            while (at < text.length() && isDigit(text.charAt(at))) {
                if (at > start && value == 0) {
                    return Optional.empty();
                }
                value = value * 10 + text.charAt(at++) - '0';
                if (value > 255) {
                    return Optional.empty();
                }
            }
            boolean more = at < text.length();
            if (at == start || more != octets < 3 || more && text.charAt(at) != '.') {
                return Optional.empty();
            }
            at++;
            octets++;
            bits = bits << 8 | value;
        }
        return Optional.of(new Ip4Address(bits));
    }

    /// Reads the looser forms of inet_aton(3): one to four numbers of any base, the last of which fills what is left.
    public static Optional<Ip4Address> parseLoosely(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int width = last ? 8 * (5 - parts.length) : 8;
            boolean digits = !parts[i].isEmpty() && isDigit(parts[i].charAt(0));
            OptionalLong value = digits ? Numbers.unsigned(parts[i], 0, width) : OptionalLong.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            bits = bits << width | value.getAsLong();
        }
        return Optional.of(new Ip4Address((int) bits));
    }

    @Override
    public int bitLength() {
        return 32;
    }

    /// For an address that is known to be well-formed.
    public static Ip4Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no IPv4 address: " + text));
    }

    /// The mask of a prefix: 24 → 255.255.255.0.
    public static int mask(int prefixLength) {
        return prefixLength == 0 ? 0 : -1 << 32 - prefixLength;
    }

    /// 224.0.0.0/4
    @Override
    public boolean isMulticast() {
        return isMulticast(bits);
    }

    public static boolean isMulticast(int bits) {
        return bits >>> 28 == 0xe;
    }

    /// 127.0.0.0/8
    public boolean isLoopback() {
        return isLoopback(bits);
    }

    public static boolean isLoopback(int bits) {
        return bits >>> 24 == 127;
    }

    @Override
    public String toString() {
        return toString(bits);
    }

    public static String toString(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
