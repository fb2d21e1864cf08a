package dev.weft.net.netfilter.nat;

import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.OptionalLong;

/// How ranges are typed and printed: `[ADDRESS[-ADDRESS]][:PORT[-PORT[/BASE]]]` (iptables: libxt_NAT.c).
public final class RangeText {
    private RangeText() {}

    /// Does the rule ask for a protocol that has ports?
    public static boolean hasPorts(RuleDraft rule) {
        return !rule.isProtocolInverted()
                && switch (rule.protocol()) {
                    case IpProtocol.TCP, IpProtocol.UDP, IpProtocol.SCTP, IpProtocol.DCCP, IpProtocol.ICMP -> true;
                    default -> false;
                };
    }

    /// Reads addresses and ports.
    ///
    /// @param withBase may a base port follow after a slash?
    public static NatRange read(String text, boolean hasPorts, boolean withBase) {
        int colon = text.indexOf(':');
        String addresses = colon < 0 ? text : text.substring(0, colon);
        NatRange range =
                colon < 0 ? new NatRange(0, 0, 0, 0, 0, 0) : ports(text.substring(colon + 1), hasPorts, withBase);
        if (addresses.isEmpty()) {
            return range;
        }
        int dash = addresses.indexOf('-');
        int min = address(dash < 0 ? addresses : addresses.substring(0, dash));
        int max = dash < 0 ? min : address(addresses.substring(dash + 1));
        return new NatRange(
                range.flags() | NatRange.MAP_IPS, min, max, range.minPort(), range.maxPort(), range.basePort());
    }

    private static int address(String text) {
        return Ip4Address.parse(text)
                .orElseThrow(() -> XtablesError.parameter("Bad IP address \"" + text + "\"\n"))
                .bits();
    }

    /// Reads `PORT[-PORT[/BASE]]`.
    public static NatRange ports(String text, boolean hasPorts, boolean withBase) {
        if (!hasPorts) {
            throw XtablesError.parameter("Need TCP, UDP, SCTP or DCCP with port specification");
        }
        int slash = withBase ? text.indexOf('/') : -1;
        String span = slash < 0 ? text : text.substring(0, slash);
        int dash = span.indexOf('-');
        int min = port(dash < 0 ? span : span.substring(0, dash), withBase);
        int max = dash < 0 ? min : port(span.substring(dash + 1), withBase);
        if (max < min) {
            throw XtablesError.parameter("Port range `" + span.substring(dash + 1) + "' funky\n");
        }
        int base = slash < 0 ? 0 : port(text.substring(slash + 1), withBase);
        int flags = NatRange.PROTO_SPECIFIED | (slash < 0 ? 0 : NatRange.PROTO_OFFSET);
        return new NatRange(flags, 0, 0, min, max, base);
    }

    private static int port(String text, boolean names) {
        OptionalLong number = OptionValues.number(text);
        if (number.isPresent() && number.getAsLong() <= 0xffff) {
            return (int) number.getAsLong();
        }
        if (names && number.isEmpty()) {
            return OptionValues.port(text, "");
        }
        throw XtablesError.parameter("Port `" + text + "' not valid\n");
    }

    /// `1.2.3.4-1.2.3.9:80-90/5000`
    public static String of(NatRange range) {
        StringBuilder to = new StringBuilder();
        if (range.has(NatRange.MAP_IPS)) {
            to.append(Ip4Address.toString(range.minAddress()));
            if (range.minAddress() != range.maxAddress()) {
                to.append('-').append(Ip4Address.toString(range.maxAddress()));
            }
        }
        if (range.has(NatRange.PROTO_SPECIFIED)) {
            to.append(':').append(ports(range));
        }
        return to.toString();
    }

    /// `80-90`
    public static String ports(NatRange range) {
        StringBuilder to = new StringBuilder().append(range.minPort());
        if (range.minPort() != range.maxPort()) {
            to.append('-').append(range.maxPort());
        }
        if (range.has(NatRange.PROTO_OFFSET)) {
            to.append('/').append(range.basePort());
        }
        return to.toString();
    }

    /// The words for the flags, each with `prefix` in front.
    public static String flags(NatRange range, String prefix) {
        return (range.has(NatRange.PROTO_RANDOM) ? prefix + "random" : "")
                + (range.has(NatRange.PROTO_RANDOM_FULLY) ? prefix + "random-fully" : "")
                + (range.has(NatRange.PERSISTENT) ? prefix + "persistent" : "");
    }
}
