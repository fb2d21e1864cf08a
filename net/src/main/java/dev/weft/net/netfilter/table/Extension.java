package dev.weft.net.netfilter.table;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.net.netfilter.hook.Hook;
import dev.weft.net.netfilter.hook.HookFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A kind of match or target: its name, its options, and where Linux lets it be used.
public abstract sealed class Extension permits MatchType, TargetType {
    private final String name;
    private final List<Option> options;
    private @Nullable Set<TableKind> knownTables;
    private @Nullable Set<Hook> knownHooks;

    protected Extension(String name, List<Option> options) {
        this.name = name;
        this.options = List.copyOf(options);
    }

    public final String name() {
        return name;
    }

    public final List<Option> options() {
        return options;
    }

    /// What `iptables -m NAME -h` says of it, without the empty line in front.
    public abstract String help();

    /// What one family's command says of it.
    public String help(HookFamily family) {
        return help();
    }

    /// The families whose commands know it.
    public Set<HookFamily> families() {
        return EnumSet.of(HookFamily.IPV4, HookFamily.IPV6);
    }

    /// Other names by which it is found.
    public List<String> aliases() {
        return List.of();
    }

    /// The tables in which Linux lets it be used.
    public Set<TableKind> tables() {
        return TableKind.all();
    }

    /// The hooks from which a rule with it may be reached.
    public Set<Hook> hooks() {
        return EnumSet.allOf(Hook.class);
    }

    /// The protocol that a rule with it must ask for by `-p`; 0 for any.
    public int protocol() {
        return 0;
    }

    /// The kernel's own look at a rule before a table is put in place (kernel: `xt_check_match`, `xt_check_target`).
    final void check(RuleCheck check) {
        Set<TableKind> tables = knownTables;
        Set<Hook> hooks = knownHooks;
        if (tables == null || hooks == null) {
            tables = tables();
            hooks = hooks();
            knownTables = tables;
            knownHooks = hooks;
        }
        boolean rightProtocol = protocol() == 0
                || check.rule().protocol() == protocol() && !check.rule().isProtocolInverted();
        if (!tables.contains(check.table()) || !hooks.containsAll(check.hooks()) || !rightProtocol) {
            throw new KernelError(Errno.EINVAL);
        }
    }

    @Override
    public final String toString() {
        return name;
    }
}
