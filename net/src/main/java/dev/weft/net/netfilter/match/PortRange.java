package dev.weft.net.netfilter.match;

import dev.weft.net.names.ServiceNames;
import dev.weft.net.netfilter.classify.Demand;
import dev.weft.net.netfilter.classify.Field;
import dev.weft.net.netfilter.classify.Ranges;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;

/// The ports that a match asks for: from the first to the last, or all but those.
public record PortRange(int first, int last, boolean isInverted) {
    public static final PortRange ANY = new PortRange(0, 0xffff, false);

    /// Reads `PORT`, `PORT:PORT`, `:PORT` or `PORT:`.
    public static PortRange parse(String text, String protocol, boolean inverted) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            int port = OptionValues.port(text, protocol);
            return new PortRange(port, port, inverted);
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        int first = from.isEmpty() ? 0 : OptionValues.port(from, protocol);
        int last = to.isEmpty() ? 0xffff : OptionValues.port(to, protocol);
        if (first > last) {
            throw XtablesError.parameter("invalid portrange (min > max)");
        }
        return new PortRange(first, last, inverted);
    }

    public boolean matches(int port) {
        return (port >= first && port <= last) != isInverted;
    }

    /// What it demands of a field that rules are classified by. Where there is no port, it does not match either.
    public Demand demand(Demand demand, Field field) {
        if (isAll() && !isInverted) {
            return demand;
        }
        Ranges ranges = Ranges.of(first, last);
        return demand.with(field, isInverted ? ranges.complement(0xffff) : ranges);
    }

    private boolean isAll() {
        return first == 0 && last == 0xffff;
    }

    /// ` ! --dport 80:90`
    public void save(StringBuilder to, String option) {
        if (!isAll()) {
            to.append(isInverted ? " ! " : " ").append(option).append(' ').append(first);
            if (first != last) {
                to.append(':').append(last);
            }
        }
    }

    /// ` dpts:!http:90`
    public void print(StringBuilder to, String name, String protocol, boolean numeric) {
        if (isAll() && !isInverted) {
            return;
        }
        to.append(' ').append(name).append(first == last ? ":" : "s:").append(isInverted ? "!" : "");
        to.append(port(first, protocol, numeric));
        if (first != last) {
            to.append(':').append(port(last, protocol, numeric));
        }
    }

    /// A port's name, or its number where it has none or none is wanted.
    public static String port(int port, String protocol, boolean numeric) {
        String number = Integer.toString(port);
        return numeric ? number : ServiceNames.name(port, protocol).orElse(number);
    }
}
