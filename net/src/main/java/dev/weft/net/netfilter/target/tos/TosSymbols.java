package dev.weft.net.netfilter.target.tos;

import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.OptionValues.Masked;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Names of types of service (RFC 1349), and how `VALUE[/MASK]` of eight bits is read (iptables: `XTTYPE_TOSMASK`).
final class TosSymbols {
    /// The bits that a name sets: all but the precedence.
    private static final int MASK = 0x3f;

    private static final int ALL = 0xff;
    private static final Map<String, Integer> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("Minimize-Delay", 0x10);
        NAMES.put("Maximize-Throughput", 0x08);
        NAMES.put("Maximize-Reliability", 0x04);
        NAMES.put("Minimize-Cost", 0x02);
        NAMES.put("Normal-Service", 0x00);
    }

    private TosSymbols() {}

    /// The name; empty when there is none.
    static String of(int value, int mask) {
        for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
            if (mask == MASK && value == name.getValue()) {
                return name.getKey();
            }
        }
        return "";
    }

    static Masked parse(String text) {
        int digits = OptionValues.digits(text);
        OptionalLong value = OptionValues.number(text.substring(0, digits));
        if (value.isEmpty() || value.getAsLong() > ALL) {
            return named(text);
        }
        String rest = text.substring(digits);
        if (rest.isEmpty()) {
            return new Masked((int) value.getAsLong(), ALL);
        }
        OptionalLong mask = rest.charAt(0) == '/' ? OptionValues.number(rest.substring(1)) : OptionalLong.empty();
        if (mask.isEmpty() || mask.getAsLong() > ALL) {
            throw XtablesError.parameter("Illegal value: \"" + text + "\"");
        }
        return new Masked((int) value.getAsLong(), (int) mask.getAsLong());
    }

    private static Masked named(String text) {
        for (Map.Entry<String, Integer> name : NAMES.entrySet()) {
            if (name.getKey().equalsIgnoreCase(text)) {
                return new Masked(name.getValue(), MASK);
            }
        }
        throw XtablesError.parameter("Symbolic name \"" + text + "\" is unknown");
    }
}
