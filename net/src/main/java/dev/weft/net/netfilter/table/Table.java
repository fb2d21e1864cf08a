package dev.weft.net.netfilter.table;

import dev.weft.core.packet.NetNamespace;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A table of one namespace and family: the rules that are in force and the programs made of them (kernel: `struct
/// xt_table`).
public final class Table {
    private final NetNamespace namespace;
    private TableRules rules;
    private Map<String, Set<Hook>> reachedFrom;
    private Program[] programs;
    private boolean made;

    Table(NetNamespace namespace, HookFamily family, TableKind kind) {
        this.namespace = namespace;
        rules = TableRules.empty(family, kind);
        Compiled compiled = compile(rules);
        programs = compiled.programs;
        reachedFrom = compiled.reachedFrom;
    }

    public TableKind kind() {
        return rules.kind();
    }

    public HookFamily family() {
        return rules.family();
    }

    /// Has it ever been changed? Only then nf_tables has it.
    public boolean isMade() {
        return made;
    }

    public TableRules rules() {
        return rules;
    }

    /// What packets walk at a hook, at which the table must have a base chain.
    public Program program(Hook hook) {
        return programs[hook.ordinal()];
    }

    /// Starts a change of the rules as they are now.
    public TableEdit edit() {
        return new TableEdit(rules);
    }

    /// Starts a change of a table without rules, to replace all there is.
    public TableEdit editFromScratch() {
        return new TableEdit(TableRules.empty(family(), kind()));
    }

    /// Puts a change in force: packets see all of it or nothing. When it is refused, nothing has changed.
    ///
    /// @throws dev.weft.core.errno.KernelError `ELOOP` when packets could run for ever, or an extension's refusal
    public void commit(TableEdit edit) {
        TableRules wanted = edit.result();
        Compiled compiled = compile(wanted);
        enter(wanted, compiled.reachedFrom);
        TableRules old = rules;
        Map<String, Set<Hook>> oldReached = reachedFrom;
        Program[] oldPrograms = programs;
        rules = wanted;
        reachedFrom = compiled.reachedFrom;
        programs = compiled.programs;
        for (Hook hook : kind().hooks()) {
            oldPrograms[hook.ordinal()].replaced();
            ProgramIndex.request(programs[hook.ordinal()]);
        }
        made = true;
        edit.committed();
        leave(old, oldReached);
    }

    /// The namespace is no more.
    void destroy() {
        leave(rules, reachedFrom);
    }

    private record Compiled(Program[] programs, Map<String, Set<Hook>> reachedFrom) {}

    private static Compiled compile(TableRules rules) {
        Compiler compiler = new Compiler(rules);
        Map<Hook, Program> byHook = new EnumMap<>(Hook.class);
        Map<String, Set<Hook>> reachedFrom = new HashMap<>();
        for (Chain chain : rules.baseChains()) {
            Hook hook = chain.hook();
            Policy policy = chain.policy();
            if (hook != null && policy != null) {
                Program program = compiler.compile(chain, policy);
                byHook.put(hook, program);
                for (String name : program.chains()) {
                    reachedFrom
                            .computeIfAbsent(name, n -> EnumSet.noneOf(Hook.class))
                            .add(hook);
                }
            }
        }
        Program any = byHook.values().iterator().next();
        Program[] programs = new Program[Hook.values().length];
        for (Hook hook : Hook.values()) {
            programs[hook.ordinal()] = byHook.getOrDefault(hook, any);
        }
        return new Compiled(programs, reachedFrom);
    }

    private void enter(TableRules wanted, Map<String, Set<Hook>> reached) {
        int entered = 0;
        try {
            for (Chain chain : wanted.all()) {
                Set<Hook> hooks = reached.getOrDefault(chain.name(), Set.of());
                for (Rule rule : chain.rules()) {
                    rule.enter(check(wanted, hooks, rule));
                    entered++;
                }
            }
        } catch (RuntimeException refusal) {
            leaveFirst(wanted, reached, entered);
            throw refusal;
        }
    }

    private void leave(TableRules gone, Map<String, Set<Hook>> reached) {
        leaveFirst(gone, reached, Integer.MAX_VALUE);
    }

    private void leaveFirst(TableRules gone, Map<String, Set<Hook>> reached, int count) {
        int left = count;
        for (Chain chain : gone.all()) {
            Set<Hook> hooks = reached.getOrDefault(chain.name(), Set.of());
            for (Rule rule : chain.rules()) {
                if (left-- == 0) {
                    return;
                }
                rule.leave(check(gone, hooks, rule));
            }
        }
    }

    private RuleCheck check(TableRules of, Set<Hook> hooks, Rule rule) {
        return new RuleCheck(namespace, of.family(), of.kind(), hooks, rule);
    }
}
