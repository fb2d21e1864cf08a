package dev.weft.core.wire;

import java.util.Optional;

/// An IPv6 address in two longs, the first octet in the highest bits of `high`.
public record Ip6Address(long high, long low) implements IpAddress {
    public static final Ip6Address ANY = new Ip6Address(0, 0);
    public static final Ip6Address LOOPBACK = new Ip6Address(0, 1);

    /// Reads the forms of RFC 4291 §2.2, as inet_pton(3) does.
    public static Optional<Ip6Address> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = new int[8];
            return groups(text, groups) == 8 ? Optional.of(of(groups)) : Optional.empty();
        }
        int[] before = new int[8];
        int[] after = new int[8];
        int front = gap == 0 ? 0 : groups(text.substring(0, gap), before);
        String tail = text.substring(gap + 2);
        int back = tail.isEmpty() ? 0 : groups(tail, after);
        if (front < 0 || back < 0 || front + back > 7 || text.substring(0, gap).contains(".")) {
            return Optional.empty();
        }
        System.arraycopy(after, 0, before, 8 - back, back);
        return Optional.of(of(before));
    }

    @Override
    public int bitLength() {
        return 128;
    }

    /// For an address that is known to be well-formed.
    public static Ip6Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no IPv6 address: " + text));
    }

    /// Group `index` of 16 bits, the first being 0.
    public int group(int index) {
        return (int) ((index < 4 ? high : low) >>> 48 - 16 * (index & 3)) & 0xffff;
    }

    /// ff00::/8
    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    /// fe80::/10
    public boolean isLinkLocal() {
        return high >>> 54 == 0x3fa;
    }

    /// ::ffff:0:0/96
    public boolean isMappedIp4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /// ff02::1:ffXX:XXXX, where neighbours ask for this address (RFC 4291 §2.7.1).
    public Ip6Address solicitedNode() {
        return new Ip6Address(0xff02_0000_0000_0000L, 0x0000_0001_ff00_0000L | low & 0xff_ffff);
    }

    /// As inet_ntop(3) writes it: the longest run of zero groups is left out, the first of equals.
    @Override
    public String toString() {
        int start = 0;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - i > longest) {
                longest = end - i;
                start = i;
            }
        }
        if (longest == 1) {
            return join(0, 8);
        }
        boolean ip4 = start == 0 && (longest == 6 || longest == 5 && group(5) == 0xffff);
        if (ip4) {
            return (longest == 6 ? "::" : "::ffff:") + Ip4Address.toString((int) low);
        }
        return join(0, start) + "::" + join(start + longest, 8);
    }

    private String join(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private static Ip6Address of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[4 + i];
        }
        return new Ip6Address(high, low);
    }

    /// Reads groups between colons, of which the last may be an IPv4 address.
    ///
    /// @return how many groups there are, -1 when it is no list of groups
    private static int groups(String text, int[] groups) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (i == parts.length - 1 && part.contains(".")) {
                Optional<Ip4Address> address = Ip4Address.parse(part);
                if (address.isEmpty() || count > 6) {
                    return -1;
                }
                groups[count++] = address.get().bits() >>> 16;
                groups[count++] = address.get().bits() & 0xffff;
            } else {
                int group = group(part);
                if (count == 8 || group < 0) {
                    return -1;
                }
                groups[count++] = group;
            }
        }
        return count;
    }

    private static int group(String digits) {
        int value = digits.isEmpty() || digits.length() > 4 ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), 16) : -1;
            value = digit < 0 ? -1 : value << 4 | digit;
        }
        return value;
    }
}
