package dev.weft.net.netfilter.table;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the program of one hook out of a table's chains; a rule set in which a packet could run for ever is refused
/// (kernel: `mark_source_chains`).
final class Compiler {
    private final TableRules table;
    private final Map<String, Integer> depths = new HashMap<>();

    Compiler(TableRules table) {
        this.table = table;
    }

    /// @throws KernelError `ELOOP` when chains jump in a circle
    Program compile(Chain base, Policy policy) {
        Set<String> reached = reach(base);
        Map<String, Integer> starts = new HashMap<>();
        int length = 0;
        for (String name : reached) {
            starts.put(name, length);
            length += table.chain(name).rules().size() + 1;
        }
        Emitter emitter = new Emitter(starts, length);
        for (String name : reached) {
            emitter.chain(table.chain(name));
        }
        return new Program(
                table.kind().text(),
                reached.toArray(String[]::new),
                reached.stream().mapToInt(starts::get).toArray(),
                emitter.rules,
                emitter.actions,
                emitter.jumps,
                policy,
                depths.getOrDefault(base.name(), 0));
    }

    /// The chains that can be reached, the base chain first.
    private Set<String> reach(Chain base) {
        depths.clear();
        Set<String> reached = new LinkedHashSet<>();
        Set<String> onPath = new LinkedHashSet<>();
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(base, jumps(base).iterator()));
        reached.add(base.name());
        onPath.add(base.name());
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (!visit.jumps.hasNext()) {
                path.pop();
                onPath.remove(visit.chain.name());
                depths.put(visit.chain.name(), depth(visit.chain));
                continue;
            }
            String next = visit.jumps.next().chain();
            if (onPath.contains(next)) {
                throw new KernelError(Errno.ELOOP);
            }
            if (reached.add(next)) {
                Chain chain = table.chain(next);
                onPath.add(next);
                path.push(new Visit(chain, jumps(chain).iterator()));
            }
        }
        return reached;
    }

    private record Visit(Chain chain, Iterator<Action.Jump> jumps) {}

    private static List<Action.Jump> jumps(Chain chain) {
        List<Action.Jump> jumps = new ArrayList<>();
        for (Rule rule : chain.rules()) {
            if (rule.action() instanceof Action.Jump jump) {
                jumps.add(jump);
            }
        }
        return jumps;
    }

    private int depth(Chain chain) {
        int deepest = 0;
        for (Action.Jump jump : jumps(chain)) {
            int behind = depths.getOrDefault(jump.chain(), 0);
            deepest = Math.max(deepest, jump.isGoto() ? behind : behind + 1);
        }
        return deepest;
    }

    /// Writes the steps.
    private static final class Emitter {
        final Map<String, Integer> starts;
        final Rule[] rules;
        final byte[] actions;
        final int[] jumps;
        private int at;

        Emitter(Map<String, Integer> starts, int length) {
            this.starts = starts;
            rules = new Rule[length];
            actions = new byte[length];
            jumps = new int[length];
        }

        void chain(Chain chain) {
            for (Rule rule : chain.rules()) {
                rules[at] = rule;
                actions[at] = action(rule.action());
                at++;
            }
            rules[at] = Program.noRule();
            actions[at++] = Program.END;
        }

        private byte action(Action action) {
            return switch (action) {
                case Action.Plain(Verdict verdict) ->
                    switch (verdict) {
                        case ACCEPT -> Program.ACCEPT;
                        case DROP, STOLEN -> Program.DROP;
                        case RETURN -> Program.RETURN;
                        case CONTINUE -> Program.CONTINUE;
                    };
                case Action.Jump(String chain, boolean isGoto) -> {
                    jumps[at] = starts.getOrDefault(chain, 0);
                    yield isGoto ? Program.GOTO : Program.JUMP;
                }
                case Action.Run run -> Program.RUN;
            };
        }
    }
}
