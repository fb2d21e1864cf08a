package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;
import dev.weft.core.packet.PacketFlag;
import dev.weft.core.trace.DropCause;
import dev.weft.core.trace.PacketTrace;
import dev.weft.net.netfilter.classify.Candidates;
import dev.weft.net.netfilter.classify.Classifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks a packet through a program (kernel: `ipt_do_table`): rule by rule, which is what every other way must equal,
/// or from candidate to candidate where the program has an index.
public final class Interpreter {
    private static final int RULE_BY_RULE = -1;

    private final FieldReader reader = new FieldReader();

    // One of each for every chain that the packet is in: the rule that it left by, and how the chain is walked.
    private int[] left = new int[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private Candidates[] candidates = new Candidates[0];

    /// @param state has been given the packet
    /// @return `ACCEPT`, `DROP` or `STOLEN`
    public Verdict run(Program program, Packet packet, HookState state) {
        if (left.length <= program.depth) {
            deepen(program.depth + 1); // once, when a deeper rule set has been put in place
        }
        PacketTrace trace = packet.trace();
        boolean asksAll = trace != null && trace.isDetailed();
        ProgramIndex index = asksAll ? null : program.index();
        return walk(program, index != null && reader.read(packet, state) ? index : null, packet, state);
    }

    private Verdict walk(Program program, @Nullable ProgramIndex index, Packet packet, HookState state) {
        int[] stack = left;
        int top = 0;
        int at = enter(index, 0, 0);
        while (true) {
            int action = program.actions[at];
            if (action == Program.END) {
                if (packet.has(PacketFlag.NF_TRACE)) {
                    tell(program, packet, state, at);
                }
                if (top == 0) {
                    return policy(program, packet);
                }
                top--;
                at = next(stack[top], top);
                continue;
            }
            Rule rule = program.rules[at];
            if (!rule.matches(packet, state)) {
                if (packet.isTraced()) {
                    tellTried(program, packet, at, rule);
                }
                if (state.isHotDrop()) {
                    return Verdict.DROP;
                }
                at = next(at, top);
                continue;
            }
            rule.count(packet.length());
            if (packet.isTraced()) {
                packet.trace(
                        new RuleMatched(program.table(), program.chainAt(at), program.numberAt(at), rule.toString()));
            }
            if (packet.has(PacketFlag.NF_TRACE)) {
                tell(program, packet, state, at);
            }
            switch (action) {
                case Program.CONTINUE -> at = next(at, top);
                case Program.ACCEPT -> {
                    return Verdict.ACCEPT;
                }
                case Program.DROP -> {
                    return Verdict.DROP;
                }
                case Program.RETURN -> {
                    if (top == 0) {
                        return policy(program, packet);
                    }
                    top--;
                    at = next(stack[top], top);
                }
                case Program.JUMP -> {
                    stack[top++] = at;
                    at = enter(index, program.jumps[at], top);
                }
                case Program.GOTO -> at = enter(index, program.jumps[at], top);
                default -> {
                    Verdict verdict = ((Action.Run) rule.action()).target().apply(packet, state);
                    if (verdict == Verdict.RETURN) {
                        if (top == 0) {
                            return policy(program, packet);
                        }
                        top--;
                        at = next(stack[top], top);
                    } else if (verdict != Verdict.CONTINUE) {
                        return verdict;
                    } else {
                        at = next(at, top);
                    }
                }
            }
        }
    }

    /// The first rule to ask of the chain that starts at `start`, or its end.
    private int enter(@Nullable ProgramIndex index, int start, int level) {
        Classifier classifier = index == null ? null : index.at(start);
        if (classifier == null) {
            starts[level] = RULE_BY_RULE;
            return start;
        }
        starts[level] = start;
        ends[level] = start + classifier.size();
        int rule = candidates[level].first(classifier, reader.fields());
        return rule == Candidates.END ? ends[level] : start + rule;
    }

    /// The rule to ask after the one at `at`, or the end of their chain.
    private int next(int at, int level) {
        int start = starts[level];
        if (start == RULE_BY_RULE) {
            return at + 1;
        }
        int rule = candidates[level].next();
        return rule == Candidates.END ? ends[level] : start + rule;
    }

    private void deepen(int levels) {
        left = new int[levels];
        starts = new int[levels];
        ends = new int[levels];
        candidates = new Candidates[levels];
        Arrays.setAll(candidates, i -> new Candidates());
    }

    /// Kernel: `trace_packet`, `get_chainname_rulenum`. A verdict without a condition is taken for the end of its
    /// chain.
    private static void tell(Program program, Packet packet, HookState state, int at) {
        int action = program.actions[at];
        Rule rule = program.rules[at];
        boolean verdict = action == Program.ACCEPT || action == Program.DROP || action == Program.RETURN;
        boolean isEnd = action == Program.END || verdict && rule.isUnconditional();
        String ending = program.chainAt(at).equals(program.chainAt(0)) ? "policy" : "return";
        Tables.of(state.namespace())
                .tracer()
                .matched(
                        packet,
                        state,
                        program.table(),
                        program.chainAt(at),
                        isEnd ? ending : "rule",
                        program.numberAt(at));
    }

    private static Verdict policy(Program program, Packet packet) {
        Policy policy = program.policy;
        policy.count(packet.length());
        if (packet.isTraced()) {
            packet.trace(new PolicyApplied(
                    program.table(), program.chainAt(0), policy.verdict().name()));
        }
        return policy.verdict();
    }

    private static void tellTried(Program program, Packet packet, int at, Rule rule) {
        PacketTrace trace = packet.trace();
        if (trace != null && trace.isDetailed()) {
            trace.decided(new RuleTried(program.table(), program.chainAt(at), program.numberAt(at), rule.toString()));
        }
    }

    /// Trace line: a rule matched.
    public record RuleMatched(String table, String chain, int rule, String text) implements DropCause {
        @Override
        public String culprit() {
            return "rule " + rule + " of chain " + chain + " in table " + table + " (" + text + ")";
        }

        @Override
        public String toString() {
            return table + " " + chain + " rule " + rule + (text.isEmpty() ? "" : ": " + text);
        }
    }

    /// Trace line: a rule was asked and did not match.
    public record RuleTried(String table, String chain, int rule, String text) {
        @Override
        public String toString() {
            return table + " " + chain + " rule " + rule + " did not match" + (text.isEmpty() ? "" : ": " + text);
        }
    }

    /// Trace line: the packet came to the end of a base chain.
    public record PolicyApplied(String table, String chain, String policy) implements DropCause {
        @Override
        public String culprit() {
            return "the policy " + policy + " of chain " + chain + " in table " + table;
        }

        @Override
        public String toString() {
            return table + " " + chain + " policy " + policy;
        }
    }
}
