package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.hook.Hook;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The five tables, in the order in which `iptables-save` of a fresh namespace lists them, and at which hooks and
/// priorities (kernel: `enum nf_ip_hook_priorities`) packets meet them.
public enum TableKind {
    SECURITY("security", 50, Hook.LOCAL_IN, Hook.FORWARD, Hook.LOCAL_OUT),
    RAW("raw", -300, Hook.PRE_ROUTING, Hook.LOCAL_OUT),
    MANGLE("mangle", -150, Hook.values()),
    NAT("nat", -100, Hook.PRE_ROUTING, Hook.LOCAL_IN, Hook.LOCAL_OUT, Hook.POST_ROUTING),
    FILTER("filter", 0, Hook.LOCAL_IN, Hook.FORWARD, Hook.LOCAL_OUT);

    /// Where the source address is translated (kernel: `NF_IP_PRI_NAT_SRC`).
    private static final int SOURCE_NAT = 100;

    private final String text;
    private final int priority;
    private final List<Hook> hooks;

    TableKind(String text, int priority, Hook... hooks) {
        this.text = text;
        this.priority = priority;
        this.hooks = List.of(hooks);
    }

    public String text() {
        return text;
    }

    /// The hooks at which it has base chains, in the order in which they are listed.
    public List<Hook> hooks() {
        return hooks;
    }

    public boolean hasHook(Hook hook) {
        return hooks.contains(hook);
    }

    public int priority(Hook hook) {
        boolean source = this == NAT && (hook == Hook.LOCAL_IN || hook == Hook.POST_ROUTING);
        return source ? SOURCE_NAT : priority;
    }

    public static @Nullable TableKind of(String text) {
        for (TableKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        return null;
    }

    /// All of them, for extensions that do not care.
    public static Set<TableKind> all() {
        return EnumSet.allOf(TableKind.class);
    }
}
