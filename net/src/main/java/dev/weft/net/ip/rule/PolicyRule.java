package dev.weft.net.ip.rule;

import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.wire.Ip4Address;
import dev.weft.net.ip.fib.FibResult;
import dev.weft.net.ip.fib.Ip4Flow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A rule that is in force (kernel: `struct fib_rule`, `struct fib4_rule`).
public final class PolicyRule {
    /// The named device does not exist.
    private static final int DETACHED = -1;

    private final RuleSpec spec;
    private final int priority;
    private final int table;
    private final int mark;
    private final int mask;
    private int input;
    private int output;
    private @Nullable PolicyRule target;

    PolicyRule(RuleSpec spec, int priority, int table) {
        this.spec = spec;
        this.priority = priority;
        this.table = table;
        this.mark = spec.effectiveMark();
        this.mask = spec.effectiveMask();
    }

    RuleSpec spec() {
        return spec;
    }

    public int priority() {
        return priority;
    }

    /// 0 for rules without one.
    public int table() {
        return table;
    }

    public RuleAction action() {
        return spec.action;
    }

    int mark() {
        return mark;
    }

    int mask() {
        return mask;
    }

    // ---- devices come and go

    /// Finds the devices that the rule names.
    void attach(NetNamespace namespace) {
        input = index(namespace, spec.inputDevice);
        output = index(namespace, spec.outputDevice);
    }

    private static int index(NetNamespace namespace, String name) {
        if (name.isEmpty()) {
            return 0;
        }
        NetDevice device = namespace.device(name);
        return device != null && device.name().equals(name) ? device.index() : DETACHED;
    }

    /// The device of that index is about to go.
    void detach(int index) {
        input = input == index ? DETACHED : input;
        output = output == index ? DETACHED : output;
    }

    boolean isInputDetached() {
        return input == DETACHED;
    }

    boolean isOutputDetached() {
        return output == DETACHED;
    }

    // ---- goto

    /// Where `goto` leads; null while there is no rule of that priority.
    @Nullable
    PolicyRule target() {
        return target;
    }

    void target(@Nullable PolicyRule rule) {
        target = rule;
    }

    boolean leadsTo(int wanted) {
        return spec.action == RuleAction.GOTO && spec.target != null && spec.target == wanted;
    }

    // ---- packets

    /// Does the rule select such a packet (kernel: `fib_rule_match`, `fib4_rule_match`)?
    boolean selects(Ip4Flow flow) {
        return matches(flow) != spec.inverted;
    }

    private boolean matches(Ip4Flow flow) {
        return (input == 0 || input == flow.inputDevice)
                && (output == 0 || output == flow.outputDevice)
                && ((mark ^ flow.mark) & mask) == 0
                && (spec.users == null || flow.uid != Ip4Flow.NO_UID && spec.users.contains(flow.uid))
                && !spec.masterTable
                && ((flow.source ^ spec.source) & Ip4Address.mask(spec.sourceLength)) == 0
                && ((flow.destination ^ spec.destination) & Ip4Address.mask(spec.destinationLength)) == 0
                && (spec.tos == 0 || spec.tos == (flow.tos & 0x1c))
                && (spec.ipProtocol == 0 || spec.ipProtocol == flow.protocol)
                && (spec.sourcePorts == null || spec.sourcePorts.contains(flow.sourcePort))
                && (spec.destinationPorts == null || spec.destinationPorts.contains(flow.destinationPort));
    }

    /// Is what was found too general, or over a device that is not wanted (kernel: `fib4_rule_suppress`)?
    boolean suppresses(FibResult found) {
        if (found.length() <= spec.suppressLength) {
            return true;
        }
        NetDevice device = found.route().nexthop(0).device();
        return spec.suppressGroup != RuleSpec.NO_SUPPRESSION
                && device != null
                && device.settings().group() == spec.suppressGroup;
    }

    // ---- comparisons

    /// Is it the rule that is asked for, as far as anything is said of it (kernel: `rule_find`)?
    boolean isMeant(RuleSpec asked) {
        return (asked.action == RuleAction.UNSPEC || asked.action == spec.action)
                && (asked.table == 0 || asked.table == table)
                && (asked.priority == null || asked.priority == priority)
                && (asked.inputDevice.isEmpty() || asked.inputDevice.equals(spec.inputDevice))
                && (asked.outputDevice.isEmpty() || asked.outputDevice.equals(spec.outputDevice))
                && (asked.effectiveMark() == 0 || asked.effectiveMark() == mark)
                && (asked.suppressGroup == RuleSpec.NO_SUPPRESSION || asked.suppressGroup == spec.suppressGroup)
                && (asked.suppressLength == RuleSpec.NO_SUPPRESSION || asked.suppressLength == spec.suppressLength)
                && (asked.effectiveMask() == 0 || asked.effectiveMask() == mask)
                && (!asked.masterTable || spec.masterTable)
                && (asked.users == null || asked.users.equals(spec.users))
                && (asked.ipProtocol == 0 || asked.ipProtocol == spec.ipProtocol)
                && (asked.protocol == 0 || asked.protocol == spec.protocol)
                && (asked.sourcePorts == null || asked.sourcePorts.equals(spec.sourcePorts))
                && (asked.destinationPorts == null || asked.destinationPorts.equals(spec.destinationPorts))
                && (asked.sourceLength == 0 || hasSource(asked))
                && (asked.destinationLength == 0 || hasDestination(asked))
                && (asked.tos == 0 || asked.tos == spec.tos)
                && (asked.realms == 0 || asked.realms == spec.realms);
    }

    /// Does it say the same as another rule (kernel: `rule_exists`)?
    boolean isSame(PolicyRule other) {
        RuleSpec o = other.spec;
        return spec.action == o.action
                && table == other.table
                && priority == other.priority
                && mark == other.mark
                && mask == other.mask
                && spec.suppressGroup == o.suppressGroup
                && spec.suppressLength == o.suppressLength
                && spec.inputDevice.equals(o.inputDevice)
                && spec.outputDevice.equals(o.outputDevice)
                && spec.masterTable == o.masterTable
                && Objects.equals(spec.users, o.users)
                && spec.ipProtocol == o.ipProtocol
                && Objects.equals(spec.sourcePorts, o.sourcePorts)
                && Objects.equals(spec.destinationPorts, o.destinationPorts)
                && (o.sourceLength == 0 || hasSource(o))
                && (o.destinationLength == 0 || hasDestination(o))
                && (o.tos == 0 || o.tos == spec.tos)
                && (o.realms == 0 || o.realms == spec.realms);
    }

    private boolean hasSource(RuleSpec other) {
        return spec.sourceLength == other.sourceLength && spec.source == other.source;
    }

    private boolean hasDestination(RuleSpec other) {
        return spec.destinationLength == other.destinationLength && spec.destination == other.destination;
    }
}
