package dev.weft.core.wire;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// A MAC-48 address in the low 48 bits of a long.
public record MacAddress(long bits) {
    public static final MacAddress ZERO = new MacAddress(0);
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    public MacAddress {
        bits &= 0xffff_ffff_ffffL;
    }

    /// Reads `2:0:0:0:0:a` as iproute2 does: six hexadecimal numbers of one or two digits.
    public static Optional<MacAddress> parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 6) {
            return Optional.empty();
        }
        long bits = 0;
        for (String part : parts) {
            int octet = octet(part);
            if (octet < 0) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
        }
        return Optional.of(new MacAddress(bits));
    }

    /// For an address that is known to be well-formed.
    public static MacAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no MAC address: " + text));
    }

    /// The group bit of the first octet: multicast, or broadcast.
    public boolean isMulticast() {
        return isMulticast(bits);
    }

    public static boolean isMulticast(long bits) {
        return (bits >>> 40 & 1) != 0;
    }

    public boolean isBroadcast() {
        return this.equals(BROADCAST);
    }

    /// May a device have it: neither zero nor of a group (kernel: `is_valid_ether_addr`)?
    public boolean isValid() {
        return bits != 0 && !isMulticast();
    }

    /// A random address of the locally administered kind, as new devices get (kernel: `eth_random_addr`).
    public static MacAddress random(RandomGenerator random) {
        return new MacAddress(random.nextLong() & 0xfeff_ffff_ffffL | 0x0200_0000_0000L);
    }

    /// `02:00:00:00:00:0a`
    @Override
    public String toString() {
        return toString(bits);
    }

    public static String toString(long bits) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(Character.forDigit((int) (bits >>> shift + 4 & 0xf), 16));
            text.append(Character.forDigit((int) (bits >>> shift & 0xf), 16));
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    private static int octet(String digits) {
        if (digits.isEmpty() || digits.length() > 2) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
