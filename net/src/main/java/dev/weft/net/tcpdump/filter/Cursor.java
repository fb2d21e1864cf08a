package dev.weft.net.tcpdump.filter;

import java.util.List;

/// A place in a list of tokens; a token that cannot be read complains when its turn comes.
final class Cursor {
    private final List<Token> tokens;
    private int position;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    int position() {
        return position;
    }

    void position(int start) {
        position = start;
    }

    boolean atEnd() {
        return tokens.get(position).kind() == Token.Kind.END;
    }

    Token peek() throws FilterException {
        Token token = tokens.get(position);
        if (token.kind() == Token.Kind.WRONG) {
            throw new FilterException(token.text());
        }
        return token;
    }

    Token next() throws FilterException {
        Token token = peek();
        if (token.kind() == Token.Kind.END) {
            throw FilterException.syntax();
        }
        position++;
        return token;
    }

    boolean is(String word) throws FilterException {
        return peek().is(word);
    }

    boolean accept(String word) throws FilterException {
        if (!is(word)) {
            return false;
        }
        position++;
        return true;
    }

    void expect(String word) throws FilterException {
        if (!accept(word)) {
            throw FilterException.syntax();
        }
    }

    boolean isFollowedBy(String first, String second) throws FilterException {
        return is(first) && tokens.get(position + 1).is(second);
    }

    /// Is the next token a protocol with a bracket behind it?
    boolean isAccessor() throws FilterException {
        return peek().kind() == Token.Kind.PROTOCOL && tokens.get(position + 1).is("[");
    }

    int number() throws FilterException {
        Token token = next();
        if (token.kind() != Token.Kind.NUMBER) {
            throw FilterException.syntax();
        }
        return token.number();
    }
}
