package dev.weft.net.netfilter.set;

import dev.weft.net.netfilter.table.OptionValues;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads numbers with the complaints of ipset(8).
final class Values {
    static final long UINT32 = 0xffff_ffffL;
    private static final long LONGEST_TIMEOUT = 2_147_483;

    private Values() {}

    static long number(String text, long min, long max) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        OptionalLong value = OptionValues.number(digits);
        if (value.isEmpty() && (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            throw ToolError.syntax("'" + text + "' is invalid as number");
        }
        if (value.isEmpty() || text.startsWith("-") || value.getAsLong() < min || value.getAsLong() > max) {
            throw ToolError.syntax("'" + text + "' is out of range " + min + "-" + max);
        }
        return value.getAsLong();
    }

    static long timeout(String text) {
        return number(text, 0, LONGEST_TIMEOUT);
    }

    /// A counter of 64 bits without sign, of which the largest is not to be had.
    static long counter(String text) {
        if (text.length() > 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            BigInteger value = new BigInteger(text);
            if (value.bitLength() <= 64 && value.longValue() != -1) {
                return value.longValue();
            }
            throw ToolError.syntax("'" + text + "' is out of range 0-18446744073709551614");
        }
        if (text.startsWith("-")) {
            throw ToolError.syntax("'" + text + "' is out of range 0-18446744073709551614");
        }
        return number(text, 0, Long.MAX_VALUE);
    }

    /// The part of `text` before or behind a separator that stands neither first nor last.
    static int separator(String text, char separator) {
        int at = text.indexOf(separator);
        return at >= 0 && at < text.length() - 1 ? at : -1;
    }

    static int[] address(String text, boolean ip6) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        Optional<int[]> address = AddressText.parse(bare, ip6);
        if (address.isEmpty()) {
            throw ToolError.syntax(
                    "cannot parse " + text + ": resolving to IPv" + (ip6 ? '6' : '4') + " address failed");
        }
        return address.get();
    }
}
