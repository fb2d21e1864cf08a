package dev.weft.net.sysctl;

import java.util.List;
import java.util.function.Predicate;

/// What was asked of `sysctl`.
///
/// @param deprecated show old names of settings too
/// @param ignoreUnknown an unknown key is no failure
/// @param names names without values
/// @param showsName `name = value`, not only the value
/// @param showsLineEnd a line end behind each value
/// @param write every operand sets something
/// @param matching which names are meant at all
/// @param operands names and settings, or files to load
record SysctlOptions(
        boolean deprecated,
        boolean dryRun,
        boolean ignoreUnknown,
        boolean names,
        boolean showsName,
        boolean showsLineEnd,
        boolean quiet,
        boolean write,
        Predicate<String> matching,
        List<String> operands) {}
