package dev.weft.net.netfilter.set;

import dev.weft.core.wire.IpProtocol;
import dev.weft.net.iproute.IpProtocolNames;
import dev.weft.net.names.ServiceNames;
import dev.weft.net.netfilter.table.OptionValues;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Reads `[PROTO:]PORT[-PORT]`.
final class PortReader {
    private PortReader() {}

    /// @param command the word that complaints name
    static void read(Element element, String text, boolean ip6, String command) {
        int colon = Values.separator(text, ':');
        String protocol = colon < 0 ? "tcp" : text.substring(0, colon);
        String port = colon < 0 ? text : text.substring(colon + 1);
        element.protocol = protocol(protocol);
        if (PacketParts.hasPorts(element.protocol)) {
            range(element, port, name(element.protocol));
            return;
        }
        boolean icmp6 = element.protocol == IpProtocol.ICMP6;
        if (icmp6 || element.protocol == IpProtocol.ICMP) {
            if (icmp6 != ip6) {
                throw ToolError.syntax("Protocol " + (icmp6 ? "ICMPv6" : "ICMP") + " can be used with family "
                        + (icmp6 ? "inet6" : "inet") + " only\nInvalid " + command + " command: missing setname");
            }
            element.port = icmp(port, icmp6);
            return;
        }
        if (!port.equals("0")) {
            throw ToolError.syntax("Protocol " + protocol + " can be used with pseudo port value 0 only.");
        }
    }

    private static String name(int protocol) {
        return IpProtocolNames.find(protocol).orElse(Integer.toString(protocol));
    }

    private static int protocol(String text) {
        OptionalLong number = OptionValues.number(text);
        if (number.isPresent() && number.getAsLong() <= 255) {
            return (int) number.getAsLong();
        }
        OptionalInt named = text.equals("icmpv6") ? OptionalInt.of(IpProtocol.ICMP6) : IpProtocolNames.named(text);
        if (named.isEmpty()) {
            throw ToolError.syntax("cannot parse '" + text + "' as a protocol");
        }
        return named.getAsInt();
    }

    private static void range(Element element, String text, String protocol) {
        int dash = Values.separator(text, '-');
        element.port = port(dash < 0 ? text : text.substring(0, dash), protocol);
        element.portTo = dash < 0 ? -1 : port(text.substring(dash + 1), protocol);
    }

    /// One port by number or name.
    static int port(String text, String protocol) {
        try {
            return (int) Values.number(text, 0, 0xffff);
        } catch (ToolError error) {
            OptionalInt named = ServiceNames.port(text, protocol);
            if (named.isPresent()) {
                return named.getAsInt();
            }
            throw ToolError.of(error.text() + "\nSyntax error: '" + protocol + "' is invalid as number\ncannot parse '"
                    + text + "' as a " + protocol + " port");
        }
    }

    private static int icmp(String text, boolean ip6) {
        OptionalInt named = PortText.icmp(text, ip6);
        if (named.isPresent()) {
            return named.getAsInt();
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw ToolError.of("Cannot parse " + text + " as an ICMP" + (ip6 ? "v6" : "") + " type/code.");
        }
        return (int) Values.number(text.substring(0, slash), 0, 255) << 8
                | (int) Values.number(text.substring(slash + 1), 0, 255);
    }
}
