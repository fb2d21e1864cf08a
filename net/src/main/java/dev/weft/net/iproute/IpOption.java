package dev.weft.net.iproute;

import dev.weft.core.command.Args;
import org.jspecify.annotations.Nullable;

/// The options of all programs of the family; a [Tool] lists those it knows.
public enum IpOption {
    LOOPS("-loops"),
    FAMILY("-family"),
    INET("-4", true),
    INET6("-6", true),
    PACKET("-0", true),
    MPLS("-M", true),
    BRIDGE("-B", true),
    HUMAN("-human"),
    HUMAN_READABLE("-human-readable"),
    IEC("-iec"),
    STATS("-stats"),
    STATISTICS("-statistics"),
    DETAILS("-details"),
    RESOLVE("-resolve"),
    ONELINE("-oneline"),
    TIMESTAMP("-timestamp"),
    TSHORT("-tshort"),
    VERSION("-Version"),
    FORCE("-force"),
    BATCH("-batch"),
    BRIEF("-brief"),
    JSON("-json"),
    PRETTY("-pretty"),
    RCVBUF("-rcvbuf"),
    COMPRESSVLANS("-compressvlans"),
    COLOR("-color"),
    HELP("-help"),
    NETNS("-netns"),
    NUMERIC("-Numeric"),
    ALL("-all"),
    ECHO("-echo", true);

    private final String word;
    private final boolean whole;

    IpOption(String word) {
        this(word, false);
    }

    IpOption(String word, boolean whole) {
        this.word = word;
        this.whole = whole;
    }

    /// Does the word on the command line mean this option?
    boolean isMeantBy(String typed) {
        if (this == COLOR) {
            int equals = typed.indexOf('=');
            return equals < 0
                    ? Args.matches(typed, word)
                    : Args.matches(typed.substring(0, equals), word) && colour(typed) != null;
        }
        return whole ? typed.equals(word) : Args.matches(typed, word);
    }

    /// The mode that `-color=MODE` names; bare `-color` means always.
    static IpOptions.@Nullable Color colour(String typed) {
        int equals = typed.indexOf('=');
        return switch (equals < 0 ? "" : typed.substring(equals + 1)) {
            case "", "always" -> IpOptions.Color.ALWAYS;
            case "auto" -> IpOptions.Color.AUTO;
            case "never" -> IpOptions.Color.NEVER;
            default -> null;
        };
    }
}
