package dev.weft.net.tcpdump.filter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads computed numbers and their comparison: `tcp[13] & 2 != 0`, `len > 100`.
final class Arithmetic {
    private static final List<Map<String, Operator>> LEVELS = List.of(
            Map.of("|", Operator.OR, "&", Operator.AND, "^", Operator.XOR),
            Map.of("<<", Operator.SHIFT_LEFT, ">>", Operator.SHIFT_RIGHT),
            Map.of("+", Operator.ADD, "-", Operator.SUBTRACT),
            Map.of("*", Operator.MULTIPLY, "/", Operator.DIVIDE, "%", Operator.REMAINDER));
    private static final Map<String, Relation> RELATIONS = Map.of(
            "=", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL,
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL);

    private final Cursor tokens;
    private final Primitives primitives;

    Arithmetic(Cursor tokens, Primitives primitives) {
        this.tokens = tokens;
        this.primitives = primitives;
    }

    boolean starts() throws FilterException {
        return tokens.peek().kind() == Token.Kind.NUMBER || tokens.is("-") || tokens.is("len") || tokens.isAccessor();
    }

    /// Does the next token compute or compare?
    boolean continues() throws FilterException {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.SIGN
                && (RELATIONS.containsKey(token.text())
                        || LEVELS.stream().anyMatch(level -> level.containsKey(token.text())));
    }

    Condition relation() throws FilterException {
        Guarded left = level(0);
        Token sign = tokens.next();
        Relation relation = sign.kind() == Token.Kind.SIGN ? RELATIONS.get(sign.text()) : null;
        if (relation == null) {
            throw FilterException.syntax();
        }
        Guarded right = level(0);
        Condition guard = left.guard().and(right.guard());
        if (left.value() instanceof Value.Number(int a) && right.value() instanceof Value.Number(int b)) {
            boolean holds = relation.holds(Integer.toUnsignedLong(a), Integer.toUnsignedLong(b));
            return new Condition.Constant(holds);
        }
        return guard.and(new Condition.Compare(left.value(), relation, right.value()));
    }

    private Guarded level(int level) throws FilterException {
        if (level == LEVELS.size()) {
            return unary();
        }
        Guarded left = level(level + 1);
        for (Operator operator = operator(level); operator != null; operator = operator(level)) {
            tokens.next();
            left = compute(left, operator, level(level + 1));
        }
        return left;
    }

    /// The operator of this level that comes next, if one does.
    private @Nullable Operator operator(int level) throws FilterException {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.SIGN ? LEVELS.get(level).get(token.text()) : null;
    }

    private static Guarded compute(Guarded left, Operator operator, Guarded right) throws FilterException {
        if (right.value() instanceof Value.Number(int number)) {
            check(operator, number);
            if (left.value() instanceof Value.Number(int other)) {
                long result = operator.apply(Integer.toUnsignedLong(other), Integer.toUnsignedLong(number));
                return Guarded.free(new Value.Number((int) result));
            }
        }
        return new Guarded(
                new Value.Computed(left.value(), operator, right.value()),
                left.guard().and(right.guard()));
    }

    private static void check(Operator operator, int number) throws FilterException {
        switch (operator) {
            case DIVIDE -> {
                if (number == 0) {
                    throw new FilterException("division by zero");
                }
            }
            case REMAINDER -> {
                if (number == 0) {
                    throw new FilterException("modulus by zero");
                }
            }
            case SHIFT_LEFT, SHIFT_RIGHT -> {
                if (Integer.compareUnsigned(number, 31) > 0) {
                    throw new FilterException("shift by more than 31 bits");
                }
            }
            case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> {}
        }
    }

    private Guarded unary() throws FilterException {
        if (tokens.accept("-")) {
            Guarded value = unary();
            return value.value() instanceof Value.Number(int number)
                    ? Guarded.free(new Value.Number(-number))
                    : new Guarded(new Value.Negative(value.value()), value.guard());
        }
        if (tokens.accept("(")) {
            Guarded inner = level(0);
            tokens.expect(")");
            return inner;
        }
        if (tokens.accept("len")) {
            return Guarded.free(new Value.Length());
        }
        if (tokens.isAccessor()) {
            String protocol = tokens.next().text();
            tokens.expect("[");
            Guarded index = level(0);
            int size = tokens.accept(":") ? tokens.number() : 1;
            tokens.expect("]");
            return primitives.load(protocol, index, size);
        }
        return Guarded.free(new Value.Number(tokens.number()));
    }
}
