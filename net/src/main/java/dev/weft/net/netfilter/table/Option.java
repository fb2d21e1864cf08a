package dev.weft.net.netfilter.table;

import java.util.List;

/// An option of a match or target and when it may stand (iptables: `struct xt_option_entry`).
///
/// ```java
/// static final List<Option> OPTIONS = List.of(
///         Option.with("limit").invertible(),
///         Option.with("limit-burst").requires("limit"));
/// ```
///
/// @param name as typed after `--`
/// @param id the same for all spellings of one option
public record Option(
        String name,
        String id,
        Argument argument,
        boolean isInvertible,
        boolean isMandatory,
        boolean isRepeatable,
        List<String> excluded,
        List<String> required) {
    /// Does it take an argument?
    public enum Argument {
        NONE,
        REQUIRED,
        OPTIONAL
    }

    /// One without an argument.
    public static Option flag(String name) {
        return new Option(name, name, Argument.NONE, false, false, false, List.of(), List.of());
    }

    /// One with an argument.
    public static Option with(String name) {
        return new Option(name, name, Argument.REQUIRED, false, false, false, List.of(), List.of());
    }

    /// One whose argument may be left out.
    public static Option optionally(String name) {
        return new Option(name, name, Argument.OPTIONAL, false, false, false, List.of(), List.of());
    }

    /// Another spelling of the option `id`.
    public Option as(String itsId) {
        return new Option(name, itsId, argument, isInvertible, isMandatory, isRepeatable, excluded, required);
    }

    /// May have `!` in front (`XTOPT_INVERT`).
    public Option invertible() {
        return new Option(name, id, argument, true, isMandatory, isRepeatable, excluded, required);
    }

    /// Must be there (`XTOPT_MAND`).
    public Option mandatory() {
        return new Option(name, id, argument, isInvertible, true, isRepeatable, excluded, required);
    }

    /// May stand more than once (`XTOPT_MULTI`), or says itself what is wrong with that.
    public Option repeatable() {
        return new Option(name, id, argument, isInvertible, isMandatory, true, excluded, required);
    }

    /// Must not stand together with any of these.
    public Option excludes(String... ids) {
        return new Option(name, id, argument, isInvertible, isMandatory, isRepeatable, List.of(ids), required);
    }

    /// Must stand together with all of these.
    public Option requires(String... ids) {
        return new Option(name, id, argument, isInvertible, isMandatory, isRepeatable, excluded, List.of(ids));
    }
}
