package dev.weft.net.tcpdump.print;

/// How the cooked link headers say where a packet went: `In`, `B`, `M`, `P`, `Out`.
final class PacketWords {
    private static final Tokens NAMES = Tokens.of("""
        0 In
        1 B
        2 M
        3 P
        4 Out
        """);

    private PacketWords() {}

    static String name(int type) {
        return NAMES.name(type, "?");
    }
}
