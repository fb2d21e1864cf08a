package dev.weft.net.sysctl;

import java.util.function.Consumer;

/// Names of settings are paths below `/proc/sys` with dots for slashes, and slashes for dots; whichever of both comes
/// first tells which form it is (procps: `slashdot`).
final class SysctlName {
    private static final String SEPARATORS = "./";

    private SysctlName() {}

    /// `net.ipv4.conf.eth0/5` and `net/ipv4/conf/eth0.5` are `net/ipv4/conf/eth0.5`.
    ///
    /// @param warn told of separators that follow each other
    static String toPath(String name, Consumer<String> warn) {
        return convert(name, '.', warn);
    }

    /// The form with dots.
    static String toDots(String name) {
        return convert(name, '/', rest -> {});
    }

    private static String convert(String name, char from, Consumer<String> warn) {
        int first = separator(name, 0);
        if (first < 0 || name.charAt(first) != from) {
            return name;
        }
        for (int at = first; at >= 0; at = separator(name, at + 1)) {
            if (at + 1 < name.length() && SEPARATORS.indexOf(name.charAt(at + 1)) >= 0) {
                warn.accept(name.substring(at));
                break;
            }
        }
        StringBuilder out = new StringBuilder(name);
        for (int at = first; at >= 0; at = separator(name, at + 1)) {
            out.setCharAt(at, name.charAt(at) == '.' ? '/' : '.');
        }
        return out.toString();
    }

    private static int separator(String name, int start) {
        for (int i = start; i < name.length(); i++) {
            if (SEPARATORS.indexOf(name.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
