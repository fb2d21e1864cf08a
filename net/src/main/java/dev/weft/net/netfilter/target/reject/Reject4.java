package dev.weft.net.netfilter.target.reject;

import dev.weft.core.wire.Icmp;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.target.reject.RejectTypes.Answer;
import java.util.List;
import java.util.Set;

/// `REJECT` of iptables.
public final class Reject4 {
    private static final Answer PORT = unreachable(
            "icmp-port-unreachable", "port-unreach", Icmp.PORT_UNREACHABLE, "ICMP port unreachable (default)");

    private static final RejectTypes TYPES = new RejectTypes(
            List.of(
                    unreachable(
                            "icmp-net-unreachable", "net-unreach", Icmp.NET_UNREACHABLE, "ICMP network unreachable"),
                    unreachable(
                            "icmp-host-unreachable", "host-unreach", Icmp.HOST_UNREACHABLE, "ICMP host unreachable"),
                    unreachable(
                            "icmp-proto-unreachable",
                            "proto-unreach",
                            Icmp.PROTOCOL_UNREACHABLE,
                            "ICMP protocol unreachable"),
                    PORT,
                    unreachable("icmp-net-prohibited", "net-prohib", Icmp.NET_PROHIBITED, "ICMP network prohibited"),
                    unreachable("icmp-host-prohibited", "host-prohib", Icmp.HOST_PROHIBITED, "ICMP host prohibited"),
                    new Answer("tcp-reset", "tcp-rst", -1, 0, "TCP RST packet"),
                    unreachable(
                            "icmp-admin-prohibited",
                            "admin-prohib",
                            Icmp.ADMINISTRATIVELY_PROHIBITED,
                            "ICMP administratively prohibited (*)")),
            PORT);

    public static final TargetType TYPE = new RejectTarget.Type(TYPES) {
        @Override
        public Set<HookFamily> families() {
            return Set.of(HookFamily.IPV4);
        }

        @Override
        public String help() {
            return super.help() + "(*) See man page or read the INCOMPATIBILITES file for compatibility issues.\n";
        }
    };

    private Reject4() {}

    private static Answer unreachable(String name, String alias, int code, String text) {
        return new Answer(name, alias, Icmp.DESTINATION_UNREACHABLE, code, text);
    }
}
