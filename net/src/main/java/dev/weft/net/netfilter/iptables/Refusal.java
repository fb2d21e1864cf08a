package dev.weft.net.netfilter.iptables;

import dev.weft.core.errno.Errno;

/// Why something could not be done to a table, and in which words that is said.
///
/// @param text without the full stop that `iptables` puts behind it
record Refusal(String text, int status) {
    /// What libiptc says of an errno wherever it comes from (libiptc: `iptc_strerror`).
    static Refusal of(Errno errno) {
        return new Refusal(
                switch (errno) {
                    case ENOENT -> "No chain/target/match by that name";
                    case EPERM -> "Permission denied (you must be root)";
                    case ENOMEM -> "Memory allocation problem";
                    default -> errno.text();
                },
                1);
    }

    static Refusal of(String text) {
        return new Refusal(text, 1);
    }
}
