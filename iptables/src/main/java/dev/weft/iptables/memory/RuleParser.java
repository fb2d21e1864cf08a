package dev.weft.iptables.memory;

import dev.weft.iptables.Network;
import dev.weft.iptables.Protocol;
import dev.weft.iptables.memory.RuleSpec.Name;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects the words of a rule, one option after the other, as iptables does while it reads its command
/// line.
final class RuleParser {
    private static final int LONGEST_INTERFACE = 15;

    private final Protocol family;
    private final Table table;
    private final List<Use> matches = new ArrayList<>();
    private Name source = Name.ANY;
    private Name destination = Name.ANY;
    private Name input = Name.ANY;
    private Name output = Name.ANY;
    private Name protocol = Name.ANY;
    private String fragment = "";
    private Counters counters = Counters.ZERO;
    private @Nullable String targetName;
    private @Nullable Use target;
    private boolean isGoto;
    private boolean isLastTarget;

    RuleParser(Protocol family, Table table) {
        this.family = family;
        this.table = table;
    }

    void source(boolean negated, String text) {
        source = new Name(negated, text);
    }

    void destination(boolean negated, String text) {
        destination = new Name(negated, text);
    }

    private List<Network> networks(Name name) {
        if (name.isAny()) {
            return List.of(Network.parse(family == Protocol.IPV4 ? "0.0.0.0/0" : "::/0"));
        }
        var parts = name.text().split(",");
        if (name.negated() && parts.length > 1) {
            throw Failure.usage("! not allowed with multiple source or destination IP addresses");
        }
        return Arrays.stream(parts).map(part -> network(name.negated(), part)).toList();
    }

    private Network network(boolean negated, String text) {
        int slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        try {
            return network(negated, literal(host), slash < 0 ? "" : text.substring(slash));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("host/network `%s' not found", host);
        }
    }

    /// `10` and `10.1` are short for addresses, as long as no host has such a name.
    private String literal(String host) {
        if (family == Protocol.IPV4 && host.matches("\\d{1,3}(\\.\\d{1,3}){0,2}")) {
            return host
                    + ".0".repeat(3 - (int) host.chars().filter(c -> c == '.').count());
        }
        return host;
    }

    private Network network(boolean negated, String host, String mask) {
        var address = Network.parse(host);
        if (address.address().getAddress().length != (family == Protocol.IPV4 ? 4 : 16)) {
            throw new IllegalArgumentException(host);
        }
        try {
            var network = Network.parse(host + mask);
            return new Network(network.address(), network.mask(), negated).masked();
        } catch (IllegalArgumentException e) {
            throw Failure.usage("invalid mask `%s' specified", mask.substring(1));
        }
    }

    void input(boolean negated, String name) {
        input = new Name(negated, device(name));
    }

    void output(boolean negated, String name) {
        output = new Name(negated, device(name));
    }

    private static String device(String name) {
        if (name.length() > LONGEST_INTERFACE) {
            throw Failure.usage("interface name `%s' must be shorter than IFNAMSIZ (15)", name);
        }
        return name;
    }

    void protocol(boolean negated, String name) {
        if (!protocol.isAny()) {
            throw Failure.usage("multiple -p flags not allowed");
        }
        protocol = new Name(negated, Protocols.saved(name));
    }

    void fragment(boolean negated) {
        if (family == Protocol.IPV6) {
            throw Failure.usage("`-f' is not supported in IPv6, use -m frag instead");
        }
        fragment = negated ? "! -f" : "-f";
    }

    void counters(String packets, String bytes) {
        try {
            counters = new Counters(Long.parseUnsignedLong(packets), Long.parseUnsignedLong(bytes));
        } catch (NumberFormatException e) {
            throw Failure.usage("-c packet counter not numeric");
        }
    }

    void match(String name) {
        matches.add(new Use(Extensions.match(name), Options.NONE));
        isLastTarget = false;
    }

    void jump(String name) {
        if (targetName != null) {
            throw Failure.usage("multiple -j flags not allowed");
        }
        targetName = name;
        if (table.find(name) == null) {
            target = new Use(Extensions.target(name), Options.NONE);
            isLastTarget = true;
        }
    }

    void goTo(String name) {
        if (table.find(name) == null) {
            throw Failure.kernel(Failure.NO_SUCH);
        }
        targetName = name;
        isGoto = true;
    }

    /// An option that only a match or target can have.
    void option(boolean negated, String name, Scanner words) {
        if (target != null && target.extension().has(name)) {
            target = with(target, negated, name, words);
            return;
        }
        var owner = owner(name).or(() -> implied(name));
        if (owner.isPresent()) {
            var match = owner.get();
            matches.set(matches.indexOf(match), with(match, negated, name, words));
        } else {
            openOption(negated, name, words);
        }
    }

    private Optional<Use> owner(String option) {
        return matches.stream().filter(match -> match.extension().has(option)).reduce((first, last) -> last);
    }

    /// `-p tcp --dport 22` needs no `-m tcp`.
    private Optional<Use> implied(String option) {
        var match = Extensions.ofProtocol(protocol.text());
        if (match == null || !match.has(option) || protocol.negated()) {
            return Optional.empty();
        }
        var use = new Use(match, Options.NONE);
        matches.add(use);
        return Optional.of(use);
    }

    private void openOption(boolean negated, String name, Scanner words) {
        if (target != null && isLastTarget && target.extension().isOpen) {
            target = target.with(open(negated, name, words));
        } else if (!matches.isEmpty() && matches.getLast().extension().isOpen) {
            matches.set(matches.size() - 1, matches.getLast().with(open(negated, name, words)));
        } else {
            throw Failure.usage("unknown option \"%s\"", name);
        }
    }

    private static Option open(boolean negated, String name, Scanner words) {
        var values = new ArrayList<String>();
        while (words.hasPlain()) {
            values.add(words.next());
        }
        return new Option(negated, name, values);
    }

    private static Use with(Use use, boolean negated, String name, Scanner words) {
        var form = use.extension().form(name);
        var values = new ArrayList<String>();
        while (values.size() < form.values()) {
            values.add(words.argument(name));
        }
        return use.with(new Option(negated, form.name(), form.saved().apply(values)));
    }

    /// One rule for each pair of a source and a destination.
    List<RuleSpec> rules() {
        var rules = new ArrayList<RuleSpec>();
        for (var from : networks(source)) {
            for (var to : networks(destination)) {
                rules.add(finished(rule(from, to)));
            }
        }
        return rules;
    }

    private RuleSpec rule(Network from, Network to) {
        return new RuleSpec(
                from,
                to,
                input,
                output,
                protocol,
                fragment,
                matches,
                targetName == null ? "" : targetName,
                isGoto,
                target == null ? Options.NONE : target.options(),
                counters);
    }

    private RuleSpec finished(RuleSpec rule) {
        var finished = rule.matches().stream()
                .map(use -> new Use(use.extension(), use.extension().finish(use.options(), rule)))
                .toList();
        var options = target == null ? Options.NONE : target.extension().finish(target.options(), rule);
        return new RuleSpec(
                rule.source(),
                rule.destination(),
                rule.input(),
                rule.output(),
                rule.protocol(),
                rule.fragment(),
                finished,
                rule.target(),
                rule.isGoto(),
                options,
                rule.counters());
    }

    /// A device that packets of the chain cannot have come from, or go to, is a mistake.
    void checkDevices(String chain) {
        if (!output.isAny() && (chain.equals("INPUT") || chain.equals("PREROUTING"))) {
            throw Failure.usage("Can't use -o with %s\n", chain);
        }
        if (!input.isAny() && (chain.equals("OUTPUT") || chain.equals("POSTROUTING"))) {
            throw Failure.usage("Can't use -i with %s\n", chain);
        }
    }
}
