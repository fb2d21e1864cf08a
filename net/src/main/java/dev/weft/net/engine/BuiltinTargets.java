package dev.weft.net.engine;

import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.target.connmark.ConnmarkTarget;
import dev.weft.net.netfilter.target.ct.CtTarget;
import dev.weft.net.netfilter.target.dnat.DnatTarget;
import dev.weft.net.netfilter.target.log.LogTarget;
import dev.weft.net.netfilter.target.mark.MarkTarget;
import dev.weft.net.netfilter.target.masquerade.MasqueradeTarget;
import dev.weft.net.netfilter.target.netmap.NetmapTarget;
import dev.weft.net.netfilter.target.notrack.NotrackTarget;
import dev.weft.net.netfilter.target.redirect.RedirectTarget;
import dev.weft.net.netfilter.target.reject.Reject4;
import dev.weft.net.netfilter.target.reject.Reject6;
import dev.weft.net.netfilter.target.snat.SnatTarget;
import java.util.List;

/// Every target that is built in, one line each.
public final class BuiltinTargets {
    public static final List<TargetType> ALL = List.of(
            ConnmarkTarget.TYPE, //
            CtTarget.TYPE,
            DnatTarget.TYPE,
            LogTarget.TYPE,
            MarkTarget.TYPE,
            MasqueradeTarget.TYPE,
            NetmapTarget.TYPE,
            NotrackTarget.TYPE,
            RedirectTarget.TYPE,
            Reject4.TYPE,
            Reject6.TYPE,
            SnatTarget.TYPE);

    private BuiltinTargets() {}
}
