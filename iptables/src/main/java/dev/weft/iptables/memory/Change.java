package dev.weft.iptables.memory;

import java.util.Objects;

/// Does to a table what a command line says; what it prints.
final class Change {
    private final Table table;
    private final CommandLine line;

    private Change(Table table, CommandLine line) {
        this.table = table;
        this.line = line;
    }

    static String apply(Table table, CommandLine line) {
        return new Change(table, line).apply();
    }

    private String apply() {
        switch (line.command) {
            case 'L' -> {
                return list();
            }
            case 'S' -> {
                return listRules();
            }
            case 'A' -> append();
            case 'I' -> insert();
            case 'R' -> replace();
            case 'C' -> find();
            case 'D' -> delete();
            case 'F' -> table.chains(line.chain).forEach(chain -> chain.rules.clear());
            case 'Z' -> zero();
            case 'N' -> table.create(name());
            case 'E' -> table.rename(name(), Objects.requireNonNull(line.second));
            case 'P' -> table.setPolicy(name(), Objects.requireNonNull(line.second), Counters.ZERO);
            case 'X' -> deleteChain();
            default -> throw new IllegalStateException("command " + line.command);
        }
        return "";
    }

    private String name() {
        return Objects.requireNonNull(line.chain);
    }

    private Chain chain() {
        return table.chain(name());
    }

    private void append() {
        line.rule.checkDevices(name());
        var rules = line.rule.rules();
        chain().rules.addAll(rules);
    }

    private void insert() {
        line.rule.checkDevices(name());
        var rules = line.rule.rules();
        var chain = chain();
        if (line.number > chain.rules.size() + 1) {
            throw Failure.kernel("Index of insertion too big.");
        }
        chain.rules.addAll(line.number - 1, rules);
    }

    private void replace() {
        line.rule.checkDevices(name());
        var rules = line.rule.rules();
        if (rules.size() > 1) {
            throw Failure.usage("Replacement rule does not specify a unique address");
        }
        var chain = chain();
        if (line.number > chain.rules.size()) {
            throw Failure.kernel("Index of replacement too big.");
        }
        chain.rules.set(line.number - 1, rules.getFirst());
    }

    /// The chain of all given rules, each of which is there.
    private Chain find() {
        var rules = line.rule.rules();
        var chain = table.find(name());
        if (chain == null || rules.stream().anyMatch(rule -> chain.indexOf(rule) < 0)) {
            throw Failure.kernel(Failure.BAD_RULE);
        }
        return chain;
    }

    private void delete() {
        if (line.number == 0) {
            var chain = find();
            line.rule.rules().forEach(rule -> chain.rules.remove(chain.indexOf(rule)));
            return;
        }
        var chain = chain();
        if (line.number > chain.rules.size()) {
            throw Failure.kernel("Index of deletion too big.");
        }
        chain.rules.remove(line.number - 1);
    }

    private void deleteChain() {
        if (line.chain == null) {
            table.deleteUsers();
        } else {
            table.delete(line.chain);
        }
    }

    private void zero() {
        for (var chain : table.chains(line.chain)) {
            if (line.number == 0) {
                chain.counters = Counters.ZERO;
            }
            for (int i = 0; i < chain.rules.size(); i++) {
                if (line.number == 0 || line.number == i + 1) {
                    chain.rules.set(i, chain.rules.get(i).withCounters(Counters.ZERO));
                }
            }
        }
    }

    private String list() {
        var text = new StringBuilder();
        for (var chain : table.chains(line.chain)) {
            text.append(text.isEmpty() ? "" : "\n").append(Printer.listing(table, chain, line.isVerbose));
        }
        return text.toString();
    }

    private String listRules() {
        var text = new StringBuilder();
        var chains = table.chains(line.chain);
        if (line.number == 0) {
            chains.forEach(
                    chain -> text.append(Printer.head(chain, line.isVerbose)).append('\n'));
        }
        for (var chain : chains) {
            for (int i = 0; i < chain.rules.size(); i++) {
                if (line.number == 0 || line.number == i + 1) {
                    text.append(Printer.rule(chain.name, chain.rules.get(i), line.isVerbose))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
