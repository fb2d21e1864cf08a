package dev.weft.net.tcpdump.filter;

import java.util.List;
import java.util.OptionalInt;

/// Reads the grammar of pcap-filter(7). `and` and `or` bind alike, from left to right; an identifier without a
/// qualifier
/// takes that of the identifier before it.
final class Parser {
    private record Block(Condition condition, Qualifier q) {}

    private final Cursor tokens;
    private final Primitives primitives;
    private final Arithmetic arithmetic;

    Parser(List<Token> tokens, Primitives primitives) {
        this.tokens = new Cursor(tokens);
        this.primitives = primitives;
        this.arithmetic = new Arithmetic(this.tokens, primitives);
    }

    Condition parse() throws FilterException {
        if (tokens.atEnd()) {
            return Condition.ALWAYS;
        }
        Condition condition = expression().condition;
        tokens.peek();
        if (!tokens.atEnd()) {
            throw FilterException.syntax();
        }
        return condition;
    }

    private Block expression() throws FilterException {
        Block left = term();
        while (true) {
            boolean and = tokens.accept("and");
            if (!and && !tokens.accept("or")) {
                return left;
            }
            Block right = startsIdentifier() ? new Block(identifier(left.q), left.q) : term();
            left = new Block(join(and, left.condition, right.condition), right.q);
        }
    }

    private static Condition join(boolean and, Condition left, Condition right) {
        return and ? left.and(right) : left.or(right);
    }

    private Block term() throws FilterException {
        if (tokens.accept("not")) {
            Block negated = term();
            return new Block(negated.condition.negated(), negated.q);
        }
        if (arithmetic.starts()) {
            return new Block(arithmetic.relation(), Qualifier.NONE);
        }
        if (tokens.is("(")) {
            return parenthesized();
        }
        return primitive();
    }

    /// Either an expression, or a computed number that is compared behind the parenthesis.
    private Block parenthesized() throws FilterException {
        int start = tokens.position();
        try {
            return new Block(arithmetic.relation(), Qualifier.NONE);
        } catch (FilterException wrong) {
            if (!wrong.isSyntax()) {
                throw wrong;
            }
        }
        tokens.position(start);
        tokens.expect("(");
        Block inner = expression();
        tokens.expect(")");
        return inner;
    }

    private Block primitive() throws FilterException {
        String protocol = Qualifier.ANY_PROTOCOL;
        boolean named = tokens.peek().kind() == Token.Kind.PROTOCOL;
        if (named) {
            protocol = tokens.next().text();
        }
        if (tokens.accept("broadcast")) {
            return new Block(primitives.broadcast(protocol), Qualifier.NONE);
        }
        if (tokens.accept("multicast")) {
            return new Block(primitives.multicast(protocol), Qualifier.NONE);
        }
        Qualifier.Direction direction = direction();
        Qualifier.Kind kind = kind(direction != Qualifier.Direction.ANY);
        if (kind != Qualifier.Kind.NONE || direction != Qualifier.Direction.ANY) {
            Qualifier q = new Qualifier(protocol, direction, kind == Qualifier.Kind.NONE ? Qualifier.Kind.ANY : kind);
            return new Block(identifier(q), q);
        }
        if (named && startsIdentifier() && protocol.equals("link")) {
            throw FilterException.syntax();
        }
        Condition condition = named ? primitives.protocols().alone(protocol) : word();
        return new Block(condition, Qualifier.NONE);
    }

    private Qualifier.Direction direction() throws FilterException {
        if (!tokens.is("src") && !tokens.is("dst")) {
            return Qualifier.Direction.ANY;
        }
        String first = tokens.next().text();
        String other = first.equals("src") ? "dst" : "src";
        if (tokens.isFollowedBy("or", other) || tokens.isFollowedBy("and", other)) {
            boolean or = tokens.next().text().equals("or");
            tokens.next();
            return or ? Qualifier.Direction.EITHER : Qualifier.Direction.BOTH;
        }
        return first.equals("src") ? Qualifier.Direction.SOURCE : Qualifier.Direction.DESTINATION;
    }

    private Qualifier.Kind kind(boolean directed) throws FilterException {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.WORD) {
            return Qualifier.Kind.NONE;
        }
        Qualifier.Kind kind = switch (token.text()) {
            case "host" -> Qualifier.Kind.HOST;
            case "net" -> Qualifier.Kind.NET;
            case "port" -> Qualifier.Kind.PORT;
            case "portrange" -> Qualifier.Kind.PORT_RANGE;
            case "gateway" -> directed ? Qualifier.Kind.NONE : Qualifier.Kind.GATEWAY;
            case "proto" -> directed ? Qualifier.Kind.NONE : Qualifier.Kind.PROTOCOL;
            case "protochain" -> directed ? Qualifier.Kind.NONE : Qualifier.Kind.PROTOCOL_CHAIN;
            default -> Qualifier.Kind.NONE;
        };
        if (kind != Qualifier.Kind.NONE) {
            tokens.next();
        }
        return kind;
    }

    // --- identifiers

    /// Does an identifier come next, which takes the qualifier of the one before?
    private boolean startsIdentifier() throws FilterException {
        int start = tokens.position();
        try {
            while (tokens.accept("not") || tokens.accept("(")) {}
            Token token = tokens.peek();
            return switch (token.kind()) {
                case NAME, IP4, IP6, ETHERNET, ARCNET -> true;
                case NUMBER -> {
                    tokens.next();
                    while (tokens.accept(")")) {}
                    yield !arithmetic.continues();
                }
                default -> false;
            };
        } finally {
            tokens.position(start);
        }
    }

    private Condition identifier(Qualifier q) throws FilterException {
        if (tokens.accept("not")) {
            return identifier(q).negated();
        }
        if (tokens.accept("(")) {
            Condition all = identifier(q);
            while (!tokens.accept(")")) {
                boolean and = tokens.accept("and");
                if (!and) {
                    tokens.expect("or");
                }
                all = join(and, all, identifier(q));
            }
            return all;
        }
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME -> primitives.name(token.text(), q);
            case NUMBER -> primitives.number(token.number(), q);
            case IP4 -> ip4(token.text(), q);
            case IP6 -> primitives.ip6(token.text(), tokens.accept("/") ? tokens.number() : 128, q);
            case ETHERNET -> primitives.ethernet(token.text(), q);
            case ARCNET -> throw new FilterException("aid supported only on ARCnet");
            default -> throw FilterException.syntax();
        };
    }

    private Condition ip4(String address, Qualifier q) throws FilterException {
        if (tokens.accept("/")) {
            return primitives.ip4Prefix(address, tokens.number(), q);
        }
        if (tokens.accept("mask")) {
            Token mask = tokens.next();
            if (mask.kind() != Token.Kind.IP4) {
                throw FilterException.syntax();
            }
            return primitives.ip4Masked(address, mask.text(), q);
        }
        return primitives.ip4(address, q);
    }

    // --- other words

    private Condition word() throws FilterException {
        Token token = tokens.next();
        if (token.kind() != Token.Kind.WORD) {
            throw FilterException.syntax();
        }
        return switch (token.text()) {
            case "less" -> primitives.length(Relation.LESS_OR_EQUAL, tokens.number());
            case "greater" -> primitives.length(Relation.GREATER_OR_EQUAL, tokens.number());
            case "byte" -> {
                int at = tokens.number();
                String sign = tokens.next().text();
                yield primitives.anyByte(at, sign, tokens.number());
            }
            case "inbound" -> primitives.way(false);
            case "outbound" -> primitives.way(true);
            case "ifindex" -> primitives.interfaceIndex(tokens.number());
            case "vlan" -> primitives.vlan(optionalNumber());
            case "mpls" -> primitives.mpls(optionalNumber());
            case "pppoed" -> primitives.pppoeDiscovery();
            case "pppoes" -> primitives.pppoeSession(optionalNumber());
            case "llc" -> new Llc(primitives.layers()).parse(tokens);
            default -> Elsewhere.parse(token.text(), tokens);
        };
    }

    private OptionalInt optionalNumber() throws FilterException {
        int start = tokens.position();
        boolean parenthesis = tokens.accept("(");
        if (tokens.peek().kind() == Token.Kind.NUMBER) {
            int number = tokens.number();
            if (!parenthesis || tokens.accept(")")) {
                return OptionalInt.of(number);
            }
        }
        tokens.position(start);
        return OptionalInt.empty();
    }
}
