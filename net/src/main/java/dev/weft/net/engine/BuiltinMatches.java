package dev.weft.net.engine;

import dev.weft.net.netfilter.match.comment.CommentMatch;
import dev.weft.net.netfilter.match.connmark.ConnmarkMatch;
import dev.weft.net.netfilter.match.conntrack.ConntrackMatch;
import dev.weft.net.netfilter.match.icmp.IcmpMatch;
import dev.weft.net.netfilter.match.icmp6.Icmp6Match;
import dev.weft.net.netfilter.match.state.StateMatch;
import dev.weft.net.netfilter.match.tcp.TcpType;
import dev.weft.net.netfilter.match.udp.UdpMatch;
import dev.weft.net.netfilter.table.MatchType;
import java.util.List;

/// Every match that is built in, one line each.
public final class BuiltinMatches {
    public static final List<MatchType> ALL = List.of(
            CommentMatch.TYPE, //
            ConnmarkMatch.TYPE,
            ConntrackMatch.TYPE,
            Icmp6Match.TYPE,
            IcmpMatch.TYPE,
            StateMatch.TYPE,
            TcpType.TYPE,
            UdpMatch.TYPE);

    private BuiltinMatches() {}
}
