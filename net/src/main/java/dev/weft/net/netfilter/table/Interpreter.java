package dev.weft.net.netfilter.table;

import dev.weft.core.packet.Packet;

/// Walks a packet through a program rule by rule (kernel: `ipt_do_table`): plain, and what every faster way must equal.
public final class Interpreter {
    private int[] returns = new int[8];

    /// @param state has been given the packet
    /// @return `ACCEPT`, `DROP` or `STOLEN`
    public Verdict run(Program program, Packet packet, HookState state) {
        if (returns.length < program.depth) {
            returns = new int[program.depth]; // once, when a deeper rule set has been put in place
        }
        int[] stack = returns;
        int top = 0;
        int at = 0;
        while (true) {
            int action = program.actions[at];
            if (action == Program.END) {
                if (top == 0) {
                    return policy(program, packet);
                }
                at = stack[--top];
                continue;
            }
            Rule rule = program.rules[at];
            if (!rule.matches(packet, state)) {
                if (state.isHotDrop()) {
                    return Verdict.DROP;
                }
                at++;
                continue;
            }
            rule.count(packet.length());
            if (packet.isTraced()) {
                packet.trace(
                        new RuleMatched(program.table(), program.chainAt(at), program.numberAt(at), rule.toString()));
            }
            switch (action) {
                case Program.CONTINUE -> at++;
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
                    at = stack[--top];
                }
                case Program.JUMP -> {
                    stack[top++] = at + 1;
                    at = program.jumps[at];
                }
                case Program.GOTO -> at = program.jumps[at];
                default -> {
                    Verdict verdict = ((Action.Run) rule.action()).target().apply(packet, state);
                    if (verdict == Verdict.RETURN) {
                        if (top == 0) {
                            return policy(program, packet);
                        }
                        at = stack[--top];
                    } else if (verdict != Verdict.CONTINUE) {
                        return verdict;
                    } else {
                        at++;
                    }
                }
            }
        }
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

    /// Trace line: a rule matched.
    public record RuleMatched(String table, String chain, int rule, String text) {
        @Override
        public String toString() {
            return table + " " + chain + " rule " + rule + (text.isEmpty() ? "" : ": " + text);
        }
    }

    /// Trace line: the packet came to the end of a base chain.
    public record PolicyApplied(String table, String chain, String policy) {
        @Override
        public String toString() {
            return table + " " + chain + " policy " + policy;
        }
    }
}
