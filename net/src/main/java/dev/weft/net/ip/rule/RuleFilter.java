package dev.weft.net.ip.rule;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpProtocolNames;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.link.Devices;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Which rules `ip rule list` and `flush` are about (iproute2: `filter_nlmsg`).
final class RuleFilter {
    private final AddressFamily family;
    private @Nullable Integer priority;
    private boolean inverted;
    private @Nullable InetPrefix source;
    private @Nullable InetPrefix destination;
    private @Nullable Integer tos;
    private int mark;
    private int mask;
    private String inputDevice = "";
    private String outputDevice = "";
    private boolean masterTable;
    private @Nullable Range users;
    private int ipProtocol;
    private @Nullable Range sourcePorts;
    private @Nullable Range destinationPorts;
    private int table;
    private @Nullable Integer protocol;

    RuleFilter(AddressFamily family) {
        this.family = family == AddressFamily.UNSPEC ? AddressFamily.INET : family;
    }

    /// Takes all words.
    RuleFilter read(Args args) {
        while (args.hasNext()) {
            if (!readPacket(args) && !readRule(args)) {
                boolean unused = args.takeAbbreviated("dst") || args.takeAbbreviated("to");
                destination = InetPrefix.prefix(args.next(), family);
            }
        }
        return this;
    }

    private boolean readPacket(Args args) {
        if (args.take("not")) {
            inverted = true;
        } else if (args.take("tos")) {
            String word = args.next();
            tos = NameTable.DSFIELD.number(word).orElseThrow(() -> Args.invalid("TOS value is invalid\n", word));
        } else if (args.take("fwmark")) {
            readMark(args.next());
        } else if (args.take("dev") || args.take("iif")) {
            inputDevice = readDevice(args, "\"iif\"/\"dev\" not a valid ifname");
        } else if (args.take("oif")) {
            outputDevice = readDevice(args, "\"oif\" not a valid ifname");
        } else if (args.take("uidrange")) {
            users = RuleReader.readUsers(args.next());
        } else if (args.takeAbbreviated("from") || args.takeAbbreviated("src")) {
            source = InetPrefix.prefix(args.next(), family);
        } else if (args.take("ipproto")) {
            String word = args.next();
            ipProtocol =
                    IpProtocolNames.number(word).orElseThrow(() -> Args.invalid("Invalid \"ipproto\" value\n", word));
        } else if (args.take("sport")) {
            sourcePorts = RuleReader.readPorts(args.next());
        } else if (args.take("dport")) {
            destinationPorts = RuleReader.readPorts(args.next());
        } else {
            return false;
        }
        return true;
    }

    private boolean readRule(Args args) {
        if (args.takeAbbreviated("preference") || args.takeAbbreviated("order") || args.takeAbbreviated("priority")) {
            priority = (int) args.nextU32("preference value is invalid\n");
        } else if (args.take("l3mdev")) {
            masterTable = true;
        } else if (args.takeAbbreviated("lookup") || args.takeAbbreviated("table")) {
            String word = args.next();
            table = NameTable.TABLES.number(word).orElseThrow(() -> Args.invalid("table id value is invalid\n", word));
        } else if (args.takeAbbreviated("protocol")) {
            String word = args.next();
            OptionalInt number = NameTable.PROTOCOLS.number(word);
            if (number.isEmpty() && !word.equals("all")) {
                throw Args.invalid("invalid \"protocol\"\n", word);
            }
            protocol = number.isPresent() ? number.getAsInt() : null;
        } else {
            return false;
        }
        return true;
    }

    private void readMark(String word) {
        int slash = word.indexOf('/');
        String value = slash < 0 ? word : word.substring(0, slash);
        mark = (int) Numbers.unsigned(value, 0, 32).orElseThrow(() -> Args.invalid("fwmark value is invalid\n", value));
        if (slash >= 0) {
            String bits = word.substring(slash + 1);
            mask = (int)
                    Numbers.unsigned(bits, 0, 32).orElseThrow(() -> Args.invalid("fwmask value is invalid\n", bits));
        }
    }

    private static String readDevice(Args args, String why) {
        String word = args.next();
        if (!Devices.isName(word)) {
            throw Args.invalid(why, word);
        }
        return word;
    }

    // ---- what passes

    boolean accepts(PolicyRule rule) {
        RuleSpec spec = rule.spec();
        return (priority == null || priority == rule.priority())
                && (!inverted || spec.inverted)
                && (source == null || covers(source, spec.source, spec.sourceLength))
                && (destination == null || covers(destination, spec.destination, spec.destinationLength))
                && (tos == null || tos == spec.tos)
                && (mark == 0 || mark == rule.mark())
                && (mask == 0 || mask == rule.mask())
                && (inputDevice.isEmpty() || inputDevice.equals(spec.inputDevice))
                && (outputDevice.isEmpty() || outputDevice.equals(spec.outputDevice))
                && (!masterTable || spec.masterTable)
                && (users == null || users.equals(spec.users))
                && (ipProtocol == 0 || ipProtocol == spec.ipProtocol)
                && (sourcePorts == null || sourcePorts.equals(spec.sourcePorts))
                && (destinationPorts == null || destinationPorts.equals(spec.destinationPorts))
                && (table == 0 || table == rule.table());
    }

    /// Only `flush` asks who made a rule.
    boolean acceptsProtocol(PolicyRule rule) {
        return protocol == null || protocol == rule.spec().protocol;
    }

    private static boolean covers(InetPrefix prefix, int address, int length) {
        return prefix.length() <= length && ((prefix.ip4().bits() ^ address) & Ip4Address.mask(prefix.length())) == 0;
    }
}
