package dev.weft.iptables.memory;

import dev.weft.iptables.Protocol;
import dev.weft.iptables.Runner;
import dev.weft.iptables.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One run of iptables-restore: each table is changed in a copy, which takes the table's place at `COMMIT`.
final class Restore {
    private static final Pattern CHAIN = Pattern.compile(":(\\S+)\\s+(\\S+)(?:\\s+\\[(\\d+):(\\d+)])?\\s*");
    private static final Pattern COUNTED = Pattern.compile("\\[(\\d+):(\\d+)]\\s*(.*)");

    private final Protocol family;
    private final Map<String, Table> tables;
    private final String command;
    private final boolean keeps;
    private final boolean tests;
    private final boolean counts;
    private @Nullable Table table;

    Restore(Protocol family, Map<String, Table> tables, String command, List<String> arguments) {
        this.family = family;
        this.tables = tables;
        this.command = command;
        this.keeps = arguments.contains("-n") || arguments.contains("--noflush");
        this.tests = arguments.contains("-t") || arguments.contains("--test");
        this.counts = arguments.contains("-c") || arguments.contains("--counters");
    }

    Runner.Result run(String text) {
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            try {
                read(line);
            } catch (IllegalArgumentException e) {
                return new Runner.Result(1, "", Failure.kernel(line).text(command, number));
            } catch (Failure e) {
                return new Runner.Result(e.status(), "", e.text(command, number));
            }
        }
        return table == null
                ? new Runner.Result(0, "", "")
                : new Runner.Result(1, "", "%s: COMMIT expected at line %d\n".formatted(command, number + 1));
    }

    private void read(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("*") && table == null) {
            table = begin(line.substring(1).strip());
        } else if (table == null) {
            throw Failure.kernel(line);
        } else if (line.equals("COMMIT")) {
            commit(table);
        } else if (line.startsWith(":")) {
            chain(table, line);
        } else {
            rule(table, line);
        }
    }

    private Table begin(String name) {
        var current = tables.get(name);
        if (current == null) {
            throw Failure.usage("%s: unable to initialize table '%s'", command, name);
        }
        var changed = current.copy();
        if (!keeps) {
            changed.clear();
        }
        return changed;
    }

    private void commit(Table changed) {
        changed.check();
        if (!tests) {
            tables.put(changed.name, changed);
        }
        table = null;
    }

    private void chain(Table changed, String line) {
        var matcher = CHAIN.matcher(line);
        if (!matcher.matches()) {
            throw Failure.kernel(line);
        }
        var name = matcher.group(1);
        var found = changed.find(name);
        if (found == null) {
            changed.create(name);
        } else if (!found.isBuiltIn) {
            if (!keeps) {
                throw Failure.usage("error creating chain '%s':File exists", name);
            }
            found.rules.clear();
        } else if (!matcher.group(2).equals("-")) {
            boolean counted = counts && matcher.group(3) != null;
            changed.setPolicy(
                    name,
                    matcher.group(2),
                    counted
                            ? new Counters(Long.parseLong(matcher.group(3)), Long.parseLong(matcher.group(4)))
                            : Counters.ZERO);
        }
    }

    private void rule(Table changed, String line) {
        var words = new ArrayList<String>();
        var counted = COUNTED.matcher(line);
        boolean isCounted = counted.matches();
        words.addAll(Words.split(isCounted ? counted.group(3) : line));
        if (isCounted && counts) {
            words.addAll(List.of("-c", counted.group(1), counted.group(2)));
        }
        Change.apply(changed, new CommandLine(family, changed, words));
    }
}
