package dev.weft.net.ip.rule;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NamespaceKey;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.ip.fib.Fib;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.FibTable;
import dev.weft.net.ip.fib.Ip4Flow;
import dev.weft.net.ip.fib.PolicyRouting;
import dev.weft.net.ip.fib.RouteProtocol;
import dev.weft.net.namespace.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of a namespace by rising priority (kernel: net/core/fib_rules.c, net/ipv4/fib_rules.c). Until one is added
/// or deleted, no packet asks them.
public final class PolicyRules implements PolicyRouting {
    private static final NamespaceKey<PolicyRules> KEY = new NamespaceKey<>("rules", PolicyRules::new);

    private final NetNamespace namespace;
    private final List<PolicyRule> rules = new ArrayList<>(3);

    private PolicyRules(NetNamespace namespace) {
        this.namespace = namespace;
        rules.add(byDefault(0, FibTable.LOCAL));
        rules.add(byDefault(32766, FibTable.MAIN));
        rules.add(byDefault(32767, FibTable.DEFAULT));
    }

    private static PolicyRule byDefault(int priority, int table) {
        RuleSpec spec = new RuleSpec();
        spec.action = RuleAction.TABLE;
        spec.protocol = RouteProtocol.KERNEL;
        return new PolicyRule(spec, priority, table);
    }

    public static PolicyRules of(NetNamespace namespace) {
        return namespace.get(KEY);
    }

    /// The rules if anybody ever asked for them.
    static @Nullable PolicyRules known(NetNamespace namespace) {
        return namespace.peek(KEY);
    }

    /// By rising priority, of one priority the oldest first.
    public List<PolicyRule> list() {
        return List.copyOf(rules);
    }

    // ---- lookup

    @Override
    public @Nullable Errno lookup(Ip4Flow flow, boolean ignoreLinkState, FibResult result) {
        Fib fib = Fib.of(namespace);
        for (int i = 0; i < rules.size(); i++) {
            PolicyRule rule = rules.get(i);
            if (!rule.selects(flow)) {
                continue;
            }
            switch (rule.action()) {
                case TABLE -> {
                    Errno error = fib.lookup(rule.table(), flow, ignoreLinkState, result);
                    if (error == null && rule.suppresses(result)) {
                        result.clear();
                    } else if (error != Errno.EAGAIN) {
                        return error;
                    }
                }
                case GOTO -> {
                    PolicyRule target = rule.target();
                    i = target == null ? i : rules.indexOf(target) - 1;
                }
                case NOP, UNSPEC -> {}
                case ANYCAST, MULTICAST, BLACKHOLE, UNREACHABLE, PROHIBIT, THROW, NAT -> {
                    return rule.action().error();
                }
            }
        }
        return Errno.ENETUNREACH;
    }

    // ---- changes

    /// Adds a rule (kernel: `fib_newrule`).
    ///
    /// @throws KernelError as Linux refuses it
    void add(RuleSpec spec) {
        check(spec);
        int priority = spec.priority == null ? freePriority() : spec.priority;
        if (spec.action == RuleAction.GOTO) {
            if (spec.target == null) {
                throw invalid("Missing goto target for action goto");
            }
            if (Integer.compareUnsigned(spec.target, priority) <= 0) {
                throw invalid("Backward goto not supported");
            }
        }
        boolean needsTable = spec.action == RuleAction.TABLE && spec.table == 0 && !spec.masterTable;
        PolicyRule rule = new PolicyRule(spec, priority, needsTable ? freeTable() : spec.table);
        if (rules.stream().anyMatch(known -> known.isSame(rule))) {
            throw new KernelError(Errno.EEXIST);
        }
        Fib.of(namespace).policy(this);
        rule.attach(namespace);
        insert(rule);
        publish(true, rule);
    }

    private static void check(RuleSpec spec) {
        if ((spec.tos & 3) != 0) {
            throw invalid("Invalid dsfield (tos): ECN bits must be 0");
        }
        if ((spec.tos & ~0x1e) != 0) {
            throw invalid("Invalid tos");
        }
        checkPorts(spec.sourcePorts, "Invalid sport range");
        checkPorts(spec.destinationPorts, "Invalid dport range");
        if (spec.users != null && Integer.compareUnsigned(spec.users.first(), spec.users.last()) > 0) {
            throw invalid("Invalid uid range");
        }
    }

    private static void checkPorts(@Nullable Range ports, String why) {
        if (ports != null && (ports.first() == 0 || ports.last() == 0xffff || ports.first() > ports.last())) {
            throw invalid(why);
        }
    }

    /// One less than the priority of the second rule, so that new rules come before older ones.
    private int freePriority() {
        int second = rules.size() < 2 ? 0 : rules.get(1).priority();
        return second == 0 ? 0 : second - 1;
    }

    /// The first table that does not exist yet (kernel: `fib_empty_table`).
    private int freeTable() {
        Fib fib = Fib.of(namespace);
        int id = 1;
        while (fib.table(id) != null) {
            id++;
        }
        return id;
    }

    private void insert(PolicyRule rule) {
        int at = 0;
        while (at < rules.size() && Integer.compareUnsigned(rules.get(at).priority(), rule.priority()) <= 0) {
            at++;
        }
        rules.add(at, rule);
        resolve();
    }

    /// Deletes the first rule that fits (kernel: `fib_delrule`).
    ///
    /// @throws KernelError ENOENT when there is none
    void delete(RuleSpec spec) {
        check(spec);
        for (PolicyRule rule : rules) {
            if (rule.isMeant(spec)) {
                delete(rule);
                return;
            }
        }
        throw new KernelError(Errno.ENOENT);
    }

    void delete(PolicyRule rule) {
        Fib.of(namespace).policy(this);
        rules.remove(rule);
        resolve();
        publish(false, rule);
    }

    /// Finds out where each `goto` leads: to the first rule of its priority.
    private void resolve() {
        for (PolicyRule rule : rules) {
            if (rule.action() == RuleAction.GOTO) {
                rule.target(rules.stream()
                        .filter(other -> rule.leadsTo(other.priority()))
                        .findFirst()
                        .orElse(null));
            }
        }
    }

    /// A device has come, or has another name.
    void attach() {
        rules.forEach(rule -> rule.attach(namespace));
    }

    /// A device is about to go.
    void detach(NetDevice device) {
        rules.forEach(rule -> rule.detach(device.index()));
    }

    private void publish(boolean added, PolicyRule rule) {
        Network.of(namespace).notifier().publish(new RuleEvent(namespace, added, rule));
    }

    private static KernelError invalid(String why) {
        return new KernelError(Errno.EINVAL, why);
    }
}
