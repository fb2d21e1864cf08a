package dev.weft.net.netfilter.conntrack.tool;

import dev.weft.core.command.CommandFailure;
import dev.weft.core.command.GetOpt;
import dev.weft.core.wire.Ip4Address;
import dev.weft.core.wire.Ip6Address;
import dev.weft.core.wire.IpProtocol;
import dev.weft.net.netfilter.conntrack.ConnectionStatus;
import dev.weft.net.netfilter.conntrack.TcpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The command line of `conntrack`.
final class ToolOptions {
    static final String VERSION = "conntrack v1.4.7 (conntrack-tools)";

    private static final String SHORT = "L::I::U::D::G::E::F::hVC::Ss:d:r:q:p:t:u:e:n::g::j::m:f:o:w:l:zb:c:";

    // Long options without a letter.
    private static final int PORT = 1000;
    private static final int STATE = 1010;
    private static final int ICMP = 1020;
    private static final int MASK = 1030;
    private static final int ORIGINAL_ZONE = 1040;
    private static final int REPLY_ZONE = 1041;

    private static final List<GetOpt.Long> LONG = List.of(
            GetOpt.Long.flag("dump", 'L'),
            GetOpt.Long.flag("create", 'I'),
            GetOpt.Long.flag("delete", 'D'),
            GetOpt.Long.flag("update", 'U'),
            GetOpt.Long.flag("get", 'G'),
            GetOpt.Long.flag("flush", 'F'),
            GetOpt.Long.flag("event", 'E'),
            GetOpt.Long.flag("count", 'C'),
            GetOpt.Long.flag("stats", 'S'),
            GetOpt.Long.flag("version", 'V'),
            GetOpt.Long.flag("help", 'h'),
            GetOpt.Long.with("orig-src", 's'),
            GetOpt.Long.with("src", 's'),
            GetOpt.Long.with("orig-dst", 'd'),
            GetOpt.Long.with("dst", 'd'),
            GetOpt.Long.with("reply-src", 'r'),
            GetOpt.Long.with("reply-dst", 'q'),
            GetOpt.Long.with("protonum", 'p'),
            GetOpt.Long.with("timeout", 't'),
            GetOpt.Long.with("status", 'u'),
            GetOpt.Long.with("event-mask", 'e'),
            GetOpt.Long.flag("zero", 'z'),
            GetOpt.Long.with("mark", 'm'),
            GetOpt.Long.with("family", 'f'),
            GetOpt.Long.with("output", 'o'),
            GetOpt.Long.with("zone", 'w'),
            GetOpt.Long.with("label", 'l'),
            GetOpt.Long.with("buffer-size", 'b'),
            GetOpt.Long.with("secmark", 'c'),
            new GetOpt.Long("src-nat", GetOpt.Argument.OPTIONAL, 'n'),
            new GetOpt.Long("dst-nat", GetOpt.Argument.OPTIONAL, 'g'),
            new GetOpt.Long("any-nat", GetOpt.Argument.OPTIONAL, 'j'),
            GetOpt.Long.with("mask-src", MASK),
            GetOpt.Long.with("mask-dst", MASK + 1),
            GetOpt.Long.with("orig-zone", ORIGINAL_ZONE),
            GetOpt.Long.with("reply-zone", REPLY_ZONE),
            GetOpt.Long.with("sport", PORT),
            GetOpt.Long.with("orig-port-src", PORT),
            GetOpt.Long.with("dport", PORT + 1),
            GetOpt.Long.with("orig-port-dst", PORT + 1),
            GetOpt.Long.with("reply-port-src", PORT + 2),
            GetOpt.Long.with("reply-port-dst", PORT + 3),
            GetOpt.Long.with("state", STATE),
            GetOpt.Long.with("icmp-type", ICMP),
            GetOpt.Long.with("icmp-code", ICMP + 1),
            GetOpt.Long.with("icmp-id", ICMP + 2));

    private static final Map<String, Integer> PROTOCOLS = Map.of(
            "tcp", IpProtocol.TCP,
            "udp", IpProtocol.UDP,
            "udplite", IpProtocol.UDP_LITE,
            "icmp", IpProtocol.ICMP,
            "icmpv6", IpProtocol.ICMP6,
            "sctp", IpProtocol.SCTP,
            "dccp", IpProtocol.DCCP,
            "gre", IpProtocol.GRE);

    private static final Map<String, Integer> STATUSES = Map.of(
            "ASSURED",
            ConnectionStatus.ASSURED,
            "SEEN_REPLY",
            ConnectionStatus.SEEN_REPLY,
            "UNSET",
            0,
            "FIXED_TIMEOUT",
            ConnectionStatus.FIXED_TIMEOUT,
            "EXPECTED",
            ConnectionStatus.EXPECTED);

    private static final Set<String> OUTPUTS =
            Set.of("extended", "id", "timestamp", "ktimestamp", "labels", "userspace", "xml", "save");

    /// The letter of what is to be done, or 0.
    char verb;

    String table = "conntrack";
    final Wanted wanted = new Wanted();
    final List<String> output = new ArrayList<>();

    /// Bits of NEW, UPDATE and DESTROY, from 1; 0 for all.
    int eventMask;

    boolean zero;
    private boolean hasProtocol;
    private String illegal = "";

    /// @throws CommandFailure when the words make no sense
    static ToolOptions read(List<String> words) {
        ToolOptions options = new ToolOptions();
        options.readAll(joined(words));
        return options;
    }

    /// The address of -n, -g and -j may stand in a word of its own.
    private static List<String> joined(List<String> words) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean letter = Set.of("-n", "-g", "-j").contains(word);
            boolean name = Set.of("--src-nat", "--dst-nat", "--any-nat").contains(word);
            if ((letter || name) && i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                result.add(word + (name ? "=" : "") + words.get(++i));
            } else {
                result.add(word);
            }
        }
        return result;
    }

    private void readAll(List<String> words) {
        GetOpt scan = new GetOpt("conntrack", SHORT, LONG, words);
        for (int option = scan.next(); option != GetOpt.END; option = scan.next()) {
            if (option == GetOpt.WRONG) {
                throw wrong(scan.error());
            }
            if ("LIUDGEFhVCS".indexOf(option) >= 0) {
                if (verb != 0) {
                    throw parameter("Invalid commands combination");
                }
                verb = (char) option;
            } else {
                option(option, scan.hasArgument() ? scan.argument() : "");
            }
        }
        if (!scan.operands().isEmpty()) {
            table = scan.operands().getFirst();
            if (!Set.of("conntrack", "expect", "dying", "unconfirmed").contains(table)) {
                throw parameter("unknown type `" + table + "'");
            }
        }
        if (verb == 0 && !illegal.isEmpty()) {
            throw parameter("Illegal option `--" + illegal + "' with this command");
        }
    }

    private void option(int option, String text) {
        Wanted w = wanted;
        switch (option) {
            case 's', 'd', 'r', 'q' -> address("sdrq".indexOf(option), text);
            case 'p' -> protocol(text);
            case 't' -> w.timeout = number(text);
            case 'u' -> status(text);
            case 'e' -> events(text);
            case 'n' -> {
                w.wantsSourceNat = true;
                w.sourceNat = text.isEmpty() ? null : plain(text);
            }
            case 'g' -> {
                w.wantsDestinationNat = true;
                w.destinationNat = text.isEmpty() ? null : plain(text);
            }
            case 'j' -> {
                w.wantsAnyNat = true;
                w.anyNat = text.isEmpty() ? null : plain(text);
            }
            case 'm' -> mark(text);
            case 'f' -> family(text);
            case 'o' -> outputs(text);
            case 'w' -> w.zone = number(text);
            case 'z' -> zero = true;
            case ORIGINAL_ZONE -> w.originalZone = number(text);
            case REPLY_ZONE -> w.replyZone = number(text);
            case MASK -> w.masks[Wanted.ORIGINAL_SOURCE] = plain(text);
            case MASK + 1 -> w.masks[Wanted.ORIGINAL_DESTINATION] = plain(text);
            case 'b', 'c', 'l' -> {
                // buffers have no size here, there are no security marks, and labels no names
            }
            default -> ofProtocol(option, text);
        }
        if (illegal.isEmpty()) {
            illegal = LONG.stream()
                    .filter(l -> l.value() == option)
                    .findFirst()
                    .orElseThrow()
                    .name();
        }
    }

    private void ofProtocol(int option, String text) {
        Wanted w = wanted;
        String name = LONG.stream()
                .filter(l -> l.value() == option)
                .findFirst()
                .orElseThrow()
                .name();
        boolean tcp = w.protocol == IpProtocol.TCP;
        boolean icmp = w.protocol == IpProtocol.ICMP;
        boolean known = option == STATE ? tcp : option >= ICMP ? icmp : w.hasPorts();
        if (!hasProtocol || !known) {
            throw parameter("unknown option `--" + name + "'");
        }
        switch (option) {
            case STATE -> {
                w.state = TcpState.ALL.stream()
                        .filter(s -> s.name().equals(text) || s == TcpState.SYN_SENT2 && text.equals("LISTEN"))
                        .map(Enum::ordinal)
                        .findFirst()
                        .orElseThrow(() -> parameter("unknown TCP state `" + text + "'"));
            }
            case ICMP -> w.icmpType = number(text);
            case ICMP + 1 -> w.icmpCode = number(text);
            case ICMP + 2 -> w.icmpId = number(text);
            default -> w.ports[option - PORT] = number(text) & 0xffff;
        }
    }

    private void address(int which, String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (Ip4Address.parse(address).isEmpty() && Ip6Address.parse(address).isPresent()) {
            wanted.ip6 = true;
            return;
        }
        wanted.addresses[which] = plain(address);
        if (slash >= 0) {
            wanted.masks[which] = Ip4Address.mask(number(text.substring(slash + 1)));
        }
    }

    private static int plain(String text) {
        return Ip4Address.parse(text)
                .orElseThrow(() -> parameter("Invalid IP address `" + text + "'"))
                .bits();
    }

    private void protocol(String text) {
        Integer number = PROTOCOLS.get(text.toLowerCase(Locale.ROOT));
        if (number == null && text.matches("\\d{1,3}") && Integer.parseInt(text) < 256) {
            number = Integer.parseInt(text);
        }
        if (number == null) {
            throw parameter("`" + text + "' unsupported protocol");
        }
        wanted.protocol = number;
        hasProtocol = true;
    }

    private void family(String text) {
        switch (text) {
            case "ipv4" -> wanted.ip6 = false;
            case "ipv6" -> wanted.ip6 = true;
            default -> throw parameter("`" + text + "' unsupported protocol");
        }
    }

    private void status(String text) {
        for (String word : text.split(",")) {
            if (word.equals("UNREPLIED")) {
                wanted.unreplied = true;
                continue;
            }
            Integer bits = STATUSES.get(word);
            if (bits == null) {
                throw parameter("Bad parameter `" + text + "'");
            }
            wanted.status |= bits;
            wanted.hasStatus = true;
        }
    }

    private void events(String text) {
        for (String word : text.split(",")) {
            eventMask |= switch (word) {
                case "ALL" -> 7;
                case "NEW" -> 1;
                case "UPDATES" -> 2;
                case "DESTROY" -> 4;
                default -> throw parameter("Bad parameter `" + text + "'");
            };
        }
    }

    private void outputs(String text) {
        for (String word : text.split(",")) {
            if (!OUTPUTS.contains(word)) {
                throw parameter("Bad parameter `" + text + "'");
            }
            if (word.equals("xml")) {
                throw CommandFailure.exit(1, VERSION + ": XML is not supported here\n");
            }
            output.add(word);
        }
    }

    private void mark(String text) {
        int slash = text.indexOf('/');
        wanted.mark = number(slash < 0 ? text : text.substring(0, slash));
        wanted.markMask = slash < 0 ? -1 : number(text.substring(slash + 1));
    }

    /// As strtoul(3): what is no number is 0.
    private static int number(String text) {
        try {
            return (int) (long) Long.decode(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static CommandFailure wrong(String error) {
        String word = error.replaceFirst("^conntrack: ", "").strip();
        String quoted = word.replaceFirst("^.*'(?:--)?([^']*)'.*$", "$1");
        String option = (quoted.length() == 1 ? "-" : "--") + quoted;
        boolean lacks = word.contains("requires an argument");
        return parameter(lacks ? "option `" + option + "' requires an argument" : "unknown option `" + option + "'");
    }

    /// Kernel's word for it: `PARAMETER_PROBLEM`.
    static CommandFailure parameter(String text) {
        return CommandFailure.exit(
                2, VERSION + ": " + text + "\nTry `conntrack -h' or 'conntrack --help' for more information.\n");
    }
}
