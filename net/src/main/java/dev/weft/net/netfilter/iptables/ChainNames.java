package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.table.XtablesError;

/// What a chain may be called (iptables: `parse_chain`).
final class ChainNames {
    private static final int LONGEST = 28;

    private ChainNames() {}

    static void check(String name, Extensions extensions) {
        if (name.length() > LONGEST) {
            throw XtablesError.parameter(tooLong(name));
        }
        if (name.startsWith("-") || name.startsWith("!")) {
            throw XtablesError.parameter("chain name not allowed to start with `" + name.charAt(0) + "'");
        }
        if (extensions.isTarget(name)) {
            throw XtablesError.parameter("chain name may not clash with target name");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw XtablesError.parameter("Invalid chain name `" + name + "'");
        }
    }

    static String tooLong(String name) {
        return "chain name `" + name + "' too long (must be under " + (LONGEST + 1) + " chars)";
    }
}
