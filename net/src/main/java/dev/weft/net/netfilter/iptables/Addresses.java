package dev.weft.net.netfilter.iptables;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.AddressMask;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the addresses of `-s` and `-d` (iptables: `xtables_ipparse_multiple`, `xtables_ip6parse_multiple`).
final class Addresses {
    /// What Debian ships as `/etc/networks`.
    static final Map<String, Integer> NETWORKS =
            Map.of("default", 0, "loopback", 0x7f00_0000, "link-local", 0xa9fe_0000);

    private final HookFamily family;
    private final @Nullable HostNames hosts;

    /// @param hosts null when they have not been looked up; the first name then throws [NamesWanted]
    Addresses(HookFamily family, @Nullable HostNames hosts) {
        this.family = family;
        this.hosts = hosts;
    }

    List<AddressMask> parse(String list, boolean inverted) {
        List<AddressMask> masks = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            masks.add(family == HookFamily.IPV4 ? parse4(word.strip(), inverted) : parse6(word.strip(), inverted));
        }
        return masks;
    }

    private AddressMask parse4(String word, boolean inverted) {
        int slash = word.lastIndexOf('/');
        int mask = slash < 0 ? -1 : mask4(word.substring(slash + 1));
        int address = mask == 0 ? 0 : host4(slash < 0 ? word : word.substring(0, slash));
        return AddressMask.of4(address, mask, inverted);
    }

    private static int mask4(String text) {
        OptionalInt dotted = text.chars().filter(c -> c == '.').count() == 3 ? numeric4(text) : OptionalInt.empty();
        if (dotted.isPresent()) {
            return dotted.getAsInt();
        }
        return Ip4Address.mask(bits(text, 32));
    }

    private static int bits(String text, int most) {
        OptionalLong bits = OptionValues.number(text);
        if (bits.isEmpty() || bits.getAsLong() > most) {
            throw XtablesError.parameter("invalid mask `" + text + "' specified");
        }
        return (int) bits.getAsLong();
    }

    /// One to four numbers from the left; what is not there is 0.
    private static OptionalInt numeric4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return OptionalInt.empty();
        }
        int address = 0;
        for (int i = 0; i < 4; i++) {
            OptionalLong part = i < parts.length ? OptionValues.number(parts[i]) : OptionalLong.of(0);
            if (part.isEmpty() || part.getAsLong() > 255) {
                return OptionalInt.empty();
            }
            address = address << 8 | (int) part.getAsLong();
        }
        return OptionalInt.of(address);
    }

    private int host4(String text) {
        OptionalInt numeric = numeric4(text);
        if (numeric.isPresent()) {
            return numeric.getAsInt();
        }
        Integer network = NETWORKS.get(text);
        if (network != null) {
            return network;
        }
        boolean canBeName = !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
        if (canBeName && !Character.isDigit(text.charAt(text.length() - 1))) {
            if (hosts == null) {
                throw new NamesWanted();
            }
            OptionalInt found = hosts.address(text);
            if (found.isPresent()) {
                return found.getAsInt();
            }
        }
        throw notFound(text);
    }

    private static XtablesError notFound(String host) {
        return XtablesError.parameter("host/network `" + host + "' not found");
    }

    private static AddressMask parse6(String word, boolean inverted) {
        int slash = word.lastIndexOf('/');
        long high = -1;
        long low = -1;
        if (slash >= 0) {
            String text = word.substring(slash + 1);
            Optional<Ip6Address> mask = Ip6Address.parse(text);
            int bits = mask.isPresent() ? 0 : bits(text, 128);
            high = mask.isPresent() ? mask.get().high() : ones(Math.min(bits, 64));
            low = mask.isPresent() ? mask.get().low() : ones(Math.max(bits - 64, 0));
        }
        String host = slash < 0 ? word : word.substring(0, slash);
        if (high == 0 && low == 0) {
            return AddressMask.of6(0, 0, 0, 0, inverted);
        }
        Ip6Address address = Ip6Address.parse(host).orElseThrow(() -> notFound(host));
        return AddressMask.of6(address.high(), address.low(), high, low, inverted);
    }

    private static long ones(int bits) {
        return bits == 0 ? 0 : -1L << 64 - bits;
    }
}
