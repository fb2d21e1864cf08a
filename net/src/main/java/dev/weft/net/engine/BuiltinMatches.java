package dev.weft.net.engine;

import dev.weft.net.netfilter.match.addrtype.AddrtypeMatch;
import dev.weft.net.netfilter.match.ah.AhMatch;
import dev.weft.net.netfilter.match.comment.CommentMatch;
import dev.weft.net.netfilter.match.connbytes.ConnbytesMatch;
import dev.weft.net.netfilter.match.connlabel.ConnlabelMatch;
import dev.weft.net.netfilter.match.connlimit.ConnlimitMatch;
import dev.weft.net.netfilter.match.connmark.ConnmarkMatch;
import dev.weft.net.netfilter.match.conntrack.ConntrackMatch;
import dev.weft.net.netfilter.match.cpu.CpuMatch;
import dev.weft.net.netfilter.match.devgroup.DevgroupType;
import dev.weft.net.netfilter.match.dscp.DscpMatch;
import dev.weft.net.netfilter.match.ecn.EcnType;
import dev.weft.net.netfilter.match.esp.EspMatch;
import dev.weft.net.netfilter.match.hashlimit.HashlimitType;
import dev.weft.net.netfilter.match.helper.HelperMatch;
import dev.weft.net.netfilter.match.hl.HlMatch;
import dev.weft.net.netfilter.match.icmp.IcmpMatch;
import dev.weft.net.netfilter.match.icmp6.Icmp6Match;
import dev.weft.net.netfilter.match.iprange.IprangeMatch;
import dev.weft.net.netfilter.match.length.LengthMatch;
import dev.weft.net.netfilter.match.limit.LimitMatch;
import dev.weft.net.netfilter.match.mac.MacMatch;
import dev.weft.net.netfilter.match.mark.MarkMatch;
import dev.weft.net.netfilter.match.multiport.MultiportMatch;
import dev.weft.net.netfilter.match.owner.OwnerType;
import dev.weft.net.netfilter.match.physdev.PhysdevMatch;
import dev.weft.net.netfilter.match.pkttype.PkttypeMatch;
import dev.weft.net.netfilter.match.quota.QuotaMatch;
import dev.weft.net.netfilter.match.realm.RealmMatch;
import dev.weft.net.netfilter.match.recent.RecentType;
import dev.weft.net.netfilter.match.rpfilter.RpfilterType;
import dev.weft.net.netfilter.match.set.SetMatch;
import dev.weft.net.netfilter.match.state.StateMatch;
import dev.weft.net.netfilter.match.statistic.StatisticType;
import dev.weft.net.netfilter.match.string.StringType;
import dev.weft.net.netfilter.match.tcp.TcpType;
import dev.weft.net.netfilter.match.tcpmss.TcpmssMatch;
import dev.weft.net.netfilter.match.time.TimeType;
import dev.weft.net.netfilter.match.tos.TosMatch;
import dev.weft.net.netfilter.match.ttl.TtlMatch;
import dev.weft.net.netfilter.match.u32.U32Type;
import dev.weft.net.netfilter.match.udp.UdpMatch;
import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// Every match that is built in, one line each.
public final class BuiltinMatches {
    public static final List<MatchType> ALL = List.of(
            AddrtypeMatch.TYPE,
            AhMatch.TYPE,
            CommentMatch.TYPE,
            ConnbytesMatch.TYPE,
            ConnlabelMatch.TYPE,
            ConnlimitMatch.TYPE,
            ConnmarkMatch.TYPE,
            ConntrackMatch.TYPE,
            CpuMatch.TYPE,
            DevgroupType.TYPE,
            DscpMatch.TYPE,
            EcnType.TYPE,
            EspMatch.TYPE,
            HashlimitType.TYPE,
            HelperMatch.TYPE,
            HlMatch.TYPE,
            Icmp6Match.TYPE,
            IcmpMatch.TYPE,
            IprangeMatch.TYPE,
            LengthMatch.TYPE,
            LimitMatch.TYPE,
            MacMatch.TYPE,
            MarkMatch.TYPE,
            MultiportMatch.TYPE,
            OwnerType.TYPE,
            PhysdevMatch.TYPE,
            PkttypeMatch.TYPE,
            QuotaMatch.TYPE,
            RealmMatch.TYPE,
            RecentType.TYPE,
            RpfilterType.TYPE,
            SetMatch.TYPE,
            StateMatch.TYPE,
            StatisticType.TYPE,
            StringType.TYPE,
            TcpmssMatch.TYPE,
            TcpType.TYPE,
            TimeType.TYPE,
            TosMatch.TYPE,
            TtlMatch.TYPE,
            U32Type.TYPE,
            UdpMatch.TYPE);

    private BuiltinMatches() {}
}
