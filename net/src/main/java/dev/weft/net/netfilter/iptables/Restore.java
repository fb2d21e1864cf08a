package dev.weft.net.netfilter.iptables;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.table.Table;
import dev.weft.net.netfilter.table.TableEdit;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// Puts in force what a file of `iptables-save` says: each table at its COMMIT, whole or not at all (iptables:
/// `ip46tables_restore_main`).
final class Restore {
    private final Tool tool;
    private final Extensions extensions;
    private final NetNamespace namespace;
    private final HostNames hosts;
    private final RestoreCommand.Options options;
    private final Output output;

    private @Nullable Table table;
    private @Nullable TableEdit edit;
    private @Nullable XtablesError pending;
    private String tableName = "";
    private boolean understood;
    private int line;

    Restore(
            Tool tool,
            Extensions extensions,
            NetNamespace namespace,
            HostNames hosts,
            RestoreCommand.Options options,
            Output output) {
        this.tool = tool;
        this.extensions = extensions;
        this.namespace = namespace;
        this.hosts = hosts;
        this.options = options;
        this.output = output;
    }

    /// @return the exit status
    int run(String text) {
        try {
            for (String next : (Iterable<String>) text.lines()::iterator) {
                line++;
                Refusal refusal = read(next);
                if (refusal != null) {
                    return fail(refusal);
                }
            }
        } catch (XtablesError error) {
            output.err(tool.text(error, line));
            return error.status().exit();
        } catch (CommandExit exit) {
            output.out(exit.out());
            output.err(exit.err());
            return exit.status();
        }
        if (edit != null) {
            output.err(tool.name() + ": COMMIT expected at line " + (line + 1) + "\n");
            return 1;
        }
        return 0;
    }

    private int fail(Refusal refusal) {
        if (tool.isLegacy()) {
            output.err(tool.name() + ": line " + line + " failed\n");
        } else if (NftWords.isKernels(refusal)) {
            output.err(tool.nameAndVersion() + ": \nline " + line + ": " + refusal.text() + "\n");
        } else {
            String why = refusal.text().isEmpty() ? "" : ": " + refusal.text() + ".";
            output.err(tool.name() + ": line " + line + " failed" + why + "\n");
        }
        return refusal.status();
    }

    private @Nullable Refusal read(String text) {
        TableEdit current = edit;
        if (text.isEmpty()) {
            return null;
        }
        if (text.startsWith("#")) {
            output.out(options.verbose() ? text + "\n" : "");
            return null;
        }
        Refusal refusal;
        if (current == null) {
            refusal = text.startsWith("*") ? begin(text) : understood ? null : Refusal.of("");
        } else if (text.equals("COMMIT")) {
            refusal = commit(current);
        } else if (text.startsWith(":")) {
            refusal = chain(current, text);
        } else {
            refusal = rule(current, text);
        }
        boolean unwanted = !options.table().isEmpty() && !options.table().equals(tableName);
        understood |= refusal == null;
        return unwanted ? null : refusal;
    }

    // ---- tables

    private @Nullable Refusal begin(String text) {
        StringTokenizer words = new StringTokenizer(text.substring(1), " \t");
        if (!words.hasMoreTokens()) {
            throw XtablesError.parameter(tool.name() + ": line " + line + " table name invalid");
        }
        tableName = words.nextToken();
        if (!options.table().isEmpty() && !options.table().equals(tableName)) {
            return null;
        }
        TableKind kind = TableKind.of(tableName);
        if (kind == null) {
            throw XtablesError.parameter(
                    tool.isLegacy()
                            ? tool.name() + ": unable to initialize table '" + tableName + "'"
                            : tool.name() + ": line " + line + " table name '" + tableName + "' invalid");
        }
        Table found = Tables.of(namespace).table(tool.family(), kind);
        table = found;
        boolean anew = !options.noFlush();
        edit = anew && !tool.isLegacy() ? found.editFromScratch() : found.edit();
        edit.keepPolicyCounters(!tool.isLegacy());
        if (anew && tool.isLegacy()) {
            empty(edit);
        }
        return null;
    }

    private void empty(TableEdit current) {
        for (String name : current.chains()) {
            output.out(options.verbose() ? "Flushing chain `" + name + "'\n" : "");
            current.flush(name);
        }
        for (String name : current.userChains()) {
            output.out(options.verbose() ? "Deleting chain `" + name + "'\n" : "");
            current.deleteChain(name);
        }
    }

    private @Nullable Refusal commit(TableEdit current) {
        XtablesError deferred = pending;
        if (deferred != null) {
            throw deferred;
        }
        Table target = table;
        edit = null;
        table = null;
        if (target == null || options.test()) {
            return null;
        }
        try {
            target.commit(current);
            return null;
        } catch (KernelError error) {
            if (tool.isLegacy()) {
                return Refusal.of(error.errno());
            }
            String why = error.errno() == Errno.ELOOP ? Errno.EMLINK.text() : error.getMessage();
            return new Refusal("RULE_APPEND failed (" + why + ")", XtablesError.Status.RESOURCE_PROBLEM.exit());
        }
    }

    // ---- chains and rules

    private @Nullable Refusal chain(TableEdit current, String text) {
        StringTokenizer words = new StringTokenizer(text.substring(1), " \t");
        if (!words.hasMoreTokens()) {
            throw XtablesError.parameter(tool.name() + ": line " + line + " chain name invalid");
        }
        String name = words.nextToken();
        if (name.length() > 28) {
            throw XtablesError.parameter("Invalid chain name `" + name + "' (28 chars max)");
        }
        if (!current.isBase(name)) {
            makeChain(current, name);
        }
        if (!words.hasMoreTokens()) {
            throw XtablesError.parameter(tool.name() + ": line " + line + " policy invalid");
        }
        String policy = words.nextToken();
        if (policy.equals("-")) {
            return null;
        }
        long[] counts = {0, 0};
        if (options.counters()) {
            long[] given = words.hasMoreTokens() ? counters(words.nextToken()) : null;
            if (given == null) {
                throw XtablesError.parameter("invalid policy counters for chain '" + name + "'");
            }
            counts = given;
        }
        Refusal refusal = Executor.policy(current, name, policy, counts[0], counts[1]);
        if (refusal != null && tool.isLegacy()) {
            throw XtablesError.other(
                    "Can't set policy `" + policy + "' on `" + name + "' line " + line + ": " + refusal.text());
        }
        return refusal;
    }

    private void makeChain(TableEdit current, String name) {
        boolean there = current.hasChain(name);
        if (there && (options.noFlush() || !tool.isLegacy())) {
            current.flush(name);
        } else if (there) {
            throw XtablesError.parameter("error creating chain '" + name + "':" + Errno.EEXIST.text());
        } else {
            current.newChain(name);
        }
    }

    /// `[PACKETS:BYTES]`
    private static long @Nullable [] counters(String word) {
        int colon = word.indexOf(':');
        if (!word.startsWith("[") || colon < 0) {
            return null;
        }
        int end = word.endsWith("]") ? word.length() - 1 : word.length();
        try {
            return new long[] {
                Long.parseUnsignedLong(word, 1, colon, 10), Long.parseUnsignedLong(word, colon + 1, end, 10)
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Refusal rule(TableEdit current, String text) {
        int from = 0;
        String counts = "";
        if (text.startsWith("[")) {
            from = text.indexOf(']') + 1;
            if (from == 0) {
                throw XtablesError.parameter("Bad line " + line + ": need ]");
            }
            counts = text.substring(1, from - 1);
            if (!counts.contains(":")) {
                throw XtablesError.parameter("Bad line " + line + ": need ]");
            }
        }
        List<String> words = LineWords.split(text, from);
        if (options.counters() && !counts.isEmpty()) {
            words.addAll(0, List.of("--set-counters", counts.substring(0, counts.indexOf(':'))));
            words.add(2, counts.substring(counts.indexOf(':') + 1));
        }
        if (options.verbose()) {
            words.add("-v");
        }
        Order order = new OrderParser(
                        tool, extensions, hosts, new OrderParser.Source(namespace, words, tableName, line), output::err)
                .parse();
        return order == null ? null : execute(current, order);
    }

    private @Nullable Refusal execute(TableEdit current, Order order) {
        try {
            Refusal refusal =
                    Lister.wants(order) ? new Lister(tool, hosts, output).list(order, current.snapshot()) : null;
            return refusal != null ? refusal : new Executor(tool, current, output).run(order);
        } catch (XtablesError error) {
            if (tool.isLegacy() || !error.text().startsWith("Chain '")) {
                throw error;
            }
            pending = pending == null ? error : pending; // nf_tables notices it at COMMIT only
            return null;
        }
    }
}
