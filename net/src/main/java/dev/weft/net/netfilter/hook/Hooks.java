package dev.weft.net.netfilter.hook;

import dev.weft.core.graph.FeatureArc;
import dev.weft.core.packet.ArcProgram;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.namespace.Network;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The hooks of a namespace (kernel: `struct netns_nf`): the nodes that packets visit at each, in order of priority.
///
/// A node on the packets' way asks for the program and puts the packet on it, with the node at which it goes on; an
/// empty program costs one branch. Features switch their nodes on and off.
public final class Hooks {
    private static final NamespaceKey<Hooks> KEY = new NamespaceKey<>("netfilter hooks", Hooks::new);

    private static final int HOOKS = Hook.values().length;
    private static final ArcProgram[] ALL_EMPTY = allEmpty();
    private static final @Nullable FeatureArc[] NO_ARCS = new FeatureArc[0];

    private final NetNamespace namespace;
    private ArcProgram[] programs = ALL_EMPTY;
    private @Nullable FeatureArc[] arcs = NO_ARCS;

    private Hooks(NetNamespace namespace) {
        this.namespace = namespace;
    }

    public static Hooks of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// What a packet visits at a hook.
    public ArcProgram program(HookFamily family, Hook hook) {
        return programs[index(family, hook)];
    }

    /// Of IPv4.
    public ArcProgram program(Hook hook) {
        return programs[hook.ordinal()];
    }

    /// Lets packets visit `node`; lower priorities come first (kernel: `nf_register_net_hook`).
    public void enable(HookFamily family, Hook hook, String node, int priority) {
        set(family, hook, arc(family, hook).enable(node, priority));
    }

    public void disable(HookFamily family, Hook hook, String node, int priority) {
        set(family, hook, arc(family, hook).disable(node, priority));
    }

    private FeatureArc arc(HookFamily family, Hook hook) {
        if (arcs.length == 0) {
            arcs = new FeatureArc[ALL_EMPTY.length];
        }
        FeatureArc arc = arcs[index(family, hook)];
        if (arc == null) {
            arc = new FeatureArc(Network.of(namespace).plan());
            arcs[index(family, hook)] = arc;
        }
        return arc;
    }

    private void set(HookFamily family, Hook hook, ArcProgram program) {
        ArcProgram[] changed = programs.clone();
        changed[index(family, hook)] = program;
        programs = changed;
    }

    private static int index(HookFamily family, Hook hook) {
        return family.ordinal() * HOOKS + hook.ordinal();
    }

    private static ArcProgram[] allEmpty() {
        ArcProgram[] empty = new ArcProgram[HOOKS * HookFamily.values().length];
        Arrays.fill(empty, ArcProgram.EMPTY);
        return empty;
    }
}
