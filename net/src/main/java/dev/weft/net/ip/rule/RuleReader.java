package dev.weft.net.ip.rule;

import dev.weft.core.command.Args;
import dev.weft.core.command.Numbers;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.RouteType;
import dev.weft.net.iproute.AddressFamily;
import dev.weft.net.iproute.InetPrefix;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.iproute.IpProtocolNames;
import dev.weft.net.iproute.NameTable;
import dev.weft.net.iproute.Realms;
import dev.weft.net.link.Devices;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `ip rule add` and `del` say (iproute2: `iprule_modify`).
final class RuleReader {
    private static final Pattern PORTS = Pattern.compile("\\s*\\+?(\\d+)(?:-\\s*\\+?(\\d+))?.*");
    private static final Pattern USERS = Pattern.compile("\\s*\\+?(\\d+)-\\s*\\+?(\\d+).*");

    private final IpContext context;
    private final boolean adds;
    private final RuleSpec spec = new RuleSpec();
    private boolean tableKnown;

    /// @param adds else it deletes
    RuleReader(IpContext context, boolean adds) {
        this.context = context;
        this.adds = adds;
    }

    RuleSpec read(Args args) {
        if (adds) {
            spec.action = RuleAction.TABLE;
        }
        while (args.hasNext()) {
            if (!readPacket(args) && !readRule(args)) {
                readAction(args);
            }
        }
        if (!tableKnown && adds) {
            spec.table = FibTable.MAIN;
        }
        return spec;
    }

    /// What selects packets.
    private boolean readPacket(Args args) {
        if (args.take("not")) {
            spec.inverted = true;
        } else if (args.take("from")) {
            InetPrefix prefix = InetPrefix.prefix(args.next(), context.options().family());
            checkFamily(prefix, "Invalid source address");
            spec.source = prefix.ip4().bits();
            spec.sourceLength = prefix.length();
        } else if (args.take("to")) {
            InetPrefix prefix = InetPrefix.prefix(args.next(), context.options().family());
            checkFamily(prefix, "Invalid dst address");
            spec.destination = prefix.ip4().bits();
            spec.destinationLength = prefix.length();
        } else if (args.take("tos") || args.takeAbbreviated("dsfield")) {
            String word = args.next();
            spec.tos = NameTable.DSFIELD.number(word).orElseThrow(() -> Args.invalid("TOS value is invalid\n", word));
        } else if (args.take("fwmark")) {
            readMark(args.next());
        } else if (args.take("dev") || args.take("iif")) {
            spec.inputDevice = readDevice(args, "\"iif\"/\"dev\" not a valid ifname");
        } else if (args.take("oif")) {
            spec.outputDevice = readDevice(args, "\"oif\" not a valid ifname");
        } else if (args.take("uidrange")) {
            spec.users = readUsers(args.next());
        } else if (args.take("ipproto")) {
            String word = args.next();
            spec.ipProtocol =
                    IpProtocolNames.number(word).orElseThrow(() -> Args.invalid("Invalid \"ipproto\" value\n", word));
        } else if (args.take("sport")) {
            spec.sourcePorts = readPorts(args.next());
        } else if (args.take("dport")) {
            spec.destinationPorts = readPorts(args.next());
        } else {
            return false;
        }
        return true;
    }

    private void checkFamily(InetPrefix prefix, String why) {
        if (prefix.address() != null
                && prefix.family() == AddressFamily.INET6
                && context.options().family() != AddressFamily.INET6) {
            throw new KernelError(Errno.EINVAL, why);
        }
    }

    /// What is said of the rule itself.
    private boolean readRule(Args args) {
        if (args.takeAbbreviated("preference") || args.takeAbbreviated("order") || args.takeAbbreviated("priority")) {
            spec.priority = (int) args.nextU32("preference value is invalid\n");
        } else if (args.takeAbbreviated("realms")) {
            spec.realms = Realms.read(args.next());
        } else if (args.takeAbbreviated("protocol")) {
            String word = args.next();
            spec.protocol = NameTable.PROTOCOLS
                    .number(word)
                    .orElseThrow(() -> Args.invalid("\"protocol\" value is invalid\n", word));
        } else if (args.takeAbbreviated("table") || args.take("lookup")) {
            String word = args.next();
            spec.table = NameTable.TABLES.number(word).orElseThrow(() -> Args.invalid("invalid table ID\n", word));
            tableKnown = true;
        } else if (args.takeAbbreviated("suppress_prefixlength") || args.take("sup_pl")) {
            spec.suppressLength = args.nextInteger("suppress_prefixlength value is invalid\n");
            if (spec.suppressLength < 0) {
                throw Args.invalid("suppress_prefixlength value is invalid\n", args.previous());
            }
        } else if (args.takeAbbreviated("suppress_ifgroup") || args.take("sup_group")) {
            String word = args.next();
            spec.suppressGroup = NameTable.GROUPS
                    .number(word)
                    .orElseThrow(() -> Args.invalid("Invalid \"suppress_ifgroup\" value\n", word));
        } else if (args.take("l3mdev")) {
            spec.masterTable = true;
            tableKnown = true;
        } else {
            return false;
        }
        return true;
    }

    private void readAction(Args args) {
        boolean unused = args.take("type");
        if (args.take("nat") || args.takeAbbreviated("map-to")) {
            context.session().err("Warning: route NAT is deprecated\n");
            InetPrefix ignored = InetPrefix.address(args.next(), AddressFamily.INET);
            spec.action = RuleAction.NAT;
            return;
        }
        if (args.matches("help")) {
            throw RuleHelp.failure();
        }
        if (args.takeAbbreviated("goto")) {
            spec.target = (int) args.nextU32("invalid target\n");
            spec.action = RuleAction.GOTO;
        } else if (args.takeAbbreviated("nop")) {
            spec.action = RuleAction.NOP;
        } else {
            String word = args.next();
            spec.action = RouteType.read(word)
                    .flatMap(RuleAction::of)
                    .orElseThrow(() -> Args.invalid("Failed to parse rule type", word));
        }
        tableKnown = true;
    }

    private void readMark(String word) {
        int slash = word.indexOf('/');
        String value = slash < 0 ? word : word.substring(0, slash);
        spec.mark = (int)
                Numbers.unsigned(value, 0, 32).orElseThrow(() -> Args.invalid("fwmark value is invalid\n", value));
        if (slash >= 0) {
            String mask = word.substring(slash + 1);
            spec.mask = (int)
                    Numbers.unsigned(mask, 0, 32).orElseThrow(() -> Args.invalid("fwmask value is invalid\n", mask));
        }
    }

    private static String readDevice(Args args, String why) {
        String word = args.next();
        if (!Devices.isName(word)) {
            throw Args.invalid(why, word);
        }
        return word;
    }

    static Range readUsers(String word) {
        Matcher range = USERS.matcher(word);
        if (!range.matches()) {
            throw Args.invalid("invalid UID range\n", word);
        }
        return new Range((int) Long.parseLong(range.group(1)), (int) Long.parseLong(range.group(2)));
    }

    /// One port or two, cut to 16 bits as sscanf(3) does.
    static Range readPorts(String word) {
        Matcher range = PORTS.matcher(word);
        if (!range.matches()) {
            throw Args.invalid("invalid port range\n", word);
        }
        int first = (int) Long.parseLong(range.group(1)) & 0xffff;
        int last = range.group(2) == null ? first : (int) Long.parseLong(range.group(2)) & 0xffff;
        return new Range(first, last);
    }
}
