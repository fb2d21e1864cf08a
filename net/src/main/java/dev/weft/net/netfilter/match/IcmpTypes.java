package dev.weft.net.netfilter.match;

import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The names of ICMP's types and codes in one family (iptables: `libxt_icmp.h`).
///
/// @param protocol as complaints name it: `ICMP`, `ICMPv6`
/// @param names    in the order in which they are looked for and told
public record IcmpTypes(String protocol, List<Named> names) {
    /// A type, and which of its codes.
    public record Range(int type, int firstCode, int lastCode) {}

    /// A name for such.
    public record Named(String name, Range range) {}

    private static final int ANY_CODE = 0xff;

    /// Reads lines of a name, its type, and its code if it has one; a name that begins with `+` is the line before's by
    /// another name.
    public static IcmpTypes of(String protocol, String table) {
        List<Named> names = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String[] words = line.split(" ");
            if (words.length == 1) {
                names.add(new Named(words[0].substring(1), names.getLast().range));
                continue;
            }
            int type = Integer.parseInt(words[1]);
            boolean coded = words.length > 2;
            int code = coded ? Integer.parseInt(words[2]) : 0;
            names.add(new Named(words[0], new Range(type, code, coded ? code : ANY_CODE)));
        }
        return new IcmpTypes(protocol, List.copyOf(names));
    }

    /// Reads the beginning of a name that is no other's, or `TYPE[/CODE]`.
    public Range parse(String text) {
        Named found = null;
        for (Named named : names) {
            if (named.name.regionMatches(true, 0, text, 0, text.length())) {
                if (found != null) {
                    throw XtablesError.parameter("Ambiguous " + protocol + " type `" + text + "': `" + found.name
                            + "' or `" + named.name + "'?");
                }
                found = named;
            }
        }
        return found != null ? found.range : numbers(text);
    }

    private Range numbers(String text) {
        int slash = text.indexOf('/');
        OptionalLong type = OptionValues.number(slash < 0 ? text : text.substring(0, slash));
        if (type.isEmpty() || type.getAsLong() > 255) {
            throw XtablesError.parameter("Unknown " + protocol + " type `" + text + "'");
        }
        if (slash < 0) {
            return new Range((int) type.getAsLong(), 0, ANY_CODE);
        }
        OptionalLong code = OptionValues.number(text.substring(slash + 1));
        if (code.isEmpty() || code.getAsLong() > 255) {
            throw XtablesError.parameter("Unknown " + protocol + " code `" + text + "'");
        }
        return new Range((int) type.getAsLong(), (int) code.getAsLong(), (int) code.getAsLong());
    }

    /// ` echo-request`, or `type 8` when no names are wanted.
    public void print(StringBuilder to, Range range, boolean inverted, boolean numeric) {
        String name = numeric ? null : name(range);
        if (name != null) {
            to.append(' ').append(inverted ? "!" : "").append(name);
            return;
        }
        to.append(inverted ? " !" : "").append("type ").append(range.type);
        if (range.firstCode == range.lastCode) {
            to.append(" code ").append(range.firstCode);
        } else if (range.firstCode != 0 || range.lastCode != ANY_CODE) {
            to.append(" codes ").append(range.firstCode).append('-').append(range.lastCode);
        }
    }

    private @Nullable String name(Range range) {
        for (Named named : names) {
            if (named.range.equals(range)) {
                return named.name;
            }
        }
        return null;
    }

    /// `8`, `3/4`
    public static void save(StringBuilder to, Range range) {
        to.append(range.type);
        if (range.firstCode != 0 || range.lastCode != ANY_CODE) {
            to.append('/').append(range.firstCode);
        }
    }

    /// The list that help texts end with.
    public String list() {
        StringBuilder list = new StringBuilder("Valid " + protocol + " Types:");
        Range last = null;
        for (Named named : names) {
            boolean coded = named.range.firstCode == named.range.lastCode;
            if (named.range.equals(last)) {
                list.append(" (").append(named.name).append(')');
            } else {
                list.append('\n').append(coded ? "   " : "").append(named.name);
            }
            last = named.range;
        }
        return list.append('\n').toString();
    }
}
