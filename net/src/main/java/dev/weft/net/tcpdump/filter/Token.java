package dev.weft.net.tcpdump.filter;

/// One word or sign of an expression.
///
/// @param text as it was written; for [Kind#WRONG] the message
/// @param number of a [Kind#NUMBER]
record Token(Kind kind, String text, int number) {
    Token(Kind kind, String text) {
        this(kind, text, 0);
    }

    enum Kind {
        /// A keyword, named by [Token#text] in its first spelling.
        WORD,
        /// The name of a protocol that qualifies or stands alone.
        PROTOCOL,
        NUMBER,
        /// `1.2.3.4`, or the beginning of one.
        IP4,
        IP6,
        ETHERNET,
        /// `$` and an ARCnet address.
        ARCNET,
        NAME,
        SIGN,
        /// Cannot be read: what the text says, as soon as it is the turn of the token.
        WRONG,
        END
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(word);
    }
}
