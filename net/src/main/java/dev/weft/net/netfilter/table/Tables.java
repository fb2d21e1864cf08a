package dev.weft.net.netfilter.table;

import dev.weft.core.graph.GraphPlan;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import dev.weft.net.netfilter.hook.Hooks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tables of a namespace. One comes to life when it is first asked for, and from then on packets visit
/// it, as Linux registers a table's hooks when its module is first used in a namespace.
public final class Tables {
    private static final NamespaceKey<Tables> KEY = new NamespaceKey<>("tables", Tables::new);
    private static final int KINDS = TableKind.values().length;

    private final NetNamespace namespace;
    private final @Nullable Table[] tables = new Table[KINDS * HookFamily.values().length];

    private final Deque<Table> inUse = new ArrayDeque<>();

    private RuleTracer tracer = (packet, state, table, chain, comment, number) -> {};

    private Tables(NetNamespace namespace) {
        this.namespace = namespace;
    }

    public static Tables of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The table, from now on in use.
    public Table table(HookFamily family, TableKind kind) {
        Table table = tables[index(family, kind)];
        if (table == null) {
            table = new Table(namespace, family, kind);
            tables[index(family, kind)] = table;
            inUse.addFirst(table);
            enable(table);
        }
        return table;
    }

    /// The table if it is in use (`/proc/net/ip_tables_names`).
    public @Nullable Table find(HookFamily family, TableKind kind) {
        return tables[index(family, kind)];
    }

    /// The tables in use, the youngest first.
    public List<TableKind> inUse(HookFamily family) {
        return inUse.stream()
                .filter(table -> table.family() == family)
                .map(Table::kind)
                .toList();
    }

    /// What packets walk in a table that is in use.
    Program program(HookFamily family, TableKind kind, Hook hook) {
        return Objects.requireNonNull(tables[index(family, kind)]).program(hook);
    }

    /// Is to be told of rules that traced packets match.
    public void tracer(RuleTracer itsTracer) {
        tracer = itsTracer;
    }

    RuleTracer tracer() {
        return tracer;
    }

    private void enable(Table table) {
        GraphPlan plan = Network.of(namespace).plan();
        for (Hook hook : table.kind().hooks()) {
            String node = TableNode.name(table.family(), table.kind(), hook);
            if (plan.has(node)) {
                Hooks.of(namespace)
                        .enable(table.family(), hook, node, table.kind().priority(hook));
            }
        }
    }

    private static int index(HookFamily family, TableKind kind) {
        return family.ordinal() * KINDS + kind.ordinal();
    }
}
