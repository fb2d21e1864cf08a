package dev.weft.net.netfilter.iptables;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.XtablesError;

/// Which command of the family is running, by the name that it was called by.
///
/// @param name as it calls itself: `iptables`, `ip6tables-restore`
record Tool(String name, HookFamily family, Personality personality) {
    static final String VERSION = "1.8.9";

    boolean isLegacy() {
        return personality == Personality.LEGACY;
    }

    boolean isIp4() {
        return family == HookFamily.IPV4;
    }

    /// `iptables v1.8.9 (legacy)`
    String nameAndVersion() {
        return name + " v" + VERSION + " (" + personality.variant() + ")";
    }

    /// What is printed when a command ends so (iptables: `iptables_exit_error`).
    ///
    /// @param line of the file that is read; 0 for none
    String text(XtablesError error, int line) {
        String text = nameAndVersion() + ": " + error.text() + "\n";
        return switch (error.status()) {
            case PARAMETER_PROBLEM -> text + tryHelp(line);
            case VERSION_PROBLEM -> text + "Perhaps " + name + " or your kernel needs to be upgraded.\n";
            case OTHER_PROBLEM, RESOURCE_PROBLEM -> text;
        };
    }

    String tryHelp(int line) {
        return (line > 0 ? "Error occurred at line: " + line + "\n" : "") + "Try `" + name + " -h' or '" + name
                + " --help' for more information.\n";
    }
}
