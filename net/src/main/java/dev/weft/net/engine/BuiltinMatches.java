package dev.weft.net.engine;

import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// Every match that is built in, one line each.
public final class BuiltinMatches {
    public static final List<MatchType> ALL = List.of();

    private BuiltinMatches() {}
}
