package dev.weft.net.tcpdump.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Can any packet match? Says no where equalities on one and the same field exclude each other, as `tcp and udp` do.
///
/// It follows the ways through a condition with what each test on the way has settled; after too many ways it gives up
/// and says yes.
final class Satisfiability {
    private static final int MOST_STEPS = 20_000;

    /// The comparisons that were decided on the way.
    private final Map<Condition, Boolean> decided = new HashMap<>();
    private final Map<Value, Value> known = new HashMap<>();
    private int steps;

    boolean isPossible(Condition condition) {
        return explore(condition, () -> true, () -> false);
    }

    /// Is there a way on which the rest is possible: `whenTrue` behind a condition that held, else `whenFalse`?
    private boolean explore(Condition condition, BooleanSupplier whenTrue, BooleanSupplier whenFalse) {
        if (++steps > MOST_STEPS) {
            return true;
        }
        return switch (condition) {
            case Condition.Constant(boolean value) -> value ? whenTrue.getAsBoolean() : whenFalse.getAsBoolean();
            case Condition.Not(Condition inner) -> explore(inner, whenFalse, whenTrue);
            case Condition.And(Condition left, Condition right) ->
                explore(left, () -> explore(right, whenTrue, whenFalse), whenFalse);
            case Condition.Or(Condition left, Condition right) ->
                explore(left, whenTrue, () -> explore(right, whenTrue, whenFalse));
            case Condition.Compare compare -> compare(compare, whenTrue, whenFalse);
            case Condition.Chain chain -> whenTrue.getAsBoolean() || whenFalse.getAsBoolean();
        };
    }

    private boolean compare(Condition.Compare compare, BooleanSupplier whenTrue, BooleanSupplier whenFalse) {
        Boolean settled = decided.get(compare);
        boolean equality = compare.relation() == Relation.EQUAL;
        Value fixed = known.get(compare.left());
        if (settled == null && equality && fixed != null) {
            settled = fixed.equals(compare.right());
        }
        if (settled != null) {
            return settled ? whenTrue.getAsBoolean() : whenFalse.getAsBoolean();
        }
        decided.put(compare, true);
        if (equality) {
            known.put(compare.left(), compare.right());
        }
        boolean possible = whenTrue.getAsBoolean();
        if (equality) {
            known.remove(compare.left());
        }
        decided.put(compare, false);
        possible = possible || whenFalse.getAsBoolean();
        decided.remove(compare);
        return possible;
    }
}
