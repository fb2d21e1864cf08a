package dev.weft.net.netfilter.match;

import dev.weft.net.iproute.NameTable;
import dev.weft.net.netfilter.table.Option;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.OptionalLong;

/// A number that may have a name, and which of its bits count (iptables: `xtables_parse_val_mask`).
public record NamedNumber(int value, int mask, boolean isInverted) {
    /// @throws XtablesError when it is neither number nor name
    public static NamedNumber parse(String extension, Option option, OptionInput input, NameTable names) {
        String text = input.argument();
        int slash = text.indexOf('/');
        OptionalLong value = OptionValues.number(slash < 0 ? text : text.substring(0, slash));
        OptionalLong mask = slash < 0 ? OptionalLong.of(-1) : OptionValues.number(text.substring(slash + 1));
        if (value.isPresent() && mask.isPresent()) {
            return new NamedNumber((int) value.getAsLong(), (int) mask.getAsLong(), input.isInverted());
        }
        for (int number = 0; number < 256; number++) {
            if (names.name(number).equals(text)) {
                return new NamedNumber(number, -1, input.isInverted());
            }
        }
        throw XtablesError.parameter(extension + ": could not map name " + text + " to an integer value for option \"--"
                + option.name() + "\".\n");
    }

    public boolean matches(int number) {
        return (number & mask) == value != isInverted;
    }

    /// Its name where it has one and one is wanted, else its number.
    public void append(StringBuilder to, NameTable names, boolean numeric) {
        if (mask != -1) {
            to.append(String.format("0x%x/0x%x", value, mask));
            return;
        }
        String name = value >= 0 && value < 256 ? names.name(value) : "";
        boolean named = !numeric && !name.isEmpty() && !Character.isDigit(name.charAt(0));
        to.append(named ? name : String.format("0x%x", value));
    }
}
