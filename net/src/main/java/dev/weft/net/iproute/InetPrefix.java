package dev.weft.net.iproute;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.Numbers;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An address and a prefix length as commands take them (iproute2: `inet_prefix`): `10.0.0.1/24`, `10/8`, `default`.
///
/// @param family      that of the address; of `default`, `any` and `all` the one that was asked for, maybe none
/// @param address     null for `default`, `any` and `all`
/// @param length      of the prefix; the whole address unless it was given, 0 without an address
/// @param lengthGiven by `/`, or by the word `default`
public record InetPrefix(AddressFamily family, @Nullable IpAddress address, int length, boolean lengthGiven) {

    /// Reads an address with or without `/LENGTH` or `/NETMASK`; fails with `inet prefix is expected rather than
    /// "X".`
    public static InetPrefix prefix(String word, AddressFamily family) {
        checkFamily(word, family);
        return parsePrefix(word, family).orElseThrow(() -> expected(family, "prefix", word));
    }

    /// Reads an address; fails with `inet address is expected rather than "X".`
    public static InetPrefix address(String word, AddressFamily family) {
        checkFamily(word, family);
        return parse(word, family).orElseThrow(() -> expected(family, "address", word));
    }

    /// iproute2's `get_prefix_1`, for those who go on with something else.
    public static Optional<InetPrefix> parsePrefix(String word, AddressFamily family) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return parse(word, family);
        }
        Optional<InetPrefix> parsed = parse(word.substring(0, slash), family);
        OptionalInt length = length(word.substring(slash + 1));
        if (parsed.isEmpty()
                || length.isEmpty()
                || length.getAsInt() > parsed.get().mostBits()) {
            return Optional.empty();
        }
        return Optional.of(new InetPrefix(parsed.get().family, parsed.get().address, length.getAsInt(), true));
    }

    /// The IPv4 address; 0.0.0.0 for `default`, `any` and `all`.
    public Ip4Address ip4() {
        return address instanceof Ip4Address ip4 ? ip4 : Ip4Address.ANY;
    }

    /// The IPv6 address; `::` for `default`, `any` and `all`.
    public Ip6Address ip6() {
        return address instanceof Ip6Address ip6 ? ip6 : Ip6Address.ANY;
    }

    private int mostBits() {
        return address != null ? address.bitLength() : lengthGiven ? family.addressBits() : 0;
    }

    private static Optional<InetPrefix> parse(String word, AddressFamily family) {
        if (word.equals("default")) {
            return Optional.of(new InetPrefix(family, null, 0, true));
        }
        if (word.equals("any") || word.equals("all")) {
            return Optional.of(new InetPrefix(family, null, 0, false));
        }
        if (word.contains(":")) {
            return allows(family, AddressFamily.INET6)
                    ? Ip6Address.parse(word).map(address -> new InetPrefix(AddressFamily.INET6, address, 128, false))
                    : Optional.empty();
        }
        return allows(family, AddressFamily.INET)
                ? parseIp4(word).map(address -> new InetPrefix(AddressFamily.INET, address, 32, false))
                : Optional.empty();
    }

    private static boolean allows(AddressFamily wanted, AddressFamily found) {
        return wanted == AddressFamily.UNSPEC || wanted == found;
    }

    /// One to four numbers of any base; what is left out at the end is zero, so that `10.1` is 10.1.0.0.
    private static Optional<Ip4Address> parseIp4(String word) {
        String[] parts = word.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (int i = 0; i < parts.length; i++) {
            OptionalLong octet = Numbers.unsigned(parts[i], 0, 8);
            if (octet.isEmpty()) {
                return Optional.empty();
            }
            bits |= (int) octet.getAsLong() << 24 - 8 * i;
        }
        return Optional.of(new Ip4Address(bits));
    }

    /// A number of bits, or a netmask without holes.
    private static OptionalInt length(String word) {
        OptionalLong bits = Numbers.unsigned(word, 0, 31);
        if (bits.isPresent()) {
            return OptionalInt.of((int) bits.getAsLong());
        }
        return parseIp4(word)
                .map(Ip4Address::bits)
                .filter(mask -> (~mask & ~mask + 1) == 0)
                .map(mask -> OptionalInt.of(Integer.bitCount(mask)))
                .orElseGet(OptionalInt::empty);
    }

    private static void checkFamily(String word, AddressFamily family) {
        if (family == AddressFamily.PACKET) {
            throw CommandFailure.exit(
                    1, "Error: \"" + word + "\" may be inet prefix, but it is not allowed in this context.\n");
        }
    }

    private static CommandFailure expected(AddressFamily family, String what, String word) {
        String kind = family == AddressFamily.UNSPEC ? "any valid" : family.word();
        return CommandFailure.exit(1, "Error: " + kind + " " + what + " is expected rather than \"" + word + "\".\n");
    }
}
