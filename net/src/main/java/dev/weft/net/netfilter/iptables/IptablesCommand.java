package dev.weft.net.netfilter.iptables;

import dev.weft.core.command.Session;
import dev.weft.core.errno.KernelError;
import dev.weft.net.names.HostNames;
import dev.weft.net.netfilter.table.Table;
import dev.weft.net.netfilter.table.TableEdit;
import dev.weft.net.netfilter.table.TableKind;
import dev.weft.net.netfilter.table.Tables;
import dev.weft.net.netfilter.table.XtablesError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `iptables` and `ip6tables` (iptables(8)).
final class IptablesCommand {
    private final Tool tool;
    private final Extensions extensions;
    private final Session session;
    private final List<String> words;

    IptablesCommand(Tool tool, Extensions extensions, Session session, List<String> words) {
        this.tool = tool;
        this.extensions = extensions;
        this.session = session;
        this.words = words;
    }

    void run() {
        try {
            run(null);
        } catch (NamesWanted wanted) {
            HostNames.load(session, this::run);
        }
    }

    private void run(@Nullable HostNames hosts) {
        Output output = new Output();
        int status;
        try {
            OrderParser parser = new OrderParser(
                    tool,
                    extensions,
                    hosts,
                    new OrderParser.Source(session.namespace(), words, "filter", 0),
                    output::err);
            Order order = parser.parse();
            status = order == null ? 0 : run(order, hosts, output);
        } catch (CommandExit exit) {
            output.out(exit.out());
            output.err(exit.err());
            status = exit.status();
        } catch (XtablesError error) {
            output.err(tool.text(error, 0));
            status = error.status().exit();
        }
        session.out(output.out());
        session.err(output.err());
        session.exit(status);
    }

    private int run(Order order, @Nullable HostNames hosts, Output output) {
        Table table = table(order.table());
        boolean lists = order.verbs().contains(Verb.LIST);
        if (lists && !order.has(Flag.NUMERIC) && hosts == null) {
            throw new NamesWanted();
        }
        TableEdit edit = table.edit();
        edit.keepPolicyCounters(!tool.isLegacy());
        Refusal refusal = Lister.wants(order) ? new Lister(tool, hosts, output).list(order, table.rules()) : null;
        if (refusal == null) {
            refusal = new Executor(tool, edit, output).run(order);
        }
        if (refusal == null && edit.isChanged()) {
            refusal = commit(table, edit, order);
        }
        if (refusal == null) {
            return 0;
        }
        output.err(text(refusal));
        return refusal.status();
    }

    private @Nullable Refusal commit(Table table, TableEdit edit, Order order) {
        try {
            table.commit(edit);
            return null;
        } catch (KernelError error) {
            return tool.isLegacy() ? Refusal.of(error.errno()) : NftWords.committed(order, error.errno());
        }
    }

    private String text(Refusal refusal) {
        if (!tool.isLegacy() && NftWords.isKernels(refusal)) {
            return tool.nameAndVersion() + ":  " + refusal.text() + "\n";
        }
        if (refusal.text().startsWith("chain `")) {
            return tool.nameAndVersion() + ": " + refusal.text() + "\n";
        }
        boolean seeLog =
                refusal.text().equals("Invalid argument") || refusal.text().equals("Bad policy name");
        return tool.name() + ": " + refusal.text() + "." + (seeLog ? " Run `dmesg' for more information." : "") + "\n";
    }

    private Table table(String name) {
        TableKind kind = TableKind.of(name);
        if (kind == null) {
            throw new XtablesError(
                    XtablesError.Status.VERSION_PROBLEM,
                    tool.isLegacy()
                            ? "can't initialize " + tool.name() + " table `" + name
                                    + "': Table does not exist (do you need to insmod?)"
                            : "table '" + name + "' does not exist");
        }
        return Tables.of(session.namespace()).table(tool.family(), kind);
    }
}
