package dev.weft.net.tcpdump.filter;

/// A test of a packet; one that reads beyond the captured bytes fails for good.
sealed interface Condition {
    int FALSE = 0;
    int TRUE = 1;
    /// Nothing can make the packet match any more.
    int REJECTED = -1;

    Condition ALWAYS = new Constant(true);
    Condition NEVER = new Constant(false);

    int test(FilterFrame frame);

    default Condition and(Condition other) {
        return new And(this, other);
    }

    default Condition or(Condition other) {
        return new Or(this, other);
    }

    default Condition negated() {
        return new Not(this);
    }

    static Condition equal(Value value, long number) {
        return new Compare(value, Relation.EQUAL, new Value.Number((int) number));
    }

    /// Are the bits of `mask` as in `number`?
    static Condition masked(Value value, int mask, int number) {
        if (mask == 0) {
            return new Constant(number == 0);
        }
        return equal(mask == -1 ? value : new Value.Computed(value, Operator.AND, new Value.Number(mask)), number);
    }

    record Constant(boolean value) implements Condition {
        @Override
        public int test(FilterFrame frame) {
            return value ? TRUE : FALSE;
        }
    }

    record And(Condition left, Condition right) implements Condition {
        @Override
        public int test(FilterFrame frame) {
            int first = left.test(frame);
            return first == TRUE ? right.test(frame) : first;
        }
    }

    record Or(Condition left, Condition right) implements Condition {
        @Override
        public int test(FilterFrame frame) {
            int first = left.test(frame);
            return first == FALSE ? right.test(frame) : first;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public int test(FilterFrame frame) {
            int result = condition.test(frame);
            return result == REJECTED ? REJECTED : TRUE - result;
        }
    }

    record Compare(Value left, Relation relation, Value right) implements Condition {
        @Override
        public int test(FilterFrame frame) {
            long first = left.of(frame);
            long second = first == Value.FAILED ? Value.FAILED : right.of(frame);
            if (second == Value.FAILED) {
                return REJECTED;
            }
            return relation.holds(first, second) ? TRUE : FALSE;
        }
    }

    /// `protochain`: does a protocol come up while going from header to header?
    record Chain(int base, boolean ip6, int protocol) implements Condition {
        private static final int AUTHENTICATION = 51;
        private static final int NO_NEXT_HEADER = 59;

        @Override
        public int test(FilterFrame frame) {
            if (base + (ip6 ? 6 : 9) >= frame.captured()) {
                return REJECTED;
            }
            int next = frame.u8(base + (ip6 ? 6 : 9));
            int at = base + (ip6 ? 40 : (frame.u8(base) & 15) * 4);
            while (next != protocol && next != NO_NEXT_HEADER) {
                boolean authentication = next == AUTHENTICATION;
                boolean extension = next == 0 || next == 43 || next == 44 || next == 60;
                if (!authentication && !(ip6 && extension)) {
                    break;
                }
                if (at + 2 > frame.captured()) {
                    return REJECTED;
                }
                next = frame.u8(at);
                at += authentication ? (frame.u8(at + 1) + 2) * 4 : (frame.u8(at + 1) + 1) * 8;
            }
            return next == protocol ? TRUE : FALSE;
        }
    }
}
