package dev.weft.net.netfilter.table;

import dev.weft.net.netfilter.hook.HookFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What packets walk at one hook of a table: the rules of all chains that can be reached from the base chain, one chain
/// behind the other, each ended by a step without a rule. It never changes, so that packets see the table before a
/// change or after it, and nothing between.
public final class Program {
    /// What a step does with a packet that its rule matches.
    static final byte CONTINUE = 0;

    static final byte ACCEPT = 1;
    static final byte DROP = 2;
    static final byte RETURN = 3;
    static final byte RUN = 4;
    static final byte JUMP = 5;
    static final byte GOTO = 6;

    /// The end of a chain.
    static final byte END = 7;

    private static final Rule NO_RULE = new Rule(Basics.any(HookFamily.IPV4), List.of(), Action.NONE);

    final Rule[] rules;
    final byte[] actions;
    final int[] jumps;
    final Policy policy;

    /// How many chains can be waiting to be returned to.
    final int depth;

    /// Made in the background; null until then, and for programs that need none.
    private volatile @Nullable ProgramIndex index;

    private volatile boolean replaced;

    private final String table;
    private final String[] chains;
    private final int[] starts;

    Program(
            String table,
            String[] chains,
            int[] starts,
            Rule[] rules,
            byte[] actions,
            int[] jumps,
            Policy policy,
            int depth) {
        this.table = table;
        this.chains = chains;
        this.starts = starts;
        this.rules = rules;
        this.actions = actions;
        this.jumps = jumps;
        this.policy = policy;
        this.depth = depth;
    }

    @Nullable
    ProgramIndex index() {
        return index;
    }

    void index(ProgramIndex itsIndex) {
        index = itsIndex;
    }

    /// Has another one been put in its place?
    boolean isReplaced() {
        return replaced;
    }

    void replaced() {
        replaced = true;
    }

    int[] starts() {
        return starts;
    }

    static Rule noRule() {
        return NO_RULE;
    }

    /// The table's name.
    public String table() {
        return table;
    }

    public Policy policy() {
        return policy;
    }

    /// The chains that it is made of.
    public List<String> chains() {
        return List.of(chains);
    }

    /// How many steps it has.
    public int length() {
        return rules.length;
    }

    /// The chain that a step belongs to.
    public String chainAt(int position) {
        return chains[chainIndex(position)];
    }

    /// Which rule of its chain it is, from 1 on.
    public int numberAt(int position) {
        return position - starts[chainIndex(position)] + 1;
    }

    public Rule ruleAt(int position) {
        return rules[position];
    }

    private int chainIndex(int position) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
