package dev.weft.net.ip.rule;

import org.jspecify.annotations.Nullable;

/// A rule as it is asked for, to be added or deleted: null where nothing was said.
final class RuleSpec {
    /// No limit to the prefix length or the group of devices.
    static final int NO_SUPPRESSION = -1;

    boolean inverted;
    int source;
    int sourceLength;
    int destination;
    int destinationLength;
    int tos;

    @Nullable
    Integer priority;

    @Nullable
    Integer mark;

    @Nullable
    Integer mask;

    String inputDevice = "";
    String outputDevice = "";

    @Nullable
    Range users;

    int ipProtocol;

    @Nullable
    Range sourcePorts;

    @Nullable
    Range destinationPorts;

    RuleAction action = RuleAction.UNSPEC;

    /// 0 when nothing was said of it.
    int table;

    @Nullable
    Integer target;

    /// Is the table that of the device's VRF?
    boolean masterTable;

    int suppressLength = NO_SUPPRESSION;
    int suppressGroup = NO_SUPPRESSION;
    int realms;
    int protocol;

    /// What a mark is compared in: all bits, unless none are asked for.
    int effectiveMask() {
        if (mask != null) {
            return mask;
        }
        return mark != null && mark != 0 ? -1 : 0;
    }

    int effectiveMark() {
        return mark == null ? 0 : mark;
    }
}
