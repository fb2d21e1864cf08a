package dev.weft.net.engine;

import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.target.audit.AuditTarget;
import dev.weft.net.netfilter.target.checksum.ChecksumTarget;
import dev.weft.net.netfilter.target.classify.ClassifyTarget;
import dev.weft.net.netfilter.target.connmark.ConnmarkTarget;
import dev.weft.net.netfilter.target.ct.CtTarget;
import dev.weft.net.netfilter.target.dnat.DnatTarget;
import dev.weft.net.netfilter.target.dscp.DscpTarget;
import dev.weft.net.netfilter.target.ecn.EcnTarget;
import dev.weft.net.netfilter.target.hmark.HmarkTarget;
import dev.weft.net.netfilter.target.log.LogTarget;
import dev.weft.net.netfilter.target.mark.MarkTarget;
import dev.weft.net.netfilter.target.masquerade.MasqueradeTarget;
import dev.weft.net.netfilter.target.netmap.NetmapTarget;
import dev.weft.net.netfilter.target.nflog.NflogTarget;
import dev.weft.net.netfilter.target.nfqueue.NfqueueTarget;
import dev.weft.net.netfilter.target.notrack.NotrackTarget;
import dev.weft.net.netfilter.target.redirect.RedirectTarget;
import dev.weft.net.netfilter.target.reject.Reject4;
import dev.weft.net.netfilter.target.reject.Reject6;
import dev.weft.net.netfilter.target.set.SetTarget;
import dev.weft.net.netfilter.target.snat.SnatTarget;
import dev.weft.net.netfilter.target.tcpmss.TcpmssTarget;
import dev.weft.net.netfilter.target.tcpoptstrip.TcpoptstripTarget;
import dev.weft.net.netfilter.target.tee.TeeTarget;
import dev.weft.net.netfilter.target.tos.TosTarget;
import dev.weft.net.netfilter.target.trace.TraceTarget;
import dev.weft.net.netfilter.target.ttl.TtlTarget;
import java.util.List;

/// Every target that is built in, one line each.
public final class BuiltinTargets {
    public static final List<TargetType> ALL = List.of(
            AuditTarget.TYPE, //
            ChecksumTarget.TYPE,
            ClassifyTarget.TYPE,
            ConnmarkTarget.TYPE,
            CtTarget.TYPE,
            DnatTarget.TYPE,
            DscpTarget.TYPE,
            EcnTarget.TYPE,
            HmarkTarget.TYPE,
            LogTarget.TYPE,
            MarkTarget.TYPE,
            MasqueradeTarget.TYPE,
            NetmapTarget.TYPE,
            NflogTarget.TYPE,
            NfqueueTarget.TYPE,
            NotrackTarget.TYPE,
            RedirectTarget.TYPE,
            Reject4.TYPE,
            Reject6.TYPE,
            SnatTarget.TYPE,
            TcpmssTarget.TYPE,
            TcpoptstripTarget.TYPE,
            TeeTarget.TYPE,
            TosTarget.TYPE,
            TraceTarget.TYPE,
            TtlTarget.HL,
            TtlTarget.TTL,
            SetTarget.TYPE);

    private BuiltinTargets() {}
}
