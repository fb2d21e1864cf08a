package dev.weft.net.netfilter.iptables;

/// What a command line asks to be done; in this order they are named in complaints.
enum Verb {
    INSERT('I'),
    DELETE('D'),
    DELETE_NUMBER('D'),
    REPLACE('R'),
    APPEND('A'),
    LIST('L'),
    FLUSH('F'),
    ZERO('Z'),
    NEW_CHAIN('N'),
    DELETE_CHAIN('X'),
    SET_POLICY('P'),
    RENAME_CHAIN('E'),
    LIST_RULES('S'),
    ZERO_NUMBER('Z'),
    CHECK('C');

    private final char letter;

    Verb(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /// Does it describe a rule?
    boolean hasRule() {
        return switch (this) {
            case INSERT, DELETE, REPLACE, APPEND, CHECK -> true;
            default -> false;
        };
    }
}
