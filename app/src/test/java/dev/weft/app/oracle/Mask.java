package dev.weft.app.oracle;

import java.util.regex.Pattern;

/// A field of a transcript whose value differs from one run to the next on the kernel itself.
///
/// @param name what stands in its place
/// @param reason why the value cannot be compared
/// @param pattern finds it; each capturing group is a field, everything around the groups stays compared
record Mask(String name, String reason, Pattern pattern, Treatment treatment) {
    /// What happens to the value.
    enum Treatment {
        /// Replaced by the name.
        BLANKED,
        /// Replaced by the name and a number that says which value of this kind it is: equal values stay equal.
        NUMBERED,
        /// The whole line is left out.
        LEFT_OUT
    }

    static Mask blanked(String name, String reason, String regex) {
        return new Mask(name, reason, Pattern.compile(regex), Treatment.BLANKED);
    }

    static Mask numbered(String name, String reason, String regex) {
        return new Mask(name, reason, Pattern.compile(regex), Treatment.NUMBERED);
    }

    static Mask leftOut(String name, String reason, String regex) {
        return new Mask(name, reason, Pattern.compile(regex), Treatment.LEFT_OUT);
    }
}
