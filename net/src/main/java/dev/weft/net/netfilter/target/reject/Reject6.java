package dev.weft.net.netfilter.target.reject;

import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.target.reject.RejectTypes.Answer;
import java.util.List;
import java.util.Set;

/// `REJECT` of ip6tables.
public final class Reject6 {
    /// Destination unreachable (RFC 4443 §3.1).
    private static final int UNREACHABLE = 1;

    private static final Answer PORT =
            unreachable("icmp6-port-unreachable", "port-unreach", 4, "ICMPv6 port unreachable");

    private static final RejectTypes TYPES = new RejectTypes(
            List.of(
                    unreachable("icmp6-no-route", "no-route", 0, "ICMPv6 no route"),
                    unreachable("icmp6-adm-prohibited", "adm-prohibited", 1, "ICMPv6 administratively prohibited"),
                    unreachable("icmp6-addr-unreachable", "addr-unreach", 3, "ICMPv6 address unreachable"),
                    PORT,
                    new Answer("tcp-reset", "tcp-reset", -1, 0, "TCP RST packet"),
                    unreachable("icmp6-policy-fail", "policy-fail", 5, "ICMPv6 policy fail"),
                    unreachable("icmp6-reject-route", "reject-route", 6, "ICMPv6 reject route")),
            PORT);

    public static final TargetType TYPE = new RejectTarget.Type(TYPES) {
        @Override
        public Set<HookFamily> families() {
            return Set.of(HookFamily.IPV6);
        }
    };

    private Reject6() {}

    private static Answer unreachable(String name, String alias, int code, String text) {
        return new Answer(name, alias, UNREACHABLE, code, text);
    }
}
