package dev.weft.net.netfilter.iptables;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.table.AddressMask;
import dev.weft.net.netfilter.table.Basics;
import dev.weft.net.netfilter.table.DeviceMask;
import dev.weft.net.netfilter.table.Extension;
import dev.weft.net.netfilter.table.Match;
import dev.weft.net.netfilter.table.MatchType;
import dev.weft.net.netfilter.table.OptionInput;
import dev.weft.net.netfilter.table.OptionValues;
import dev.weft.net.netfilter.table.ProtocolNames;
import dev.weft.net.netfilter.table.RuleDraft;
import dev.weft.net.netfilter.table.Target;
import dev.weft.net.netfilter.table.TargetType;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads one command line, or one line of `iptables-restore` (iptables: `do_parse`).
final class OrderParser implements RuleDraft {
    private static final int LONGEST_DEVICE = 15;
    private static final int LONGEST_CHAIN = 28;

    private final Tool tool;
    private final NetNamespace namespace;
    private final Extensions extensions;
    private final OptionScanner scanner;
    private final Addresses addresses;
    private final Consumer<String> warnings;
    private final boolean restores;
    private final int line;

    private final EnumSet<Verb> verbs = EnumSet.noneOf(Verb.class);
    private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    private final EnumSet<Flag> inverted = EnumSet.noneOf(Flag.class);
    private final List<ExtensionReader<Match>> matches = new ArrayList<>();
    private @Nullable ExtensionReader<Target> target;
    private String table;
    private @Nullable String chain;
    private int number;
    private String newName = "";
    private String policy = "";
    private int verbosity;
    private String jump = "";
    private boolean isGoto;
    private String protocolWord = "";
    private boolean protocolLoaded;
    private int protocol;
    private DeviceMask in = DeviceMask.ANY;
    private DeviceMask out = DeviceMask.ANY;
    private String source = "";
    private String destination = "";
    private long packets;
    private long bytes;
    private boolean waits;
    private boolean waitInterval;
    private boolean bang;

    /// Where a line comes from.
    ///
    /// @param table    that of `-t`, unless the line says another
    /// @param line     of the file that is read; 0 for a command line
    record Source(NetNamespace namespace, List<String> words, String table, int line) {}

    OrderParser(Tool tool, Extensions extensions, @Nullable HostNames hosts, Source from, Consumer<String> warnings) {
        this.tool = tool;
        this.extensions = extensions;
        this.warnings = warnings;
        this.table = from.table;
        this.line = from.line;
        this.namespace = from.namespace;
        this.restores = from.line > 0;
        scanner = new OptionScanner(from.words, OwnOptions.LETTERS, OwnOptions.LONG);
        addresses = new Addresses(tool.family(), hosts);
    }

    // ---- what extensions may know

    @Override
    public NetNamespace namespace() {
        return namespace;
    }

    @Override
    public HookFamily family() {
        return tool.family();
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public int protocol() {
        return protocol;
    }

    @Override
    public boolean isProtocolInverted() {
        return inverted.contains(Flag.PROTOCOL);
    }

    @Override
    public void warn(String text) {
        warnings.accept(text);
    }

    // ---- the words, one by one

    /// @return null when the line is for the other family and is to be passed over
    @Nullable
    Order parse() {
        while (true) {
            OptionScanner.Kind kind = scanner.next();
            if (kind == OptionScanner.Kind.END) {
                return finish();
            }
            if (kind == OptionScanner.Kind.OWN && isForOtherFamily(scanner.letter())) {
                if (!restores) {
                    throw new CommandExit(2, "", tool.tryHelp(line));
                }
                return null;
            }
            if (read(kind)) {
                bang = false;
            }
        }
    }

    private boolean isForOtherFamily(char letter) {
        return letter == (tool.isIp4() ? '6' : '4');
    }

    /// @return whether a `!` that stood in front has been used up
    private boolean read(OptionScanner.Kind kind) {
        switch (kind) {
            case OPERAND -> {
                operand(scanner.argument());
                return false;
            }
            case OWN -> own(scanner.letter());
            case EXTENSION -> extension(scanner.owner());
            case UNKNOWN, ARGUMENT_MISSING, END -> {
                if (!loadProtocol()) {
                    throw XtablesError.parameter(
                            kind == OptionScanner.Kind.UNKNOWN
                                    ? "unknown option \"" + scanner.unknown() + "\""
                                    : "option \"" + scanner.lastWord() + "\" requires an argument");
                }
                scanner.again();
                return false;
            }
        }
        return true;
    }

    private void operand(String word) {
        if (!word.equals("!")) {
            throw new CommandExit(2, "", "Bad argument `" + word + "'\n" + tool.tryHelp(line));
        }
        if (bang) {
            throw XtablesError.parameter("multiple consecutive ! not allowed");
        }
        bang = true;
    }

    private void own(char letter) {
        switch (letter) {
            case 'A' -> named(Verb.APPEND);
            case 'C' -> named(Verb.CHECK);
            case 'D' -> {
                named(Verb.DELETE);
                if (takeNumber()) {
                    verbs.remove(Verb.DELETE);
                    verbs.add(Verb.DELETE_NUMBER);
                }
            }
            case 'R' -> {
                named(Verb.REPLACE);
                if (!takeNumber()) {
                    throw XtablesError.parameter("-R requires a rule number");
                }
            }
            case 'I' -> {
                named(Verb.INSERT);
                if (!takeNumber()) {
                    number = 1;
                }
            }
            case 'L' -> {
                optionallyNamed(Verb.LIST, Verb.ZERO, Verb.ZERO_NUMBER);
                takeNumber();
            }
            case 'S' -> {
                optionallyNamed(Verb.LIST_RULES, Verb.ZERO, Verb.ZERO_NUMBER);
                takeNumber();
            }
            case 'F' -> optionallyNamed(Verb.FLUSH);
            case 'Z' -> {
                optionallyNamed(Verb.ZERO, Verb.LIST, Verb.LIST_RULES);
                if (takeNumber()) {
                    verbs.remove(Verb.ZERO);
                    verbs.add(Verb.ZERO_NUMBER);
                }
            }
            case 'N' -> {
                ChainNames.check(scanner.argument(), extensions);
                named(Verb.NEW_CHAIN);
            }
            case 'X' -> optionallyNamed(Verb.DELETE_CHAIN);
            case 'E' -> {
                named(Verb.RENAME_CHAIN);
                newName = demand("-E requires old-chain-name and new-chain-name");
            }
            case 'P' -> {
                named(Verb.SET_POLICY);
                policy = demand("-P requires a chain and a policy");
            }
            default -> ruleOrOutput(letter);
        }
    }

    private void ruleOrOutput(char letter) {
        switch (letter) {
            case 'p' -> protocol(scanner.argument());
            case 's' -> {
                set(Flag.SOURCE);
                source = scanner.argument();
            }
            case 'd' -> {
                set(Flag.DESTINATION);
                destination = scanner.argument();
            }
            case 'g' -> {
                set(Flag.JUMP);
                isGoto = true;
                jump = targetName(scanner.argument());
            }
            case 'j' -> {
                set(Flag.JUMP);
                jump(scanner.argument());
            }
            case 'i' -> in = device(Flag.IN);
            case 'o' -> out = device(Flag.OUT);
            case 'f' -> {
                if (!tool.isIp4()) {
                    throw XtablesError.parameter("`-f' is not supported in IPv6, use -m frag instead");
                }
                set(Flag.FRAGMENT);
            }
            case 'm' -> match(scanner.argument());
            case 'c' -> counters();
            default -> output(letter);
        }
    }

    private void output(char letter) {
        switch (letter) {
            case 'v' -> {
                if (verbosity++ == 0) {
                    set(Flag.VERBOSE);
                }
            }
            case 'n' -> set(Flag.NUMERIC);
            case 'x' -> set(Flag.EXPANDED);
            case '0' -> set(Flag.LINE_NUMBERS);
            case 't' -> {
                if (bang) {
                    throw XtablesError.parameter("unexpected ! flag before --table");
                }
                if (restores) {
                    throw XtablesError.parameter("The -t option cannot be used in " + tool.name() + ".\n");
                }
                table = scanner.argument();
            }
            case 'V' -> {
                String version = Tool.VERSION + " (" + tool.personality().variant() + ")";
                throw new CommandExit(0, bang ? "Not " + version + " ;-)\n" : tool.nameAndVersion() + "\n", "");
            }
            case 'h' -> help();
            case 'w' -> lockWait();
            case 'W' -> lockInterval();
            default -> {
                // -4, -6, -M: nothing to do
            }
        }
    }

    // ---- verbs

    private void named(Verb verb) {
        add(verb);
        chain = scanner.argument();
    }

    private void optionallyNamed(Verb verb, Verb... companions) {
        add(verb, companions);
        if (scanner.hasArgument()) {
            chain = scanner.argument();
        } else {
            String word = scanner.takeArgument();
            chain = word != null ? word : chain;
        }
    }

    private void add(Verb verb, Verb... companions) {
        if (bang) {
            throw XtablesError.parameter("unexpected '!' flag");
        }
        for (Verb other : verbs) {
            if (!List.of(companions).contains(other)) {
                throw XtablesError.parameter("Cannot use -" + verb.letter() + " with -" + other.letter());
            }
        }
        verbs.add(verb);
    }

    private boolean takeNumber() {
        String word = scanner.takeArgument();
        if (word == null) {
            return false;
        }
        OptionalLong given = OptionValues.number(word);
        if (given.isEmpty() || given.getAsLong() < 1 || given.getAsLong() > Integer.MAX_VALUE) {
            throw XtablesError.parameter("Invalid rule number `" + word + "'");
        }
        number = (int) given.getAsLong();
        return true;
    }

    private String demand(String complaint) {
        String word = scanner.takeArgument();
        if (word == null) {
            throw XtablesError.parameter(complaint);
        }
        return word;
    }

    // ---- the rule

    private void set(Flag flag) {
        if (!flags.add(flag)) {
            throw XtablesError.parameter("multiple -" + flag.letter() + " flags not allowed");
        }
        if (bang) {
            if (!flag.isInvertible()) {
                throw XtablesError.parameter("cannot have ! before -" + flag.letter());
            }
            inverted.add(flag);
        }
    }

    private void protocol(String word) {
        set(Flag.PROTOCOL);
        protocolWord = word.toLowerCase(Locale.ROOT);
        OptionalLong digits = OptionValues.number(protocolWord);
        if (digits.isPresent() && digits.getAsLong() <= 255) {
            protocol = (int) digits.getAsLong();
        } else {
            OptionalInt named = ProtocolNames.number(protocolWord);
            if (named.isEmpty()) {
                throw XtablesError.parameter("unknown protocol \"" + protocolWord + "\" specified");
            }
            protocol = named.getAsInt();
        }
        if (protocol == 0 && inverted.contains(Flag.PROTOCOL)) {
            throw XtablesError.parameter("rule would never match protocol");
        }
        if (!tool.isIp4() && ProtocolNames.isExtensionHeader(protocol) && !inverted.contains(Flag.PROTOCOL)) {
            warnings.accept("Warning: never matched protocol: " + protocolWord + ". use extension match instead.\n");
        }
    }

    private DeviceMask device(Flag flag) {
        String name = scanner.argument();
        if (name.isEmpty()) {
            throw XtablesError.parameter("Empty interface is likely to be undesired");
        }
        set(flag);
        if (name.length() > LONGEST_DEVICE) {
            throw XtablesError.parameter(
                    "interface name `" + name + "' must be shorter than IFNAMSIZ (" + LONGEST_DEVICE + ")");
        }
        if (name.contains("/") || name.contains(" ")) {
            warnings.accept("Warning: weird character in interface `" + name
                    + "' ('/' and ' ' are not allowed by the kernel).\n");
        }
        return new DeviceMask(name, inverted.contains(flag));
    }

    private static String targetName(String name) {
        if (name.isEmpty()) {
            throw XtablesError.parameter("Invalid target name (too short)");
        }
        if (name.length() > LONGEST_CHAIN) {
            throw XtablesError.parameter("Invalid target name `" + name + "' (" + LONGEST_CHAIN + " chars max)");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw XtablesError.parameter("Invalid target name `" + name + "'");
        }
        return name;
    }

    private void jump(String word) {
        jump = targetName(word);
        TargetType type = extensions.target(jump);
        if (type != null) {
            scanner.offer(type);
            target = new ExtensionReader<>(type, type.builder(this));
        }
    }

    private void match(String name) {
        if (bang) {
            throw XtablesError.parameter("unexpected ! flag before --match");
        }
        MatchType type = extensions.match(name);
        if (type == null) {
            throw XtablesError.parameter("Couldn't load match `" + name + "':No such file or directory\n");
        }
        use(type);
    }

    private void use(MatchType type) {
        scanner.offer(type);
        matches.add(new ExtensionReader<>(type, type.builder(this)));
    }

    /// An option that nobody knows may be one of the protocol's own match.
    private boolean loadProtocol() {
        MatchType type = protocolWord.isEmpty() ? null : extensions.match(protocolName());
        boolean known = matches.stream().anyMatch(reader -> reader.type() == type);
        if (type == null || known && protocolLoaded) {
            return false;
        }
        protocolLoaded = true;
        use(type);
        return true;
    }

    private String protocolName() {
        return OptionValues.number(protocolWord).isPresent()
                ? ProtocolNames.name(protocol).orElse("")
                : protocolWord;
    }

    private void extension(Extension owner) {
        ExtensionReader<Target> jumping = target;
        if (jumping != null && jumping.type() == owner) {
            jumping.read(scanner.option(), input());
            return;
        }
        for (ExtensionReader<Match> reader : matches.reversed()) {
            if (reader.type() == owner) {
                reader.read(scanner.option(), input());
                return;
            }
        }
    }

    private OptionInput input() {
        return new Input(scanner, scanner.argument(), scanner.hasArgument(), bang);
    }

    private record Input(OptionScanner scanner, String argument, boolean hasArgument, boolean isInverted)
            implements OptionInput {
        @Override
        public @Nullable String nextWord() {
            return scanner.takeArgument();
        }
    }

    private void counters() {
        set(Flag.COUNTERS);
        String first = scanner.argument();
        int comma = first.indexOf(',', 1);
        String second = comma < 0 ? scanner.takeArgument() : first.substring(comma + 1);
        if (second == null) {
            throw XtablesError.parameter("-c requires packet and byte counter");
        }
        packets = count(first, "-c packet counter not numeric");
        bytes = count(second, "-c byte counter not numeric");
    }

    private static long count(String text, String complaint) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        try {
            return Long.parseUnsignedLong(text.substring(0, end));
        } catch (NumberFormatException e) {
            throw XtablesError.parameter(complaint);
        }
    }

    // ---- help and the lock

    private void help() {
        if (matches.isEmpty() && !protocolWord.isEmpty()) {
            MatchType type = extensions.match(protocolName());
            if (type != null) {
                use(type);
            }
        }
        StringBuilder text = new StringBuilder(Help.of(tool));
        ExtensionReader<Target> jumping = target;
        if (jumping != null) {
            text.append('\n').append(jumping.type().help(family()));
        }
        matches.forEach(reader -> text.append('\n').append(reader.type().help(family())));
        throw new CommandExit(0, text.toString(), "");
    }

    private void lockWait() {
        if (restores) {
            throw XtablesError.parameter("You cannot use `-w' from " + tool.name());
        }
        waits = true;
        String seconds = scanner.hasArgument() ? scanner.argument() : scanner.takeArgument();
        if (seconds != null && !seconds.matches("\\s*[+-]?[0-9].*")) {
            throw XtablesError.parameter("wait seconds not numeric");
        }
    }

    private void lockInterval() {
        if (restores) {
            throw XtablesError.parameter("You cannot use `-W' from " + tool.name());
        }
        waitInterval = true;
        String interval = scanner.hasArgument() ? scanner.argument() : scanner.takeArgument();
        if (interval == null) {
            throw XtablesError.parameter("wait interval value required");
        }
        warnings.accept("Ignoring deprecated --wait-interval option.\n");
    }

    // ---- the whole

    private Order finish() {
        if (table.equals("nat") && (policy.equals("DROP") || jump.equals("DROP"))) {
            throw XtablesError.parameter("\nThe \"nat\" table is not intended for filtering, "
                    + "the use of DROP is therefore inhibited.\n\n");
        }
        if (!waits && waitInterval) {
            throw XtablesError.parameter("--wait-interval only makes sense with --wait\n");
        }
        List<Match> built = new ArrayList<>(matches.size());
        for (ExtensionReader<Match> reader : matches) {
            built.add(reader.finish());
        }
        Target builtTarget = target == null ? null : target.finish();
        if (scanner.hasMore()) {
            throw XtablesError.parameter("unknown arguments found on commandline");
        }
        if (verbs.isEmpty()) {
            throw XtablesError.parameter("no command specified");
        }
        if (bang) {
            throw XtablesError.parameter("nothing appropriate following !");
        }
        List<AddressMask> sources = addresses(source, Flag.SOURCE);
        List<AddressMask> destinations = addresses(destination, Flag.DESTINATION);
        checkAddresses(sources, destinations);
        checkFlags();
        return new Order(
                verbs,
                table,
                chain,
                number,
                newName,
                policy,
                flags,
                verbosity,
                basics(),
                sources,
                destinations,
                built,
                builtTarget,
                jump,
                isGoto,
                packets,
                bytes);
    }

    private List<AddressMask> addresses(String list, Flag flag) {
        return flags.contains(flag) ? addresses.parse(list, inverted.contains(flag)) : List.of(AddressMask.ANY);
    }

    private void checkAddresses(List<AddressMask> sources, List<AddressMask> destinations) {
        boolean several = sources.size() > 1 || destinations.size() > 1;
        if (several && (inverted.contains(Flag.SOURCE) || inverted.contains(Flag.DESTINATION))) {
            throw XtablesError.parameter("! not allowed with multiple source or destination IP addresses");
        }
        if (several && verbs.contains(Verb.REPLACE)) {
            throw XtablesError.parameter("Replacement rule does not specify a unique address");
        }
    }

    private void checkFlags() {
        for (Flag flag : flags) {
            if (!flag.fits(verbs)) {
                throw XtablesError.parameter("Illegal option `-" + flag.letter() + "' with this command");
            }
        }
        String name = chain;
        if (name == null) {
            return;
        }
        if (name.length() > LONGEST_CHAIN) {
            throw XtablesError.parameter(ChainNames.tooLong(name));
        }
        boolean incoming = name.equals("PREROUTING") || name.equals("INPUT");
        boolean outgoing = name.equals("POSTROUTING") || name.equals("OUTPUT");
        if (incoming && flags.contains(Flag.OUT) || outgoing && flags.contains(Flag.IN)) {
            throw XtablesError.parameter("Can't use -" + (incoming ? 'o' : 'i') + " with " + name + "\n");
        }
    }

    private Basics basics() {
        return new Basics(
                tool.family(),
                AddressMask.ANY,
                AddressMask.ANY,
                in,
                out,
                protocol,
                inverted.contains(Flag.PROTOCOL),
                flags.contains(Flag.PROTOCOL),
                flags.contains(Flag.FRAGMENT),
                inverted.contains(Flag.FRAGMENT));
    }
}
