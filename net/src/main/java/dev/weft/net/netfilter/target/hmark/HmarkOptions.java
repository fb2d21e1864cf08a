package dev.weft.net.netfilter.target.hmark;

import dev.weft.core.wire.Ip4Address;
import java.util.Map;

/// What is asked for by the options of HMARK.
///
/// @param given the options by their names without `hmark-`, each with its value
record HmarkOptions(Map<String, Integer> given) {
    HmarkOptions {
        given = Map.copyOf(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    private int get(String name) {
        return given.getOrDefault(name, 0);
    }

    int sourceMask() {
        return Ip4Address.mask(get("src-prefix"));
    }

    int destinationMask() {
        return Ip4Address.mask(get("dst-prefix"));
    }

    int protocolMask() {
        return get("proto-mask");
    }

    /// Of both ports, or of the SPI, which stands in their place.
    int portMask() {
        return has("spi-mask") ? get("spi-mask") : get("sport-mask") << 16 | get("dport-mask");
    }

    int portSet() {
        return has("spi") ? get("spi") : get("sport") << 16 | get("dport");
    }

    int random() {
        return get("rnd");
    }

    int modulus() {
        return get("mod");
    }

    int offset() {
        return get("offset");
    }

    void save(StringBuilder to) {
        save(to, "src-prefix", "%d");
        save(to, "dst-prefix", "%d");
        save(to, "sport-mask", "0x%04x");
        save(to, "dport-mask", "0x%04x");
        save(to, "spi-mask", "0x%08x");
        save(to, "sport", "0x%04x");
        save(to, "dport", "0x%04x");
        save(to, "spi", "0x%08x");
        save(to, "proto-mask", "0x%02x");
        save(to, "rnd", "0x%08x");
        if (has("mod")) {
            to.append(" --hmark-mod ").append(Integer.toUnsignedString(modulus()));
        }
        if (has("offset")) {
            to.append(" --hmark-offset ").append(Integer.toUnsignedString(offset()));
        }
        if (has("ct")) {
            to.append(" --hmark-tuple ct");
        }
    }

    private void save(StringBuilder to, String name, String format) {
        if (has(name)) {
            to.append(" --hmark-").append(name).append(' ').append(String.format(format, get(name)));
        }
    }

    void print(StringBuilder to) {
        to.append(" HMARK mod ").append(Integer.toUnsignedString(modulus())).append(' ');
        if (has("offset")) {
            to.append(String.format("+ 0x%x ", offset()));
        }
        if (has("ct")) {
            to.append("ct, ");
        }
        print(to, "src-prefix", "%d");
        print(to, "dst-prefix", "%d");
        print(to, "sport-mask", "0x%x");
        print(to, "dport-mask", "0x%x");
        print(to, "spi-mask", "0x%x");
        print(to, "sport", "0x%x");
        print(to, "dport", "0x%x");
        print(to, "spi", "0x%x");
        print(to, "proto-mask", "0x%x");
        print(to, "rnd", "0x%x");
    }

    private void print(StringBuilder to, String name, String format) {
        if (has(name)) {
            to.append(name).append(' ').append(String.format(format, get(name))).append(' ');
        }
    }
}
