package dev.weft.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables, chains and rules of one IP family, through the iptables command.
///
/// Tables and chains are named as iptables names them: `"filter"`, `"INPUT"`. A rule is given as the words
/// that follow `-A CHAIN` (`"-s", "10.0.0.0/8", "-j", "DROP"`) or as one line, as [#list] returns it, quotes
/// and all; the chain that is named beside it counts, not the one in the line. Rules are numbered from 1.
/// Every method runs commands, one after the other, and throws [IptablesException] when one fails or cannot
/// be run; what each says of errors goes beyond that. Instances hold no state: any number of threads may
/// share one.
public final class Iptables {
    private static final int NO_SUCH = 1;
    private static final int CHAIN_EXISTS = 1;

    private final Protocol protocol;
    private final Commands commands;

    Iptables(Protocol protocol, Commands commands) {
        this.protocol = protocol;
        this.commands = commands;
    }

    /// The host's iptables for IPv4.
    ///
    /// @throws IptablesException when it cannot be run
    public static Iptables open() {
        return builder().open();
    }

    /// The host's iptables for one IP family.
    ///
    /// @throws IptablesException when it cannot be run
    public static Iptables open(Protocol protocol) {
        return builder().protocol(protocol).open();
    }

    /// Another command, network namespace, timeout or runner.
    public static IptablesBuilder builder() {
        return new IptablesBuilder();
    }

    /// The IP family.
    public Protocol protocol() {
        return protocol;
    }

    /// The version of the command, and its mode; asked once.
    public Version version() {
        return commands.version();
    }

    /// Whether SNAT and MASQUERADE know `--random-fully`.
    public boolean hasRandomFully() {
        return version().hasRandomFully();
    }

    /// Whether the chain has this rule; false when there is no such chain. Before iptables 1.4.11 the rule
    /// must be written as listings write it.
    public boolean exists(String table, String chain, String... rule) {
        var words = Rule.of(chain, rule).withoutCounters().words();
        return version().hasCheck()
                ? succeeds(NO_SUCH, with(words, "-t", table, "-C", chain))
                : isListed(table, new Rule(chain, words));
    }

    private boolean isListed(String table, Rule rule) {
        return Listing.lines(run("-t", table, "-S")).stream()
                .filter(line -> line.startsWith("-A "))
                .map(Rule::parse)
                .anyMatch(rule::equals);
    }

    /// Inserts a rule at a position: at 1 it becomes the first.
    public void insert(String table, String chain, int position, String... rule) {
        run(with(Rule.of(chain, rule).words(), "-t", table, "-I", chain, Integer.toString(position)));
    }

    /// Inserts a rule unless the chain has it anywhere; whether it was inserted.
    public boolean insertUnique(String table, String chain, int position, String... rule) {
        if (exists(table, chain, rule)) {
            return false;
        }
        insert(table, chain, position, rule);
        return true;
    }

    /// Replaces the rule at a position.
    public void replace(String table, String chain, int position, String... rule) {
        run(with(Rule.of(chain, rule).words(), "-t", table, "-R", chain, Integer.toString(position)));
    }

    /// Appends a rule.
    public void append(String table, String chain, String... rule) {
        run(with(Rule.of(chain, rule).words(), "-t", table, "-A", chain));
    }

    /// Appends a rule unless the chain has it anywhere; whether it was appended.
    public boolean appendUnique(String table, String chain, String... rule) {
        if (exists(table, chain, rule)) {
            return false;
        }
        append(table, chain, rule);
        return true;
    }

    /// Deletes the first rule that equals the given one.
    ///
    /// @throws IptablesException with `isNotExist()` when there is none
    public void delete(String table, String chain, String... rule) {
        run(with(Rule.of(chain, rule).withoutCounters().words(), "-t", table, "-D", chain));
    }

    /// Deletes the first rule that equals the given one, if there is one; whether there was.
    public boolean deleteIfExists(String table, String chain, String... rule) {
        if (!exists(table, chain, rule)) {
            return false;
        }
        delete(table, chain, rule);
        return true;
    }

    /// Deletes the rule with a number.
    public void deleteById(String table, String chain, int id) {
        run("-t", table, "-D", chain, Integer.toString(id));
    }

    /// The rule with a number, as `-A CHAIN …`; empty when the chain has fewer.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public Optional<String> listById(String table, String chain, int id) {
        return Listing.lines(run("-t", table, "-S", chain, Integer.toString(id))).stream()
                .findFirst();
    }

    /// The chain, as `-P CHAIN POLICY` or `-N CHAIN`, and its rules, as `-A CHAIN …`.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public List<String> list(String table, String chain) {
        return Listing.lines(run("-t", table, "-S", chain));
    }

    /// The same lines, and `-c PACKETS BYTES` in each that counts: where, depends on the version of iptables.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public List<String> listWithCounters(String table, String chain) {
        return Listing.lines(run("-t", table, "-v", "-S", chain));
    }

    /// The names of a table's chains, the built-in ones first.
    public List<String> listChains(String table) {
        return Listing.chains(run("-t", table, "-S"));
    }

    /// Whether there is such a chain.
    public boolean chainExists(String table, String chain) {
        return succeeds(NO_SUCH, List.of("-t", table, "-S", chain, "1"));
    }

    /// The chain's rules as `iptables -L CHAIN -n -v -x` lists them, each in ten fields: packets, bytes,
    /// target, protocol, opt, in, out, source and destination (always with a prefix or mask), options.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public List<List<String>> stats(String table, String chain) {
        return Listing.rows(run("-t", table, "-L", chain, "-n", "-v", "-x"));
    }

    /// The same as records.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public List<Stat> structuredStats(String table, String chain) {
        return stats(table, chain).stream().map(Stat::parse).toList();
    }

    /// Makes a chain.
    ///
    /// @throws IptablesException with status 1 when there is one of that name
    public void newChain(String table, String chain) {
        run("-t", table, "-N", chain);
    }

    /// Empties a chain; makes it if it is not there.
    public void clearChain(String table, String chain) {
        if (!succeeds(CHAIN_EXISTS, List.of("-t", table, "-N", chain))) {
            run("-t", table, "-F", chain);
        }
    }

    /// Renames a chain of the user's own; rules that jump to it go on doing so.
    public void renameChain(String table, String oldChain, String newChain) {
        run("-t", table, "-E", oldChain, newChain);
    }

    /// Deletes a chain that is empty and that no rule jumps to.
    ///
    /// @throws IptablesException with `isNotExist()` when there is no such chain
    public void deleteChain(String table, String chain) {
        run("-t", table, "-X", chain);
    }

    /// Empties and deletes a chain, if it is there; whether it was.
    public boolean clearAndDeleteChain(String table, String chain) {
        if (!chainExists(table, chain)) {
            return false;
        }
        run("-t", table, "-F", chain);
        run("-t", table, "-X", chain);
        return true;
    }

    /// Deletes all rules of the table `filter`.
    public void clearAll() {
        clearAll("filter");
    }

    /// Deletes all rules of a table.
    public void clearAll(String table) {
        run("-t", table, "-F");
    }

    /// Deletes all chains of the user's own in the table `filter`; they must be empty and not jumped to.
    public void deleteAll() {
        deleteAll("filter");
    }

    /// Deletes all chains of the user's own in a table; they must be empty and not jumped to.
    public void deleteAll(String table) {
        run("-t", table, "-X");
    }

    /// Sets what a built-in chain does at its end: `ACCEPT` or `DROP`.
    public void changePolicy(String table, String chain, String target) {
        run("-t", table, "-P", chain, target);
    }

    /// Changes to be made together, in one `iptables-restore`.
    public Batch batch() {
        return new Batch(commands);
    }

    /// All tables as text for [#restore], with counters (`iptables-save -c`).
    public String save() {
        return commands.save(List.of("-c"));
    }

    /// One table as text for [#restore], with counters.
    public String save(String table) {
        return commands.save(List.of("-c", "-t", table));
    }

    /// Puts the tables of a text in place of what they were, with counters (`iptables-restore -c`); each at
    /// once or not at all, in the text's order. Tables that it does not name stay as they are.
    ///
    /// @throws IptablesException when a line is refused: its `failedLine()` is that line
    public void restore(String text) {
        commands.restore(text, List.of("-c"));
    }

    private String run(String... arguments) {
        return run(List.of(arguments));
    }

    private String run(List<String> arguments) {
        return commands.run(arguments);
    }

    /// Runs a command that may well fail with the given status, to say no.
    private boolean succeeds(int no, List<String> arguments) {
        try {
            run(arguments);
            return true;
        } catch (IptablesException e) {
            if (e.exitStatus() == no) {
                return false;
            }
            throw e;
        }
    }

    private static List<String> with(List<String> rule, String... command) {
        var words = new ArrayList<>(List.of(command));
        words.addAll(rule);
        return words;
    }

    /// The command, its version, and its family.
    @Override
    public String toString() {
        return commands.path() + " " + version();
    }
}
