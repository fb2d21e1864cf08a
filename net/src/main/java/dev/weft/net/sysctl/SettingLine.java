package dev.weft.net.sysctl;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A line `key = value` of a file or of the command line (procps: `parse_setting_line`).
///
/// @param path below `/proc/sys`, perhaps with wildcards
/// @param value null for `-key`, which takes the path out of what wildcards mean
record SettingLine(String path, @Nullable String value) {
    private static final int SHORTEST = 2;

    /// Reads a line; null for one without meaning.
    ///
    /// @param complain told of an odd key
    /// @param bad told that the line is no setting
    static @Nullable SettingLine parse(String line, SysctlOptions options, Consumer<String> complain, Runnable bad) {
        String text = line.strip();
        if (text.length() < SHORTEST || text.startsWith("#") || text.startsWith(";")) {
            return null;
        }
        int equals = text.indexOf('=');
        boolean minus = text.startsWith("-");
        if (equals < 0 && !minus) {
            bad.run();
            return null;
        }
        String key = text.substring(minus ? 1 : 0, equals < 0 ? text.length() : equals)
                .strip();
        if (!options.matching().test(key)) {
            return null;
        }
        String path = SysctlName.toPath(key, rest -> complain.accept("separators should not be repeated: " + rest));
        return new SettingLine(
                path, equals < 0 ? null : text.substring(equals + 1).strip());
    }

    boolean hasWildcard() {
        return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
