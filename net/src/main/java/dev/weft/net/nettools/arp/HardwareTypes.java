package dev.weft.net.nettools.arp;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// The words of net-tools for hardware types, and their numbers (ARPHRD_* of if_arp.h).
final class HardwareTypes {
    static final int ETHER = 1;

    private static final Map<String, Integer> WITH_ARP = Map.ofEntries(
            Map.entry("ash", 64),
            Map.entry("ether", ETHER),
            Map.entry("ax25", 3),
            Map.entry("netrom", 0),
            Map.entry("rose", 270),
            Map.entry("arcnet", 7),
            Map.entry("dlci", 15),
            Map.entry("fddi", 774),
            Map.entry("hippi", 780),
            Map.entry("irda", 783),
            Map.entry("x25", 271),
            Map.entry("eui64", 27));
    private static final Set<String> WITHOUT_ARP = Set.of(
            "loop",
            "slip",
            "cslip",
            "slip6",
            "cslip6",
            "adaptive",
            "tunnel",
            "ppp",
            "hdlc",
            "lapb",
            "frad",
            "sit",
            "ec");

    private HardwareTypes() {}

    static OptionalInt number(String word) {
        Integer number = WITH_ARP.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    static boolean isKnown(String word) {
        return WITH_ARP.containsKey(word) || WITHOUT_ARP.contains(word);
    }

    /// The word for a number; those of no further interest go by their digits.
    static String name(int number) {
        return WITH_ARP.entrySet().stream()
                .filter(entry -> entry.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Integer.toString(number));
    }
}
