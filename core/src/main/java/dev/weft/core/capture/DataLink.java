package dev.weft.core.capture;

import java.util.List;
import java.util.Optional;

/// A link-layer header type of a capture, by its LINKTYPE_ number in files and its name in tools.
public record DataLink(int code, String name, String description) {
    public static final DataLink NULL = new DataLink(0, "NULL", "BSD loopback");
    public static final DataLink EN10MB = new DataLink(1, "EN10MB", "Ethernet");
    public static final DataLink RAW = new DataLink(101, "RAW", "Raw IP");
    public static final DataLink LINUX_SLL = new DataLink(113, "LINUX_SLL", "Linux cooked v1");
    public static final DataLink LINUX_SLL2 = new DataLink(276, "LINUX_SLL2", "Linux cooked v2");

    private static final List<DataLink> KNOWN = List.of(NULL, EN10MB, RAW, LINUX_SLL, LINUX_SLL2);
    /// DLT_RAW of Linux and of OpenBSD, found in files of programs that wrote their own number instead of LINKTYPE_RAW.
    private static final List<Integer> RAW_ALIASES = List.of(12, 14);

    /// The type of a number found in a file; a number without a name here keeps the number as its name.
    public static DataLink ofCode(int code) {
        if (RAW_ALIASES.contains(code)) {
            return RAW;
        }
        return KNOWN.stream()
                .filter(link -> link.code == code)
                .findFirst()
                .orElseGet(() -> new DataLink(code, Integer.toString(code), ""));
    }

    /// The type of a name as `tcpdump -y` takes it: in any case, with or without `DLT_`.
    public static Optional<DataLink> ofName(String name) {
        String bare = name.regionMatches(true, 0, "DLT_", 0, 4) ? name.substring(4) : name;
        return KNOWN.stream().filter(link -> link.name.equalsIgnoreCase(bare)).findFirst();
    }

    /// Whether this is one of the types that Weft itself produces.
    public boolean isKnown() {
        return KNOWN.contains(this);
    }
}
