package dev.weft.iptables;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.OptionalInt;

/// The addresses that a rule matches: those that agree with an address in the bits of a mask, or all others.
public record Network(InetAddress address, InetAddress mask, boolean negated) {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    /// Address and mask are of one family.
    public Network {
        if (address.getAddress().length != mask.getAddress().length) {
            throw new IllegalArgumentException("address and mask of two families: " + address + " " + mask);
        }
    }

    /// Reads `10.0.0.0/8`, `!10.0.0.0/8`, `10.0.0.1`, `10.0.0.0/255.0.255.0`, and the like of IPv6.
    ///
    /// @throws IllegalArgumentException when the text is none of these; no name is ever looked up
    public static Network parse(String text) {
        boolean negated = text.startsWith("!");
        int slash = text.indexOf('/');
        var address = literal(text.substring(negated ? 1 : 0, slash < 0 ? text.length() : slash));
        int bits = address.getAddress().length * Byte.SIZE;
        var mask = slash < 0 ? prefix(bits, bits) : mask(text.substring(slash + 1), bits);
        return new Network(address, mask, negated);
    }

    private static InetAddress mask(String text, int bits) {
        return text.chars().allMatch(Character::isDigit) && text.length() <= 3 && !text.isEmpty()
                ? prefix(Integer.parseInt(text), bits)
                : literal(text);
    }

    private static InetAddress literal(String text) {
        var address = InetAddress.ofLiteral(text);
        boolean isMapped = address instanceof Inet4Address && text.indexOf(':') >= 0;
        return isMapped ? mapped(address) : address;
    }

    private static InetAddress mapped(InetAddress address) {
        var bytes = new byte[IPV6_BITS / Byte.SIZE];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(address.getAddress(), 0, bytes, 12, 4);
        return of(bytes);
    }

    private static InetAddress prefix(int length, int bits) {
        if (length > bits) {
            throw new IllegalArgumentException("invalid mask: " + length);
        }
        var bytes = new byte[bits / Byte.SIZE];
        for (int bit = 0; bit < length; bit++) {
            bytes[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
        }
        return of(bytes);
    }

    /// Java makes an IPv4 address out of a mapped one, unless the family is said.
    private static InetAddress of(byte[] bytes) {
        try {
            return bytes.length == IPV6_BITS / Byte.SIZE
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + Arrays.toString(bytes), e);
        }
    }

    /// The length of the prefix; empty when the mask is none, as 255.0.255.0.
    public OptionalInt prefixLength() {
        var bytes = mask.getAddress();
        var ones = new BigInteger(1, bytes).bitCount();
        return Arrays.equals(bytes, prefix(ones, bytes.length * Byte.SIZE).getAddress())
                ? OptionalInt.of(ones)
                : OptionalInt.empty();
    }

    /// Whether a rule with this source or destination matches the address.
    public boolean matches(InetAddress other) {
        return Arrays.equals(masked(address), masked(other)) != negated;
    }

    /// The same network with zeros where the mask has zeros, as the kernel keeps it.
    public Network masked() {
        return new Network(of(masked(address)), mask, negated);
    }

    private byte[] masked(InetAddress other) {
        var bytes = other.getAddress();
        var ones = mask.getAddress();
        if (bytes.length != ones.length) {
            return bytes;
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] &= ones[i];
        }
        return bytes;
    }

    /// As statistics print it: `!10.0.0.0/8`; IPv6 addresses in their short form (RFC 5952).
    @Override
    public String toString() {
        var length = prefixLength();
        var tail = length.isPresent() ? Integer.toString(length.getAsInt()) : text(mask);
        return (negated ? "!" : "") + text(address) + "/" + tail;
    }

    private static String text(InetAddress address) {
        return address instanceof Inet4Address ? address.getHostAddress() : Ipv6Text.of(address.getAddress());
    }
}
