package dev.weft.net.iproute;

import dev.weft.core.command.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Names that commands show for numbers, as Debian 12 ships them in `/etc/iproute2`.
public enum NameTable {
    /// `rt_tables`
    TABLES(32, Map.of(255, "local", 254, "main", 253, "default", 0, "unspec")),
    /// `rt_protos`: who made a route
    PROTOCOLS(
            8,
            Map.ofEntries(
                    Map.entry(0, "unspec"),
                    Map.entry(1, "redirect"),
                    Map.entry(2, "kernel"),
                    Map.entry(3, "boot"),
                    Map.entry(4, "static"),
                    Map.entry(8, "gated"),
                    Map.entry(9, "ra"),
                    Map.entry(10, "mrt"),
                    Map.entry(11, "zebra"),
                    Map.entry(12, "bird"),
                    Map.entry(13, "dnrouted"),
                    Map.entry(14, "xorp"),
                    Map.entry(15, "ntk"),
                    Map.entry(16, "dhcp"),
                    Map.entry(18, "keepalived"),
                    Map.entry(42, "babel"),
                    Map.entry(99, "openr"),
                    Map.entry(186, "bgp"),
                    Map.entry(187, "isis"),
                    Map.entry(188, "ospf"),
                    Map.entry(189, "rip"),
                    Map.entry(192, "eigrp"))),
    /// `rt_scopes`
    SCOPES(8, Map.of(0, "global", 255, "nowhere", 254, "host", 253, "link", 200, "site")),
    /// `rt_realms`
    REALMS(8, Map.of(0, "cosmos")),
    /// `group`: groups of devices
    GROUPS(31, Map.of(0, "default")),
    /// `rt_dsfield`: values of TOS, which are hexadecimal without a name
    DSFIELD(
            8,
            Map.ofEntries(
                    Map.entry(0x00, "default"),
                    Map.entry(0x28, "AF11"),
                    Map.entry(0x30, "AF12"),
                    Map.entry(0x38, "AF13"),
                    Map.entry(0x48, "AF21"),
                    Map.entry(0x50, "AF22"),
                    Map.entry(0x58, "AF23"),
                    Map.entry(0x68, "AF31"),
                    Map.entry(0x70, "AF32"),
                    Map.entry(0x78, "AF33"),
                    Map.entry(0x88, "AF41"),
                    Map.entry(0x90, "AF42"),
                    Map.entry(0x98, "AF43"),
                    Map.entry(0x20, "CS1"),
                    Map.entry(0x40, "CS2"),
                    Map.entry(0x60, "CS3"),
                    Map.entry(0x80, "CS4"),
                    Map.entry(0xA0, "CS5"),
                    Map.entry(0xC0, "CS6"),
                    Map.entry(0xE0, "CS7"),
                    Map.entry(0xB8, "EF")));

    private final int bits;
    private final Map<Integer, String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    NameTable(int bits, Map<Integer, String> names) {
        this.bits = bits;
        this.names = names;
        names.forEach((number, name) -> numbers.put(name, number));
    }

    /// The name, or the number's digits where it has none or `-N` wants none.
    public String name(int number, IpOptions options) {
        String name = options.numeric() ? null : names.get(number);
        return name != null ? name : digits(number);
    }

    public String name(int number) {
        return name(number, IpOptions.DEFAULT);
    }

    /// The number that a word names or writes; empty when it does neither.
    public OptionalInt number(String word) {
        Integer named = numbers.get(word);
        if (named != null) {
            return OptionalInt.of(named);
        }
        return Numbers.unsigned(word, this == DSFIELD ? 16 : 0, bits).stream()
                .mapToInt(value -> (int) value)
                .findFirst();
    }

    private String digits(int number) {
        return this == DSFIELD ? String.format("0x%02x", number) : Integer.toUnsignedString(number);
    }
}
