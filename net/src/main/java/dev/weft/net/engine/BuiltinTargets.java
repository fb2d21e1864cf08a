package dev.weft.net.engine;

import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.target.log.LogTarget;
import dev.weft.net.netfilter.target.mark.MarkTarget;
import dev.weft.net.netfilter.target.reject.Reject4;
import dev.weft.net.netfilter.target.reject.Reject6;
import java.util.List;

/// Every target that is built in, one line each.
public final class BuiltinTargets {
    public static final List<TargetType> ALL = List.of(
            LogTarget.TYPE, //
            MarkTarget.TYPE,
            Reject4.TYPE,
            Reject6.TYPE);

    private BuiltinTargets() {}
}
