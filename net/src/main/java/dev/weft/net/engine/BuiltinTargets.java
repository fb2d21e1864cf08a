package dev.weft.net.engine;

import dev.weft.net.netfilter.table.TargetType;
import java.util.List;

/// Every target that is built in, one line each.
public final class BuiltinTargets {
    public static final List<TargetType> ALL = List.of();

    private BuiltinTargets() {}
}
