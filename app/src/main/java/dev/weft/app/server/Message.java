package dev.weft.app.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What client and engine say to each other: a letter, and bytes that are mostly words with zero bytes between them.
/// `client.pl` lists the letters.
record Message(char type, byte[] body) {
    static final char HELLO = 'H';
    static final char SIGNAL = 'S';
    static final char DONE = 'D';
    static final char FAILED = 'F';
    static final char EXIT = 'X';
    static final char KILL = 'K';
    static final char READ = 'R';
    static final char OPEN = 'O';
    static final char EXECUTE = 'E';
    static final char SPAWN = 'W';
    static final char LIST_NAMES = 'L';
    static final char MAKE_NAME = 'M';
    static final char TOUCH_NAME = 'T';
    static final char UNMAKE_NAME = 'U';
    static final char RENAME_HOST = 'A';

    /// A new sandbox tells its descriptors, and later its command's namespace.
    static final char SANDBOX = 'B';
    static final char NAMESPACE = 'N';
    static final char GO = 'G';

    static Message of(char type, String... words) {
        return new Message(type, String.join("\0", words).getBytes(StandardCharsets.UTF_8));
    }

    static Message of(char type, List<String> words) {
        return of(type, words.toArray(String[]::new));
    }

    List<String> words() {
        return List.of(new String(body, StandardCharsets.UTF_8).split("\0", -1));
    }

    long number() {
        return Long.parseLong(new String(body, StandardCharsets.UTF_8));
    }
}
