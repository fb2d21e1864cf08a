package dev.weft.iptables.memory;

import dev.weft.iptables.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One command line of iptables, read against the table that it names.
final class CommandLine {
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("--append", "-A"),
            Map.entry("--check", "-C"),
            Map.entry("--delete", "-D"),
            Map.entry("--insert", "-I"),
            Map.entry("--replace", "-R"),
            Map.entry("--list", "-L"),
            Map.entry("--list-rules", "-S"),
            Map.entry("--flush", "-F"),
            Map.entry("--zero", "-Z"),
            Map.entry("--new-chain", "-N"),
            Map.entry("--delete-chain", "-X"),
            Map.entry("--rename-chain", "-E"),
            Map.entry("--policy", "-P"),
            Map.entry("--source", "-s"),
            Map.entry("--src", "-s"),
            Map.entry("--destination", "-d"),
            Map.entry("--dst", "-d"),
            Map.entry("--in-interface", "-i"),
            Map.entry("--out-interface", "-o"),
            Map.entry("--protocol", "-p"),
            Map.entry("--proto", "-p"),
            Map.entry("--fragments", "-f"),
            Map.entry("--match", "-m"),
            Map.entry("--jump", "-j"),
            Map.entry("--goto", "-g"),
            Map.entry("--set-counters", "-c"),
            Map.entry("--numeric", "-n"),
            Map.entry("--verbose", "-v"),
            Map.entry("--exact", "-x"),
            Map.entry("--wait", "-w"),
            Map.entry("--wait-interval", "-W"),
            Map.entry("--table", "-t"));
    private static final String TAKES_CHAIN = "ACDIRNEP";
    private static final String MAY_TAKE_CHAIN = "LSFZX";
    private static final int LONGEST_NAME = 28;

    final RuleParser rule;
    char command;

    @Nullable
    String chain;

    @Nullable
    String second;

    int number;
    boolean isVerbose;

    CommandLine(Protocol family, Table table, List<String> arguments) {
        rule = new RuleParser(family, table);
        var words = new Scanner(separated(arguments));
        while (words.hasNext()) {
            read(words);
        }
        if (command == 0) {
            throw Failure.usage("no command specified");
        }
    }

    /// `-nvL` is `-n -v -L`, and `--table=nat` is `--table nat`.
    static List<String> separated(List<String> arguments) {
        var words = new ArrayList<String>();
        for (var word : arguments) {
            if (word.matches("-[nvx]+[LSn]?") && word.length() > 2) {
                word.substring(1).chars().forEach(letter -> words.add("-" + (char) letter));
            } else if (word.matches("--[a-z-]+=.*")) {
                words.addAll(List.of(word.split("=", 2)));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private void read(Scanner words) {
        var word = words.next();
        boolean negated = word.equals("!");
        if (negated) {
            word = words.argument("!");
        }
        if (!word.startsWith("-") || word.equals("-")) {
            throw Failure.badArgument(word);
        }
        var name = LONG_NAMES.getOrDefault(word, word);
        if (name.length() == 2 && (TAKES_CHAIN + MAY_TAKE_CHAIN).indexOf(name.charAt(1)) >= 0) {
            command(name.charAt(1), words);
        } else {
            option(negated, name, words);
        }
    }

    private void command(char letter, Scanner words) {
        if (command != 0) {
            throw Failure.usage("Cannot use -%c with -%c", letter, command);
        }
        command = letter;
        if (TAKES_CHAIN.indexOf(letter) >= 0) {
            chain = checked(words.argument("-" + letter));
        } else if (words.hasPlain()) {
            chain = words.next();
        }
        switch (letter) {
            case 'E', 'P' -> second = checked(words.argument("-" + letter));
            case 'I' -> number = words.hasPlain() ? number(words.next()) : 1;
            case 'D', 'L', 'S', 'Z' -> number = words.hasPlain() ? number(words.next()) : 0;
            case 'R' -> {
                if (!words.hasPlain()) {
                    throw Failure.usage("-R requires a rule number");
                }
                number = number(words.next());
            }
            default -> number = 0;
        }
    }

    private String checked(String name) {
        if (name.startsWith("-") || name.startsWith("!")) {
            throw Failure.usage("chain name not allowed to start with `%c'", name.charAt(0));
        }
        if (command != 'N' && command != 'E') {
            return name;
        }
        if (name.length() > LONGEST_NAME) {
            throw Failure.usage("chain name `%s' too long (must be under 29 chars)", name);
        }
        if (Extensions.isTarget(name)) {
            throw Failure.usage("chain name may not clash with target name");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw Failure.usage("Invalid chain name `%s'", name);
        }
        return name;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw Failure.usage("Invalid rule number `%s'", text);
        }
        return Integer.parseInt(text);
    }

    private void option(boolean negated, String name, Scanner words) {
        switch (name) {
            case "-s" -> rule.source(negated, words.argument(name));
            case "-d" -> rule.destination(negated, words.argument(name));
            case "-i" -> rule.input(negated, words.argument(name));
            case "-o" -> rule.output(negated, words.argument(name));
            case "-p" -> rule.protocol(negated, words.argument(name));
            case "-f" -> rule.fragment(negated);
            case "-m" -> rule.match(words.argument(name));
            case "-j" -> rule.jump(words.argument(name));
            case "-g" -> rule.goTo(words.argument(name));
            case "-c" -> rule.counters(words.argument(name), words.argument(name));
            case "-t", "-W" -> words.argument(name);
            case "-w" -> waiting(words);
            case "-v" -> isVerbose = true;
            case "-n", "-x", "-4", "-6" -> {}
            default -> rule.option(negated, name, words);
        }
    }

    private static void waiting(Scanner words) {
        if (words.hasPlain() && !words.next().matches("\\d+")) {
            throw Failure.usage("wait seconds not numeric");
        }
    }

    /// The table that a command line names.
    static String table(List<String> arguments) {
        var words = separated(arguments);
        int at = Math.max(words.lastIndexOf("-t"), words.lastIndexOf("--table"));
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "filter";
    }
}
